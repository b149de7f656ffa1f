package org.claimsledger.projection.versions;

import org.claimsledger.claim.Claim;

/**
 * A claim as it stood at a position of the log.
 *
 * @param claimNo the position at which it was asserted; lists are in this order
 * @param lastChange the position of the last event until then that changed it
 */
public record ClaimAt(Claim claim, long claimNo, long lastChange) {}
