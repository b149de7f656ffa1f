package org.claimsledger.projection.run;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * A complete set of tables, or a complete index, that a projection derives from the log, in files of its own. One
 * thread at a time writes it. Any number of threads read it, and it is not closed before the last of them is done.
 */
public abstract class Generation {

    private final String projection;
    private final int number;
    private final AtomicInteger references = new AtomicInteger(1);
    private volatile boolean fresh;
    private volatile long position;
    private long checkpointedPosition;
    private long checkpointedAt = System.nanoTime();

    /** @param fresh whether the generation is empty and has to be filled first */
    protected Generation(String projection, int number, long position, boolean fresh) {
        this.projection = projection;
        this.number = number;
        this.position = position;
        this.checkpointedPosition = position;
        this.fresh = fresh;
    }

    public final String projection() {
        return projection;
    }

    public final int number() {
        return number;
    }

    public final boolean isFresh() {
        return fresh;
    }

    /** The position of the last applied event. */
    public final long position() {
        return position;
    }

    /** The position of the last event that readers see. */
    protected long readablePosition() {
        return position;
    }

    protected final void setPosition(long position) {
        this.position = position;
    }

    /** Applies the events that follow the generation's position. */
    protected abstract void apply(List<LazyEvent> batch) throws Exception;

    /** Notes that the generation has been filled. */
    final void markLoaded() {
        fresh = false;
    }

    /**
     * Creates the indexes that only readings use, once a fresh generation is filled; gives up when {@code stopping}.
     */
    protected void createDeferredIndexes(BooleanSupplier stopping) throws Exception {}

    /** The number of events that a start after a kill would have to apply again. */
    final long uncheckpointedEvents() {
        return position - checkpointedPosition;
    }

    /** The nanoseconds since the last checkpoint. */
    final long uncheckpointedNanos() {
        return System.nanoTime() - checkpointedAt;
    }

    /** Makes this the live generation as it is now: a start after a kill begins here, and readers see all of it. */
    protected final void checkpoint() throws Exception {
        checkpointedAt = System.nanoTime();
        writeCheckpoint();
        checkpointedPosition = position;
    }

    protected abstract void writeCheckpoint() throws Exception;

    /** Writes everything to disk, so that the next checkpoint is quick. */
    protected abstract void flush() throws Exception;

    /** Whether a reading may begin; if so, the reader has to call {@link #release} at its end. */
    public final boolean acquire() {
        return references.getAndUpdate(n -> n == 0 ? 0 : n + 1) > 0;
    }

    /** Ends a reading; drops the generation where it was retired and this was the last reading. */
    public final void release() {
        if (references.decrementAndGet() == 0) {
            // not in the reader's own thread, which may have been interrupted
            Thread.ofPlatform().name("projection-" + projection + "-drop").start(this::drop);
        }
    }

    /** Drops the generation, which is no longer the live one, now or after the last reading. */
    final void retire() {
        if (references.decrementAndGet() == 0) {
            drop();
        }
    }

    /** Closes and deletes the files. */
    protected abstract void drop();

    /** Closes the files cleanly, so that the next start goes on from here. */
    protected abstract void close();
}
