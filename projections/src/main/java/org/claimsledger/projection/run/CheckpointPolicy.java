package org.claimsledger.projection.run;

import java.time.Duration;

/**
 * How much work a start after a kill may have to do again.
 *
 * @param maxUncheckpointedEvents so many events
 * @param maxUncheckpointedTime or those of so long
 */
public record CheckpointPolicy(long maxUncheckpointedEvents, Duration maxUncheckpointedTime) {

    /** The policy that the program uses. */
    public static final CheckpointPolicy DEFAULT = new CheckpointPolicy(20_000, Duration.ofSeconds(3));
}
