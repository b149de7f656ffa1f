package org.claimsledger.projection.claims;

import org.claimsledger.bestknown.CompetingClaim;
import org.claimsledger.event.ClaimContent;

/** A claim that is present at a moment, with what tells which question it answers and how well. */
public record AnswerCandidate(ClaimContent content, CompetingClaim candidate) {

    /** The position at which it was asserted; lists are in this order. */
    public long claimNo() {
        return candidate.position();
    }
}
