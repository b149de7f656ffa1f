package org.claimsledger.projection.claims;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimsledger.bestknown.CompetingClaim;
import org.claimsledger.bestknown.Statement;
import org.claimsledger.event.ClaimContent;
import org.claimsledger.event.ClaimEvent.ClaimAssessed;
import org.claimsledger.event.ClaimEvent.ClaimRanked;
import org.claimsledger.event.ClaimEvent.ClaimRetracted;
import org.claimsledger.event.ClaimEvent.ClaimsRelated;
import org.claimsledger.event.Testimony.Stance;
import org.claimsledger.projection.claims.AnswerCandidates.ClaimKey;
import org.claimsledger.projection.claims.ClaimTextReader.TextBatch;
import org.claimsledger.projection.claims.VersionPayload.DecisionRef;
import org.claimsledger.projection.claims.VersionPayload.EvidencePayload;
import org.claimsledger.projection.protection.Redaction;
import org.claimsledger.projection.table.TableSession;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Reads the part of claims that the policy needs: of evidence only how it counts, without its texts. What no editor has
 * accepted is left out for everybody.
 */
final class AnswerCandidateReader {

    /** How many claims are read together. */
    private static final int BATCH = 500;

    private final ClaimReader claimReader;
    private final ClaimTextReader claimTextReader;

    private record PresentClaim(ClaimKey key, BitemporalVersion version) {}

    AnswerCandidateReader(
            TableSession tableSession, BitemporalPoint viewpoint, ClaimsDatedByProtectedSources excluded) {
        this.claimReader = new ClaimReader(tableSession, viewpoint, excluded, Redaction.NONE);
        this.claimTextReader = new ClaimTextReader(tableSession);
    }

    List<CompetingClaim> read(List<ClaimKey> claims) throws SQLException {
        List<CompetingClaim> candidates = new ArrayList<>(claims.size());
        for (int from = 0; from < claims.size(); from += BATCH) {
            List<PresentClaim> present = present(claims.subList(from, Math.min(from + BATCH, claims.size())));
            TextBatch texts = claimTextReader.read(textPositions(present));
            for (PresentClaim each : present) {
                candidates.add(candidate(each, texts));
            }
        }
        return candidates;
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
            addPosition(payload.retraction(), positions);
            addPosition(payload.ranked(), positions);
            addPosition(payload.assessed(), positions);
            positions.addAll(payload.relations());
            for (EvidencePayload evidence : payload.evidence()) {
                if (speaksForAnotherValue(evidence)) {
                    positions.add(evidence.valueAt());
                }
            }
        }
        return positions;
    }

    private static void addPosition(@Nullable DecisionRef decision, Set<Long> positions) {
        if (decision != null) {
            positions.add(decision.position());
        }
    }

    private static boolean speaksForAnotherValue(EvidencePayload evidence) {
        return evidence.live() && !evidence.speaksForSameValue();
    }

    private static CompetingClaim candidate(PresentClaim claim, TextBatch texts) {
        BitemporalVersion version = claim.version();
        VersionPayload payload = version.payload();
        long claimNo = claim.key().claimNo();
        ClaimContent content = texts.content(claimNo, payload.content());
        return new CompetingClaim(
                claim.key().id(),
                claimNo,
                content,
                version.status(),
                version.weight(),
                payload.reported(),
                statements(claim, content.value(), texts),
                payload.relations().stream()
                        .map(position -> texts.event(position, ClaimsRelated.class))
                        .toList(),
                payload.retraction() == null
                        ? null
                        : texts.event(payload.retraction().position(), ClaimRetracted.class),
                ranking(payload.ranked(), texts),
                assessment(payload.assessed(), texts),
                List.of(),
                List.of());
    }

    private static List<Statement> statements(PresentClaim claim, Value claimed, TextBatch texts) {
        ClaimId id = claim.key().id();
        List<Statement> statements = new ArrayList<>();
        for (EvidencePayload evidence : claim.version().payload().evidence()) {
            if (evidence.live() && evidence.stance() != Stance.MENTIONS) {
                Value value = speaksForAnotherValue(evidence)
                        ? texts.content(claim.key().claimNo(), evidence.valueAt())
                                .value()
                        : claimed;
                statements.add(evidence.statement(id, value));
            }
        }
        return statements;
    }

    private static CompetingClaim.@Nullable Ranking ranking(@Nullable DecisionRef decision, TextBatch texts) {
        if (decision == null || decision.decided() == null) {
            return null;
        }
        ClaimRanked ranked = texts.event(decision.position(), ClaimRanked.class);
        return new CompetingClaim.Ranking(ranked.rank(), decision.decided(), ranked.reason());
    }

    private static CompetingClaim.@Nullable Assessment assessment(@Nullable DecisionRef decision, TextBatch texts) {
        if (decision == null || decision.decided() == null) {
            return null;
        }
        ClaimAssessed assessed = texts.event(decision.position(), ClaimAssessed.class);
        return new CompetingClaim.Assessment(assessed.verdict(), decision.decided(), assessed.rationale());
    }
}
