package org.claimsledger.projection.claims;

import org.claimsledger.bestknown.CompetingClaim;
import org.claimsledger.event.ClaimContent;

/** A claim that is present at a viewpoint, with the content that asks a question and the part that competes for it. */
public record AnswerCandidate(ClaimContent content, CompetingClaim candidate) {

    /** The position at which it was asserted; lists are in this order. */
    public long claimNo() {
        return candidate.position();
    }
}
