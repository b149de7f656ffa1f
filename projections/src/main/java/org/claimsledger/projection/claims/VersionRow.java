package org.claimsledger.projection.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.claimsledger.bestknown.ClaimStatus;
import org.claimsledger.bestknown.EvidenceWeight;
import org.claimsledger.event.Rank;
import org.claimsledger.event.SourceDetails.Reliability;
import org.claimsledger.event.Verdict;

/**
 * A row of {@code claim_version}.
 *
 * @param claimNo the position at which the claim was asserted
 * @param recordedFrom the position of the event that brought this state about
 */
record VersionRow(long claimNo, long recordedFrom, long recordedTo, BitemporalVersion version) {

    /** The columns that {@link #read} reads, in their order. */
    static final String COLUMNS = """
        claim_no, recorded_from, recorded_to, reported_from, reported_to, revision, status, rank, verdict, supporting,
        disputing, asserting, reliability, credibility, parts\
        """;

    /** The condition that a row answers at a published time: {@link BitemporalPoint#publishedByMicros}, bound twice. */
    static final String AT_PUBLISHED_TIME = "reported_from <= ? and reported_to > ?";

    /** The condition that a row answers at a position, bound twice. */
    static final String AT_POSITION = "recorded_from <= ? and recorded_to > ?";

    /** The condition that a row answers from a viewpoint: the published time bound twice, then the position twice. */
    static final String AT_VIEWPOINT = AT_PUBLISHED_TIME + " and " + AT_POSITION;

    boolean hasSameContent(VersionRow other) {
        return version.hasSameContent(other.version);
    }

    VersionRow with(BitemporalVersion other) {
        return new VersionRow(claimNo, recordedFrom, recordedTo, other);
    }

    VersionRow beginningAt(long from) {
        return new VersionRow(claimNo, from, recordedTo, version);
    }

    VersionRow reportedUntil(long to) {
        return with(version.endingAt(to));
    }

    VersionRow endingAt(long to) {
        return new VersionRow(claimNo, recordedFrom, to, version);
    }

    static VersionRow read(ResultSet row) throws SQLException {
        String verdict = row.getString(9);
        String reliability = row.getString(13);
        int credibility = row.getInt(14);
        VersionPayload versionPayload = VersionPayload.decode(row.getBytes(15));
        return new VersionRow(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                new BitemporalVersion(
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        ClaimStatus.valueOf(row.getString(7)),
                        Rank.valueOf(row.getString(8)),
                        verdict == null ? null : Verdict.valueOf(verdict),
                        new EvidenceWeight(
                                row.getInt(10),
                                row.getInt(11),
                                row.getInt(12),
                                reliability == null ? null : Reliability.valueOf(reliability),
                                credibility == 0 ? null : credibility),
                        versionPayload));
    }
}
