package org.claimsledger.store.append;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The last durable event, for all readers, and the threads that wait for the next one. */
public final class LedgerHead {

    /** The last durable event's position and recorded time. */
    public record LastEvent(long position, long recordedAt) {}

    private final Executor watcherExecutor;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition positionMoved = lock.newCondition();
    private final Set<Runnable> watchers = ConcurrentHashMap.newKeySet();
    private volatile LastEvent lastEvent;
    private volatile boolean closed;

    /** @param watcherExecutor runs the watchers, so that none of them holds up the thread that writes */
    public LedgerHead(LastEvent lastEvent, Executor watcherExecutor) {
        this.lastEvent = lastEvent;
        this.watcherExecutor = watcherExecutor;
    }

    public long position() {
        return lastEvent.position();
    }

    public LastEvent last() {
        return lastEvent;
    }

    void moveTo(LastEvent next) {
        lastEvent = next;
        wakeAll();
    }

    /** No more events will come; all waits end. */
    public void close() {
        closed = true;
        wakeAll();
    }

    private void wakeAll() {
        lock.lock();
        try {
            positionMoved.signalAll();
        } finally {
            lock.unlock();
        }
        watchers.forEach(watcherExecutor::execute);
    }

    public boolean awaitBeyond(long position, Duration timeout) throws InterruptedException {
        if (position() > position) {
            return true;
        }
        long left = timeout.toNanos();
        lock.lockInterruptibly();
        try {
            while (position() <= position && !closed && left > 0) {
                left = positionMoved.awaitNanos(left);
            }
            return position() > position;
        } finally {
            lock.unlock();
        }
    }

    /** Runs the watcher after each move of the head, until it is removed. */
    public void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    public boolean unwatch(Runnable watcher) {
        return watchers.remove(watcher);
    }
}
