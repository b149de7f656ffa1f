package org.claimsledger.bestknown;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimsledger.claim.Claim;
import org.claimsledger.claim.Claim.Evidence;
import org.claimsledger.event.ClaimEvent.ClaimsRelated;
import org.claimsledger.event.Predicate.Tense;
import org.claimsledger.time.InForce;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/**
 * A claim at a viewpoint. Its evidence is held once, in {@code evidence}: the claim's own map always follows from it.
 *
 * @param position its place among all claims: where it was asserted
 * @param claim the claim after those of its events that are reported; its revision counts all that are recorded
 * @param contentPosition the position of the event that gave it its content
 * @param evidence all that is reported, withdrawn or not, in the order of filing, with what corrections brought along
 * @param reported when its first evidence was reported; for an accepted claim, only accepted evidence counts
 * @param weight the weight of its live evidence
 * @param reviewedAt when an editor last decided on it
 * @param ranked where the desk gave it its rank
 * @param assessed where it got its verdict
 */
public record ClaimState(
        long position,
        Claim claim,
        long contentPosition,
        List<EvidenceState> evidence,
        Instant reported,
        ClaimStatus status,
        EvidenceWeight weight,
        @Nullable Instant reviewedAt,
        @Nullable Decided ranked,
        @Nullable Decided assessed) {

    /** @param claim whose own evidence is replaced by what was filed of {@code evidence} */
    public ClaimState {
        evidence = List.copyOf(evidence);
        claim = claim.withEvidence(filed(evidence));
    }

    ClaimState with(ClaimStatus otherStatus, EvidenceWeight otherWeight) {
        return new ClaimState(
                position,
                claim,
                contentPosition,
                evidence,
                reported,
                otherStatus,
                otherWeight,
                reviewedAt,
                ranked,
                assessed);
    }

    /** This state with only these pieces of its evidence and of its claim's relations. */
    public ClaimState showing(List<EvidenceState> shown, List<ClaimsRelated> relations) {
        return new ClaimState(
                position,
                claim.withRelations(relations),
                contentPosition,
                shown,
                reported,
                status,
                weight,
                reviewedAt,
                ranked,
                assessed);
    }

    private static Map<EvidenceId, Evidence> filed(List<EvidenceState> evidence) {
        Map<EvidenceId, Evidence> filed = new LinkedHashMap<>();
        for (EvidenceState state : evidence) {
            if (state.filed()) {
                filed.put(state.id(), state.evidence());
            }
        }
        return filed;
    }

    /** Whether it was in force on a day, as far as its own evidence tells: no other claim is asked if it annuls it. */
    public InForce inForce(Tense tense, LocalDate day) {
        List<Statement> support = evidence.stream()
                .filter(EvidenceState::supports)
                .map(it -> it.statementOn(claim.id()))
                .toList();
        return new ForceOnDay(tense, day).alone(claim.content().valid(), new Support(support, null));
    }

    /** The sources that it shows: of its evidence, of their attribution, and of what was decided on a basis. */
    public Set<SourceId> citedSources() {
        Set<SourceId> sources = new HashSet<>();
        for (EvidenceState each : evidence) {
            sources.addAll(each.testimony().sources());
            if (each.withdrawal() != null) {
                sources.addAll(each.withdrawal().citedSources());
            }
        }
        if (claim.retraction() != null) {
            sources.addAll(claim.retraction().citedSources());
        }
        return sources;
    }
}
