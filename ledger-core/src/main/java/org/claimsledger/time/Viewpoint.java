package org.claimsledger.time;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The three dates that a reading is made from.
 *
 * @param position the recorded clock: everything up to this position
 * @param recordedAt when that last event was recorded; absent at the very beginning
 * @param publishedBy the published clock, inclusive; absent for all that is recorded
 * @param validOn the valid clock: a day in the world; absent where no day is asked about
 * @param today the day that stands for now where {@code validOn} is absent
 */
public record Viewpoint(
        long position,
        @Nullable Instant recordedAt,
        @Nullable Instant publishedBy,
        @Nullable LocalDate validOn,
        LocalDate today) {

    /** The day for which {@code inForce} is computed. */
    public LocalDate day() {
        return validOn == null ? today : validOn;
    }

    /** The published clock as an instant; the far future where it is absent. */
    public Instant publishedByOrEver() {
        return publishedBy == null ? Instant.MAX : publishedBy;
    }
}
