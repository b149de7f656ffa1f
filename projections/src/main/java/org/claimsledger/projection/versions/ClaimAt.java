package org.claimsledger.projection.versions;

import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.claim.Claim;

/**
 * A claim as it stood at a position of the log and a published time.
 *
 * @param lastChange the position of the last event until then that changed it
 */
public record ClaimAt(ClaimState state, long lastChange) {

    public Claim claim() {
        return state.claim();
    }

    /** The position at which it was asserted; lists are in this order. */
    public long claimNo() {
        return state.position();
    }
}
