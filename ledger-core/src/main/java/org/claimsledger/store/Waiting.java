package org.claimsledger.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Appends that wait to be written, in their order. They have room for so many bytes; whoever comes when it is taken waits
 * before he can enter. An append that may not wait for ever goes away when its time is over, unless it is being written.
 */
final class Waiting {

    /** For all that waits or is being written, in kilobytes. */
    static final int ROOM = 64 * 1024;

    private final LinkedBlockingQueue<Append> queue = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(ROOM, true);
    private final AtomicInteger count = new AtomicInteger();

    /**
     * Waits for room, whether or not the caller's thread is interrupted, since an append is either handed in or it is not.
     *
     * @return false where the append's time was over before
     */
    boolean makeRoom(Append append) {
        if (!roomFor(append)) {
            return false;
        }
        count.incrementAndGet();
        return true;
    }

    private boolean roomFor(Append append) {
        int size = size(append);
        if (room.tryAcquire(size)) {
            return true;
        }
        Duration patience = append.patience();
        if (patience == null) {
            room.acquireUninterruptibly(size);
            return true;
        }
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return room.tryAcquire(size, append.nanosLeft(), TimeUnit.NANOSECONDS);
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

    /** Gives back the room of one that was written, or that was refused. */
    void leave(Append append) {
        count.decrementAndGet();
        room.release(size(append));
    }

    void add(Append append) {
        queue.add(append);
    }

    Append take() throws InterruptedException {
        return queue.take();
    }

    @Nullable
    Append poll() {
        return queue.poll();
    }

    /** Those whose time is over; they wait no longer, and nobody writes them. */
    List<Append> overdue() {
        var overdue = new ArrayList<Append>();
        queue.forEach(append -> {
            if (append.patience() != null && append.nanosLeft() <= 0) {
                overdue.add(append);
            }
        });
        overdue.removeIf(append -> !queue.remove(append));
        return overdue;
    }

    int appends() {
        return count.get();
    }

    long bytes() {
        return (ROOM - room.availablePermits()) * 1024L;
    }

    private static int size(Append append) {
        return (int) Math.min(ROOM, 1 + append.weight() / 1024);
    }
}
