package org.claimsledger.projection.claims;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimsledger.bestknown.CompetingClaim;
import org.claimsledger.event.ClaimContent;
import org.claimsledger.event.ClaimEvent.ClaimAssessed;
import org.claimsledger.event.ClaimEvent.ClaimRanked;
import org.claimsledger.projection.claims.AnswerCandidates.AnswerCandidate;
import org.claimsledger.projection.claims.AnswerCandidates.ClaimKey;
import org.claimsledger.projection.claims.ClaimTextReader.TextBatch;
import org.claimsledger.projection.claims.VersionPayload.DecisionRef;
import org.claimsledger.projection.table.TableSession;
import org.jspecify.annotations.Nullable;

/** Reads the parts of claims that the policy needs, without evidence and the decisions on it. */
final class AnswerCandidateReader {

    /** The number of claims that are read together. */
    private static final int BATCH = 500;

    private final ClaimReader claimReader;
    private final ClaimTextReader claimTextReader;

    private record PresentClaim(ClaimKey key, BitemporalVersion version) {}

    AnswerCandidateReader(
            TableSession tableSession, BitemporalPoint viewpoint, ClaimsDatedByProtectedSources excluded) {
        this.claimReader = new ClaimReader(tableSession, viewpoint, excluded);
        this.claimTextReader = new ClaimTextReader(tableSession);
    }

    List<AnswerCandidate> read(List<ClaimKey> claims) throws SQLException {
        List<AnswerCandidate> answerCandidates = new ArrayList<>(claims.size());
        for (int from = 0; from < claims.size(); from += BATCH) {
            List<PresentClaim> present = present(claims.subList(from, Math.min(from + BATCH, claims.size())));
            TextBatch texts = claimTextReader.read(textPositions(present));
            for (PresentClaim each : present) {
                answerCandidates.add(candidate(each, texts));
            }
        }
        return answerCandidates;
    }

    private List<PresentClaim> present(List<ClaimKey> claims) throws SQLException {
        Map<Long, VersionRow> versions =
                claimReader.versions(claims.stream().map(ClaimKey::claimNo).toList());
        List<PresentClaim> present = new ArrayList<>(versions.size());
        for (ClaimKey claimKey : claims) {
            VersionRow row = versions.get(claimKey.claimNo());
            if (row != null && row.version().status().isAccepted()) {
                present.add(new PresentClaim(claimKey, row.version()));
            }
        }
        return present;
    }

    private static Set<Long> textPositions(List<PresentClaim> claims) {
        Set<Long> positions = new HashSet<>();
        for (PresentClaim claim : claims) {
            VersionPayload payload = claim.version().payload();
            positions.add(payload.content());
            if (payload.ranked() != null) {
                positions.add(payload.ranked().position());
            }
            if (payload.assessed() != null) {
                positions.add(payload.assessed().position());
            }
        }
        return positions;
    }

    private static AnswerCandidate candidate(PresentClaim claim, TextBatch texts) {
        BitemporalVersion version = claim.version();
        VersionPayload payload = version.payload();
        ClaimContent content = texts.content(claim.key().claimNo(), payload.content());
        return new AnswerCandidate(
                content,
                new CompetingClaim(
                        claim.key().id(),
                        claim.key().claimNo(),
                        content.value(),
                        content.valid(),
                        content.statement(),
                        version.status(),
                        version.weight(),
                        payload.reported(),
                        ranking(payload.ranked(), texts),
                        assessment(payload.assessed(), texts)));
    }

    private static CompetingClaim.@Nullable Ranking ranking(@Nullable DecisionRef decision, TextBatch texts) {
        if (decision == null || decision.recordedAt() == null) {
            return null;
        }
        ClaimRanked ranked = texts.event(decision.position(), ClaimRanked.class);
        return new CompetingClaim.Ranking(ranked.rank(), decision.recordedAt(), ranked.reason());
    }

    private static CompetingClaim.@Nullable Assessment assessment(@Nullable DecisionRef decision, TextBatch texts) {
        if (decision == null || decision.recordedAt() == null) {
            return null;
        }
        ClaimAssessed assessed = texts.event(decision.position(), ClaimAssessed.class);
        return new CompetingClaim.Assessment(assessed.verdict(), decision.recordedAt(), assessed.rationale());
    }
}
