package org.claimsledger.store;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How far the ledger is durable, for everyone who reads; and those who wait for it to grow. */
final class Head {

    /** The last durable event's position and recorded time. */
    record Last(long position, long recordedAt) {}

    private final Executor wakers;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Set<Runnable> watchers = ConcurrentHashMap.newKeySet();
    private volatile Last last;
    private volatile boolean closed;

    /** @param wakers runs the watchers, so that none of them holds up the thread that writes */
    Head(Last last, Executor wakers) {
        this.last = last;
        this.wakers = wakers;
    }

    long position() {
        return last.position();
    }

    Last last() {
        return last;
    }

    void moveTo(Last next) {
        last = next;
        wakeAll();
    }

    /** Nothing will come any more: whoever waits goes away empty-handed. */
    void close() {
        closed = true;
        wakeAll();
    }

    private void wakeAll() {
        lock.lock();
        try {
            moved.signalAll();
        } finally {
            lock.unlock();
        }
        watchers.forEach(wakers::execute);
    }

    boolean awaitBeyond(long position, Duration timeout) throws InterruptedException {
        if (position() > position) {
            return true;
        }
        long left = timeout.toNanos();
        lock.lockInterruptibly();
        try {
            while (position() <= position && !closed && left > 0) {
                left = moved.awaitNanos(left);
            }
            return position() > position;
        } finally {
            lock.unlock();
        }
    }

    /** Runs the watcher after each move of the head, until it is taken off. */
    void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    boolean unwatch(Runnable watcher) {
        return watchers.remove(watcher);
    }
}
