package org.claimsledger.bestknown;

import java.util.List;
import java.util.Objects;
import org.claimsledger.claim.Claim;
import org.claimsledger.claim.Review;
import org.claimsledger.event.Predicate.Tense;

/** A claim's status, made from its own evidence as a question's is made from that of all its claims. */
record OwnStatus(ClaimStatus status, EvidenceWeight weight) {

    static OwnStatus of(CompetingClaim claim, ValueRelations valueRelations) {
        Contest contest = new Contest(Tense.HAPPENS, valueRelations, List.of(claim));
        CompetingClaim alone = contest.claims().getFirst();
        Bearing bearing = new Bearing(contest, new Positions(contest), false);
        EvidenceWeight weight = EvidenceWeight.of(alone, bearing);
        return new OwnStatus(status(alone, weight, bearing), weight);
    }

    private static ClaimStatus status(CompetingClaim claim, EvidenceWeight weight, Bearing bearing) {
        Support support = bearing.support(claim);
        if (support.isEmpty()) {
            return ClaimStatus.UNSUPPORTED;
        }
        if (weight.asserting() == 0) {
            return ClaimStatus.ALLEGED;
        }
        if (bearing.disputes(claim).stream().anyMatch(it -> it.grade() != Grade.ALLEGED)) {
            return ClaimStatus.DISPUTED;
        }
        boolean denied =
                support.grade() != Grade.RULED && !bearing.denials(claim).isEmpty();
        if (denied || !bearing.disputes(claim).isEmpty() || Rivalry.standsOnQuestionedSource(support)) {
            return ClaimStatus.QUESTIONED;
        }
        return weight.asserting() == 1 ? ClaimStatus.SUPPORTED : ClaimStatus.CORROBORATED;
    }

    /** What the desk decided goes before what the evidence says. */
    ClaimState appliedTo(ClaimState state) {
        Claim claim = state.claim();
        if (!claim.isAccepted()) {
            boolean refused = Objects.requireNonNull(claim.review()).state() == Review.ReviewState.REFUSED;
            return state.with(refused ? ClaimStatus.REFUSED : ClaimStatus.PROPOSED, weight);
        }
        if (claim.retraction() != null) {
            return state.with(ClaimStatus.RETRACTED, weight);
        }
        return state.with(claim.isFoundFalse() ? ClaimStatus.FOUND_FALSE : status, weight);
    }
}
