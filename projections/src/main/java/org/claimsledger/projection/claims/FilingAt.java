package org.claimsledger.projection.claims;

import java.time.Instant;
import org.claimsledger.event.Provenance;
import org.claimsledger.value.EvidenceId;

/**
 * A filing that waits for an editor.
 *
 * @param position where it was filed; lists are in this order
 * @param evidence what was filed: the first of its claim stands for the claim itself
 * @param claim as it stands
 */
public record FilingAt(long position, Instant filedAt, Provenance provenance, EvidenceId evidence, ClaimAt claim) {

    /** Whether the claim itself was filed with it. */
    public boolean isOfTheClaim() {
        return position == claim.claimNo();
    }
}
