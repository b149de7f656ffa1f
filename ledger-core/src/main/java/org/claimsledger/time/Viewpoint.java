package org.claimsledger.time;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * From where the ledger is read.
 *
 * @param position what had been recorded: everything up to this position
 * @param recordedAt when that last event was recorded; absent at the very beginning
 * @param validOn the day of the world that is asked about
 */
public record Viewpoint(long position, @Nullable Instant recordedAt, LocalDate validOn) {}
