package org.claimsledger.api.limit;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;

/** So much of something for all together. Whoever finds too little left waits a while, in order, and is refused then. */
final class Quota {

    private final int size;
    private final Duration timeout;
    private final Semaphore permits;

    Quota(int all, Duration patience) {
        this.size = all;
        this.timeout = patience;
        this.permits = new Semaphore(all, true);
    }

    /** @throws Refused where too little was left all the while */
    void acquire(int wanted) {
        try {
            if (permits.tryAcquire(wanted, timeout.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw Refused.because(
                RefusalCode.OVERLOADED,
                "More writes are under way than can be taken; nothing of this one was recorded");
    }

    void release(int taken) {
        permits.release(taken);
    }

    int inUse() {
        return size - permits.availablePermits();
    }
}
