package org.claimsledger.projection.run;

import java.time.Duration;

/**
 * How often, and how much at once.
 *
 * @param unkept so many events a start after a kill may have to apply again
 * @param unkeptFor or those of so long
 * @param atOnce so many events are held in memory when tables are made anew
 */
public record CheckpointPolicy(long maxUncheckpointedEvents, Duration maxUncheckpointedTime, int eventsInMemory) {

    private static final long HEAP_AN_EVENT = 20_000;

    /** What the program keeps to; a small heap holds less at once. */
    public static final CheckpointPolicy DEFAULT = new CheckpointPolicy(20_000, Duration.ofSeconds(3), (int)
            Math.clamp(Runtime.getRuntime().maxMemory() / HEAP_AN_EVENT, 10_000, 200_000));
}
