package org.claimsledger.projection.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one projection is doing.
 *
 * @param position the last event that can be read in it, 0 before the first
 * @param lag how many events of the log cannot be read in it yet
 * @param lastError what stopped it; absent while it runs
 * @param generation which making of its tables is read
 * @param rebuild how far the next making is; absent where there is none
 * @param rebuildError what made the last rebuild fail; absent where none did since the last one that succeeded
 */
public record ProjectionHealth(
        String name,
        long position,
        long lag,
        @Nullable String lastError,
        int generation,
        @Nullable RebuildProgress rebuild,
        @Nullable String rebuildError) {

    /**
     * Tables in the making.
     *
     * @param position how many events they hold
     * @param of how many they have to hold
     */
    public record RebuildProgress(Instant startedAt, long position, long total) {}

    /** Whether it follows the log; one that stopped stays where it is until it is rebuilt or the next start. */
    public boolean running() {
        return lastError == null;
    }
}
