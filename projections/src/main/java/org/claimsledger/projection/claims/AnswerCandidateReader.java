package org.claimsledger.projection.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.bestknown.CompetingClaim;
import org.claimsledger.event.ClaimContent;
import org.claimsledger.event.ClaimEvent.ClaimAssessed;
import org.claimsledger.event.ClaimEvent.ClaimRanked;
import org.claimsledger.projection.claims.VersionPayload.DecisionRef;
import org.claimsledger.projection.table.TableSession;
import org.jspecify.annotations.Nullable;

/** Reads what the policy needs of claims, in as few seeks as there can be: neither evidence nor what was decided on it. */
final class AnswerCandidateReader {

    /** How many claims are read together. */
    private static final int BATCH = 500;

    /** Where they lie so close together that their rows are read through. */
    private static final int RANGE_READ_DENSITY = 8;

    private static final String SELECT_RANGE = "select " + VersionRow.COLUMNS + """

        from claim_version
        where claim_no >= ? and claim_no <= ? and reported_to > ? and recorded_to > ?
            and reported_from <= ? and recorded_from <= ?
        order by claim_no
        """;

    private final TableSession tableSession;
    private final BitemporalPoint viewpoint;
    private final ClaimReader reader;
    private final ClaimsDatedByProtectedSources excluded;
    private final ClaimTextReader claimTextReader;

    private record PresentClaim(ClaimKey key, BitemporalVersion version) {}

    AnswerCandidateReader(
            TableSession tableSession, BitemporalPoint bitemporalPoint, ClaimsDatedByProtectedSources leftOut) {
        this.tableSession = tableSession;
        this.viewpoint = bitemporalPoint;
        this.reader = new ClaimReader(tableSession, bitemporalPoint, leftOut);
        this.claimTextReader = new ClaimTextReader(tableSession);
        this.excluded = leftOut;
    }

    List<AnswerCandidate> read(List<ClaimKey> claims) throws SQLException {
        List<AnswerCandidate> answerCandidates = new ArrayList<>(claims.size());
        for (int from = 0; from < claims.size(); from += BATCH) {
            List<PresentClaim> presentClaim = present(claims.subList(from, Math.min(from + BATCH, claims.size())));
            Map<Long, ClaimContent> claimContents = claimTextReader.contents(contents(presentClaim));
            for (PresentClaim each : presentClaim) {
                answerCandidates.add(contender(each, claimContents));
            }
        }
        return answerCandidates;
    }

    private static Map<Long, Long> contents(List<PresentClaim> presentClaim) {
        Map<Long, Long> positions = new HashMap<>();
        presentClaim.forEach(
                it -> positions.put(it.version().payload().content(), it.key().claimNo()));
        return positions;
    }

    private List<PresentClaim> present(List<ClaimKey> claims) throws SQLException {
        long first = claims.getFirst().claimNo();
        long last = claims.getLast().claimNo();
        return claims.size() > 1 && last - first < (long) RANGE_READ_DENSITY * claims.size()
                ? readRange(claims, first, last)
                : readEach(claims);
    }

    private List<PresentClaim> readEach(List<ClaimKey> claims) throws SQLException {
        List<PresentClaim> presentClaim = new ArrayList<>(claims.size());
        for (ClaimKey claimKey : claims) {
            VersionRow row = reader.version(claimKey.claimNo());
            if (row != null && row.version().status().isAccepted()) {
                presentClaim.add(new PresentClaim(claimKey, row.version()));
            }
        }
        return presentClaim;
    }

    private List<PresentClaim> readRange(List<ClaimKey> claims, long first, long last) throws SQLException {
        Map<Long, ClaimKey> wanted = new HashMap<>();
        claims.forEach(it -> wanted.put(it.claimNo(), it));
        long by = viewpoint.publishedByMicros();
        List<PresentClaim> presentClaim = new ArrayList<>(claims.size());
        try (ResultSet row = tableSession
                .prepare(SELECT_RANGE, first, last, by, viewpoint.asOf(), by, viewpoint.asOf())
                .executeQuery()) {
            while (row.next()) {
                ClaimKey claimKey = excluded.contains(row.getLong(1)) ? null : wanted.get(row.getLong(1));
                BitemporalVersion bitemporalVersion =
                        claimKey == null ? null : VersionRow.read(row).version();
                if (claimKey != null
                        && bitemporalVersion != null
                        && bitemporalVersion.status().isAccepted()) {
                    presentClaim.add(new PresentClaim(claimKey, bitemporalVersion));
                }
            }
        }
        return presentClaim;
    }

    private AnswerCandidate contender(PresentClaim presentClaim, Map<Long, ClaimContent> claimContents)
            throws SQLException {
        BitemporalVersion bitemporalVersion = presentClaim.version();
        VersionPayload versionPayload = bitemporalVersion.payload();
        ClaimContent claimContent = claimContents.get(versionPayload.content());
        if (claimContent == null) {
            throw new IllegalStateException("no text of a claim at position " + versionPayload.content());
        }
        return new AnswerCandidate(
                claimContent,
                new CompetingClaim(
                        presentClaim.key().id(),
                        presentClaim.key().claimNo(),
                        claimContent.value(),
                        claimContent.valid(),
                        claimContent.statement(),
                        bitemporalVersion.status(),
                        bitemporalVersion.weight(),
                        versionPayload.reported(),
                        ranking(versionPayload.ranked()),
                        assessment(versionPayload.assessed())));
    }

    private CompetingClaim.@Nullable Ranking ranking(@Nullable DecisionRef decisionRef) throws SQLException {
        if (decisionRef == null || decisionRef.recordedAt() == null) {
            return null;
        }
        ClaimRanked ranked = claimTextReader.read(decisionRef.position(), ClaimRanked.class);
        return new CompetingClaim.Ranking(ranked.rank(), decisionRef.recordedAt(), ranked.reason());
    }

    private CompetingClaim.@Nullable Assessment assessment(@Nullable DecisionRef decisionRef) throws SQLException {
        if (decisionRef == null || decisionRef.recordedAt() == null) {
            return null;
        }
        ClaimAssessed assessed = claimTextReader.read(decisionRef.position(), ClaimAssessed.class);
        return new CompetingClaim.Assessment(assessed.verdict(), decisionRef.recordedAt(), assessed.rationale());
    }
}
