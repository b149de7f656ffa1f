package org.claimsledger.projection.claims;

import org.claimsledger.projection.protection.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * A claim whose states differ between two viewpoints.
 *
 * @param before absent where it was not there yet
 * @param after absent where it is no longer there, because its evidence turned out to be younger
 */
public record ClaimChange(
        long claimNo, @Nullable ClaimAt before, @Nullable ClaimAt after) {

    ClaimChange redactedBy(Redaction redaction, long from, long to) {
        return new ClaimChange(
                claimNo,
                before == null ? null : before.redactedBy(redaction, from),
                after == null ? null : after.redactedBy(redaction, to));
    }
}
