package org.claimsledger.projection.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of one projection.
 *
 * @param position the position of the last event that readers see, 0 before the first one
 * @param lag the number of events of the log that readers do not see yet
 * @param lastError the error that stopped it; absent while it runs
 * @param generation the number of the live generation
 * @param rebuild the progress of the first build or of a rebuild; absent where there is none
 * @param rebuildError the error of the last rebuild; absent where it succeeded
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
     * The progress of a build or a rebuild.
     *
     * @param position the number of events that it has applied
     * @param total the number of events that it has to apply
     */
    public record RebuildProgress(Instant startedAt, long position, long total) {}

    /** Whether it follows the log; once stopped, it stays at its position until a rebuild or the next start. */
    public boolean running() {
        return lastError == null;
    }
}
