package org.claimsledger.store.append;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Appends that wait to be written, in their order. The queue has room for a number of bytes; a caller who finds it full
 * waits for room. An append with a timeout leaves the queue when it expires, unless it is being written.
 */
public final class AppendQueue {

    /** Room for all appends that wait or are being written, in kilobytes. */
    static final int CAPACITY_KILOBYTES = 64 * 1024;

    private final LinkedBlockingQueue<PendingAppend> queue = new LinkedBlockingQueue<>();
    private final Semaphore freeKilobytes = new Semaphore(CAPACITY_KILOBYTES, true);
    private final AtomicInteger count = new AtomicInteger();

    /**
     * Waits for room, whether or not the caller's thread is interrupted, because an append is either handed in or not.
     *
     * @return false if the append expired before there was room
     */
    boolean reserve(PendingAppend pendingAppend) {
        if (!acquireCapacity(pendingAppend)) {
            return false;
        }
        count.incrementAndGet();
        return true;
    }

    private boolean acquireCapacity(PendingAppend pendingAppend) {
        int size = kilobytes(pendingAppend);
        if (freeKilobytes.tryAcquire(size)) {
            return true;
        }
        Duration patience = pendingAppend.timeout();
        if (patience == null) {
            freeKilobytes.acquireUninterruptibly(size);
            return true;
        }
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return freeKilobytes.tryAcquire(size, pendingAppend.remainingNanos(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Gives back the room of an append that was written or refused. */
    void release(PendingAppend pendingAppend) {
        count.decrementAndGet();
        freeKilobytes.release(kilobytes(pendingAppend));
    }

    void add(PendingAppend pendingAppend) {
        queue.add(pendingAppend);
    }

    PendingAppend take() throws InterruptedException {
        return queue.take();
    }

    @Nullable
    PendingAppend poll() {
        return queue.poll();
    }

    /** Takes the expired appends out of the queue; they are not written. */
    List<PendingAppend> removeExpired() {
        var overdue = new ArrayList<PendingAppend>();
        queue.forEach(pendingAppend -> {
            if (pendingAppend.timeout() != null && pendingAppend.remainingNanos() <= 0) {
                overdue.add(pendingAppend);
            }
        });
        overdue.removeIf(pendingAppend -> !queue.remove(pendingAppend));
        return overdue;
    }

    public int pendingAppends() {
        return count.get();
    }

    public long pendingBytes() {
        return (CAPACITY_KILOBYTES - freeKilobytes.availablePermits()) * 1024L;
    }

    private static int kilobytes(PendingAppend pendingAppend) {
        return (int) Math.min(CAPACITY_KILOBYTES, 1 + pendingAppend.approximateBytes() / 1024);
    }
}
