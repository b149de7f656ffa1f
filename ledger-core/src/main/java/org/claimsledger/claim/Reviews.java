package org.claimsledger.claim;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.claim.Claim.Attached;
import org.claimsledger.claim.ClaimCommand.ReviewClaim;
import org.claimsledger.claim.ClaimEvent.ClaimReviewed;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;

/** The rules by which an editor decides on what was proposed. */
final class Reviews {

    private final Duplicates duplicates;

    Reviews(Duplicates duplicates) {
        this.duplicates = duplicates;
    }

    ClaimReviewed decided(ReviewClaim command, Claim claim) {
        Set<EvidenceId> filings = filings(command, claim);
        boolean itself = command.evidence().isEmpty();
        for (EvidenceId filing : filings) {
            String pointer = itself ? "" : "/evidence/" + command.evidence().indexOf(filing);
            Attached held = claim.evidence().get(filing);
            if (held == null) {
                throw Refused.because(
                        RefusalCode.EVIDENCE_UNKNOWN, pointer, "Claim " + claim.id() + " has no evidence " + filing);
            }
            requireItIsOpen(held, command.decision(), itself ? "Claim " + claim.id() : "Evidence " + filing, pointer);
            if (command.decision() == Review.Decision.ACCEPTED) {
                requireItSaysSomethingNew(held, claim, filings, pointer);
            }
        }
        return new ClaimReviewed(claim.id(), command.decision(), List.copyOf(filings), command.reason());
    }

    /** Acceptance is for good, and is of what somebody named; a refusal of the claim clears everything that waits on it. */
    private static Set<EvidenceId> filings(ReviewClaim command, Claim claim) {
        if (!command.evidence().isEmpty()) {
            return new LinkedHashSet<>(command.evidence());
        }
        Set<EvidenceId> filings = new LinkedHashSet<>(Set.of(claim.first().id()));
        if (command.decision() == Review.Decision.REFUSED) {
            claim.evidence().values().stream()
                    .filter(held -> stateOf(held) == Review.State.PROPOSED)
                    .forEach(held -> filings.add(held.id()));
        }
        return filings;
    }

    private static void requireItIsOpen(Attached held, Review.Decision decision, String name, String pointer) {
        Review.State state = stateOf(held);
        if (state == null || state == Review.State.ACCEPTED) {
            throw Refused.because(
                    RefusalCode.NOT_PROPOSED,
                    pointer,
                    name + (state == null ? " never had to wait for a review" : " was accepted already"));
        }
        if (state == Review.State.REFUSED && decision == Review.Decision.REFUSED) {
            throw Refused.because(RefusalCode.ALREADY_REFUSED, pointer, name + " was refused already");
        }
    }

    /** After a refusal somebody else may have said the same. */
    private void requireItSaysSomethingNew(Attached held, Claim claim, Set<EvidenceId> filings, String pointer) {
        if (stateOf(held) == Review.State.REFUSED) {
            duplicates.requireNone(
                    held.testimony(),
                    claim,
                    other -> !other.id().equals(held.id())
                            && (stateOf(other) != Review.State.REFUSED || filings.contains(other.id())),
                    pointer);
        }
    }

    private static Review.@Nullable State stateOf(Attached held) {
        return held.review() == null ? null : held.review().state();
    }
}
