package org.claimsledger.time;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * From where the ledger is read.
 *
 * @param position what had been recorded: everything up to this position
 * @param recordedAt when that last event was recorded; absent at the very beginning
 * @param publishedBy what had been published, inclusive; absent for all that is recorded
 * @param validOn the day of the world that is asked about; absent where none is
 * @param today what counts as now in the world
 */
public record Viewpoint(
        long position,
        @Nullable Instant recordedAt,
        @Nullable Instant publishedBy,
        @Nullable LocalDate validOn,
        LocalDate today) {

    /** The day for which it is said whether something was in force. */
    public LocalDate day() {
        return validOn == null ? today : validOn;
    }

    /** The end of what had been published. */
    public Instant publishedByOrEver() {
        return publishedBy == null ? Instant.MAX : publishedBy;
    }
}
