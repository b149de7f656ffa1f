package org.claimsledger.projection.run;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The position of each projection, and the wait until all have reached one. */
public final class ProjectionProgress {

    /** @param error the error that stopped the projection; absent while it runs */
    public record RunState(long position, @Nullable String error) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, RunState> states = new LinkedHashMap<>();
    private volatile long applied;
    private boolean closed;

    public ProjectionProgress(Map<String, Long> positions) {
        positions.forEach((name, position) -> states.put(name, new RunState(position, null)));
        applied = minimum();
    }

    /** The position that all have applied. */
    public long applied() {
        return applied;
    }

    /** False where the position was not reached in time, or a projection has stopped before it. */
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
                left = changed.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    public RunState stateOf(String projection) {
        lock.lock();
        try {
            return states.getOrDefault(projection, new RunState(0, null));
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
        setState(projection, new RunState(position, null));
    }

    void stopped(String projection, long position, String error) {
        setState(projection, new RunState(position, error));
    }

    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void setState(String projection, RunState runState) {
        lock.lock();
        try {
            states.put(projection, runState);
            applied = minimum();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private long minimum() {
        return states.values().stream().mapToLong(RunState::position).min().orElse(0);
    }

    private boolean isOutOfReach(long position) {
        return states.values().stream()
                .anyMatch(runState -> runState.error() != null && runState.position() < position);
    }
}
