package org.claimsledger.projection.run;

import java.time.Duration;

/**
 * The most work that a start after a kill may have to do again. A checkpoint is due when either limit is reached.
 *
 * @param maxUncheckpointedEvents the number of events since the last checkpoint
 * @param maxUncheckpointedTime the time since the last checkpoint
 */
public record CheckpointPolicy(long maxUncheckpointedEvents, Duration maxUncheckpointedTime) {

    /** The policy that the program uses. */
    public static final CheckpointPolicy DEFAULT = new CheckpointPolicy(20_000, Duration.ofSeconds(3));
}
