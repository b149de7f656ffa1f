package org.claimsledger.projection.run;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** How far each projection has come, for everybody who waits for it. */
public final class Progress {

    /** @param error what stopped it; absent while it runs */
    public record Mark(long position, @Nullable String error) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Map<String, Mark> marks = new LinkedHashMap<>();
    private volatile long applied;
    private boolean closed;

    public Progress(Map<String, Long> positions) {
        positions.forEach((name, position) -> marks.put(name, new Mark(position, null)));
        applied = least();
    }

    /** The position that all have applied. */
    public long applied() {
        return applied;
    }

    /** False where that position was not reached in time, or cannot be since a projection stopped before it. */
    public boolean awaitApplied(long position, Duration timeout) throws InterruptedException {
        if (applied >= position) {
            return true;
        }
        long left = timeout.toNanos();
        lock.lockInterruptibly();
        try {
            while (applied < position) {
                if (left <= 0 || closed || isOutOfReach(position)) {
                    return false;
                }
                left = moved.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    public Mark of(String projection) {
        lock.lock();
        try {
            return marks.getOrDefault(projection, new Mark(0, null));
        } finally {
            lock.unlock();
        }
    }

    public boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    void reached(String projection, long position) {
        mark(projection, new Mark(position, null));
    }

    void stopped(String projection, long position, String error) {
        mark(projection, new Mark(position, error));
    }

    public void close() {
        lock.lock();
        try {
            closed = true;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void mark(String projection, Mark mark) {
        lock.lock();
        try {
            marks.put(projection, mark);
            applied = least();
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private long least() {
        return marks.values().stream().mapToLong(Mark::position).min().orElse(0);
    }

    private boolean isOutOfReach(long position) {
        return marks.values().stream().anyMatch(mark -> mark.error() != null && mark.position() < position);
    }
}
