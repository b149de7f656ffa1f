package org.claimsledger.projection.versions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One state of a claim and how long the ledger held it.
 *
 * @param number 1, 2, 3, … along the recorded clock
 * @param revision the claim's revision then
 * @param recordedFrom the position that brought it about; the claim as of this position is this version
 * @param recordedAt when that was recorded
 * @param recordedTo the position that ended it; absent while it lasts
 */
public record ClaimVersion(
        int number,
        long revision,
        long recordedFrom,
        Instant recordedAt,
        @Nullable Long recordedTo) {}
