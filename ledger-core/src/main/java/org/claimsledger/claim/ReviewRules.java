package org.claimsledger.claim;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.claim.Claim.Evidence;
import org.claimsledger.command.ClaimCommand.ReviewClaim;
import org.claimsledger.event.ClaimEvent.ClaimReviewed;
import org.claimsledger.event.ReviewDecision;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;

/** The rules by which an editor decides on what was proposed. */
final class ReviewRules {

    private final DuplicateEvidence duplicateEvidence;

    ReviewRules(DuplicateEvidence duplicateEvidence) {
        this.duplicateEvidence = duplicateEvidence;
    }

    ClaimReviewed review(ReviewClaim command, Claim claim) {
        Set<EvidenceId> filings = filings(command, claim);
        boolean itself = command.evidence().isEmpty();
        for (EvidenceId filing : filings) {
            String pointer = itself ? "" : "/evidence/" + command.evidence().indexOf(filing);
            Evidence evidence = claim.evidence().get(filing);
            if (evidence == null) {
                throw Refused.because(
                        RefusalCode.EVIDENCE_UNKNOWN, pointer, "Claim " + claim.id() + " has no evidence " + filing);
            }
            requireDecisionIsDue(
                    evidence, command.decision(), itself ? "Claim " + claim.id() : "Evidence " + filing, pointer);
            if (command.decision() == ReviewDecision.ACCEPTED) {
                requireNoDuplicateSinceRefusal(evidence, claim, filings, pointer);
            }
        }
        return new ClaimReviewed(claim.id(), command.decision(), List.copyOf(filings), command.reason());
    }

    /** An acceptance is final and covers the named filings; a refusal of the claim covers everything that waits on it. */
    private static Set<EvidenceId> filings(ReviewClaim command, Claim claim) {
        if (!command.evidence().isEmpty()) {
            return new LinkedHashSet<>(command.evidence());
        }
        Set<EvidenceId> filings =
                new LinkedHashSet<>(Set.of(claim.firstEvidence().id()));
        if (command.decision() == ReviewDecision.REFUSED) {
            claim.evidence().values().stream()
                    .filter(evidence -> stateOf(evidence) == Review.ReviewState.PROPOSED)
                    .forEach(evidence -> filings.add(evidence.id()));
        }
        return filings;
    }

    private static void requireDecisionIsDue(
            Evidence evidence, ReviewDecision reviewDecision, String name, String pointer) {
        Review.ReviewState reviewState = stateOf(evidence);
        if (reviewState == null || reviewState == Review.ReviewState.ACCEPTED) {
            throw Refused.because(
                    RefusalCode.NOT_PROPOSED,
                    pointer,
                    name + (reviewState == null ? " never had to wait for a review" : " was accepted already"));
        }
        if (reviewState == Review.ReviewState.REFUSED && reviewDecision == ReviewDecision.REFUSED) {
            throw Refused.because(RefusalCode.ALREADY_REFUSED, pointer, name + " was refused already");
        }
    }

    /** After a refusal, equal evidence may have been filed. */
    private void requireNoDuplicateSinceRefusal(
            Evidence evidence, Claim claim, Set<EvidenceId> filings, String pointer) {
        if (stateOf(evidence) == Review.ReviewState.REFUSED) {
            duplicateEvidence.requireNone(
                    evidence.testimony(),
                    claim,
                    other -> !other.id().equals(evidence.id())
                            && (stateOf(other) != Review.ReviewState.REFUSED || filings.contains(other.id())),
                    pointer);
        }
    }

    private static Review.@Nullable ReviewState stateOf(Evidence evidence) {
        return evidence.review() == null ? null : evidence.review().state();
    }
}
