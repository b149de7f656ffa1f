package org.claimsledger.projection.claims;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One state of a claim, and how long it was the answer along one of the two clocks.
 *
 * @param number 1, 2, 3, … along that clock
 * @param revision the claim's revision then
 * @param recordedFrom the position of the event that began it
 * @param recordedAt when that was recorded
 * @param recordedTo the position of the event that ended it; absent while it lasts, and along the published clock
 * @param reportedFrom the published time from which it is the answer; absent where it always was, and along the recorded
 *     clock
 * @param reportedTo the published time at which another begins; absent where none does, and along the recorded clock
 */
public record ClaimVersion(
        int number,
        long revision,
        long recordedFrom,
        Instant recordedAt,
        @Nullable Long recordedTo,
        @Nullable Instant reportedFrom,
        @Nullable Instant reportedTo) {}
