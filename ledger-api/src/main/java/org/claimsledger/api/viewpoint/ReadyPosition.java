package org.claimsledger.api.viewpoint;

import java.time.Duration;

/** How far the log can be read in what a call looks at. */
interface ReadyPosition {

    /** The last position that can be read. */
    long applied();

    /** False where that position cannot be read in time, or not at all. */
    boolean awaitApplied(long position, Duration timeout) throws InterruptedException;
}
