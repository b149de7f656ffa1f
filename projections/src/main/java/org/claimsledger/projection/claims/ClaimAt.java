package org.claimsledger.projection.claims;

import java.util.Map;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.claim.Claim;
import org.claimsledger.event.Provenance;
import org.claimsledger.projection.protection.Redaction;

/**
 * A claim as it stood at a position of the log and a published time.
 *
 * @param lastChange the position of the event that brought this state about
 * @param filings actor and request of each proposal among its filings, by position
 */
public record ClaimAt(ClaimState state, long lastChange, Map<Long, Provenance> filings) {

    public ClaimAt {
        filings = Map.copyOf(filings);
    }

    public Claim claim() {
        return state.claim();
    }

    ClaimAt redactedBy(Redaction redaction, long asOf) {
        return redaction.hidesSources() ? new ClaimAt(redaction.state(state, asOf), lastChange, filings) : this;
    }

    /** The position at which the claim was asserted; lists are in this order. */
    public long claimNo() {
        return state.position();
    }
}
