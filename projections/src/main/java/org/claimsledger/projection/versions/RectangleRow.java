package org.claimsledger.projection.versions;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.claimsledger.claim.Rank;
import org.claimsledger.claim.Verdict;

/** Reads {@code claim_no, recorded_from, revision, rank, verdict, retracted, parts}. */
final class RectangleRow {

    private RectangleRow() {}

    /** @param first the index of {@code claim_no} in the row */
    static Rectangle read(ResultSet row, int first) throws SQLException {
        String verdict = row.getString(first + 4);
        return new Rectangle(
                row.getLong(first),
                row.getLong(first + 1),
                row.getLong(first + 2),
                Rank.valueOf(row.getString(first + 3)),
                verdict == null ? null : Verdict.valueOf(verdict),
                row.getBoolean(first + 5),
                Parts.read(row.getBytes(first + 6)));
    }
}
