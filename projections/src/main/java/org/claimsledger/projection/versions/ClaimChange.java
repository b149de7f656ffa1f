package org.claimsledger.projection.versions;

import org.claimsledger.projection.sight.Veil;
import org.jspecify.annotations.Nullable;

/**
 * A claim at two moments, at which it does not stand alike.
 *
 * @param before absent where it was not there yet
 * @param after absent where it is not there any more, since its evidence turned out to be younger
 */
public record ClaimChange(
        long claimNo, @Nullable ClaimAt before, @Nullable ClaimAt after) {

    ClaimChange seenThrough(Veil veil, long from, long to) {
        return new ClaimChange(
                claimNo,
                before == null ? null : before.seenThrough(veil, from),
                after == null ? null : after.seenThrough(veil, to));
    }
}
