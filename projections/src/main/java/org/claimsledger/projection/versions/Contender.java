package org.claimsledger.projection.versions;

import org.claimsledger.bestknown.Candidate;
import org.claimsledger.claim.Content;

/** A claim that is present at a moment, with what tells which question it answers and how well. */
public record Contender(Content content, Candidate candidate) {

    /** The position at which it was asserted; lists are in this order. */
    public long claimNo() {
        return candidate.position();
    }
}
