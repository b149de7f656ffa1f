package org.claimsledger.projection.run;

import org.jspecify.annotations.Nullable;

/**
 * How one projection is doing.
 *
 * @param position the last event that it has applied, 0 before the first
 * @param lag how many events of the log it has not applied yet
 * @param lastError what stopped it; absent while it runs
 */
public record Health(
        String name, long position, long lag, @Nullable String lastError) {

    /** Whether it follows the log; one that stopped stays where it is until the next start. */
    public boolean running() {
        return lastError == null;
    }
}
