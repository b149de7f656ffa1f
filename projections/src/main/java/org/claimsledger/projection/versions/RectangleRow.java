package org.claimsledger.projection.versions;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.claimsledger.bestknown.Status;
import org.claimsledger.bestknown.Weight;
import org.claimsledger.claim.Rank;
import org.claimsledger.claim.Verdict;
import org.claimsledger.source.Reliability;

/**
 * A row of {@code claim_version}.
 *
 * @param claimNo the position at which the claim was asserted
 * @param recordedFrom the position that brought this state about
 */
record RectangleRow(long claimNo, long recordedFrom, long recordedTo, Rectangle rectangle) {

    /** The columns that {@link #read} wants, in their order. */
    static final String COLUMNS = """
        claim_no, recorded_from, recorded_to, reported_from, reported_to, revision, status, rank, verdict, supporting,
        disputing, asserting, reliability, credibility, parts\
        """;

    boolean says(RectangleRow other) {
        return rectangle.says(other.rectangle);
    }

    RectangleRow until(long to) {
        return new RectangleRow(claimNo, recordedFrom, to, rectangle);
    }

    static RectangleRow read(ResultSet row) throws SQLException {
        String verdict = row.getString(9);
        String reliability = row.getString(13);
        int credibility = row.getInt(14);
        Parts parts = Parts.read(row.getBytes(15));
        return new RectangleRow(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                new Rectangle(
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        Status.valueOf(row.getString(7)),
                        Rank.valueOf(row.getString(8)),
                        verdict == null ? null : Verdict.valueOf(verdict),
                        new Weight(
                                row.getInt(10),
                                row.getInt(11),
                                row.getInt(12),
                                reliability == null ? null : Reliability.valueOf(reliability),
                                credibility == 0 ? null : credibility),
                        parts));
    }
}
