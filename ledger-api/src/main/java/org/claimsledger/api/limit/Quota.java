package org.claimsledger.api.limit;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;

/** A number of permits that all requests share. A request that finds too few waits in order, and is refused after a timeout. */
final class Quota {

    private final int size;
    private final Duration timeout;
    private final Semaphore permits;

    Quota(int size, Duration timeout) {
        this.size = size;
        this.timeout = timeout;
        this.permits = new Semaphore(size, true);
    }

    /** @throws Refused if too few permits were free until the timeout */
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
