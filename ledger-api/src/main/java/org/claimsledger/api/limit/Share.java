package org.claimsledger.api.limit;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;

/** So much of something for all together. Whoever finds too little left waits a while, in order, and is refused then. */
final class Share {

    private final int all;
    private final Duration patience;
    private final Semaphore left;

    Share(int all, Duration patience) {
        this.all = all;
        this.patience = patience;
        this.left = new Semaphore(all, true);
    }

    /** @throws Refused where too little was left all the while */
    void take(int wanted) {
        try {
            if (left.tryAcquire(wanted, patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw Refused.because(
                RefusalCode.OVERLOADED,
                "More writes are under way than can be taken; nothing of this one was recorded");
    }

    void giveBack(int taken) {
        left.release(taken);
    }

    int taken() {
        return all - left.availablePermits();
    }
}
