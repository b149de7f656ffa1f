package org.claimsledger.projection.run;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * A complete set of what a projection derives from the log, in files of its own. One thread at a time writes it; any number
 * read it, and it is not closed before the last of them is done.
 */
public abstract class Generation {

    private final String projection;
    private final int number;
    private final AtomicInteger references = new AtomicInteger(1);
    private volatile boolean fresh;
    private volatile long position;
    private long checkpointedPosition;
    private long checkpointedAt = System.nanoTime();

    /** @param fresh whether it was begun empty, and has to be filled first */
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

    /** The last event that was applied. */
    public final long position() {
        return position;
    }

    /** The last event that readers see. */
    protected long readablePosition() {
        return position;
    }

    protected final void setPosition(long position) {
        this.position = position;
    }

    /** Applies the events that follow its position. */
    protected abstract void apply(List<LazyEvent> batch) throws Exception;

    /** It holds all that it was to be filled with. */
    final void markLoaded() {
        fresh = false;
    }

    /** Makes what only readings use, after a fresh generation has been filled, until it is {@code stopping}. */
    protected void createDeferredIndexes(BooleanSupplier stopping) throws Exception {}

    /** How many events, and for how many nanoseconds, a start after a kill would have to go back. */
    final long uncheckpointedEvents() {
        return position - checkpointedPosition;
    }

    final long uncheckpointedNanos() {
        return System.nanoTime() - checkpointedAt;
    }

    /** Makes it the live generation, as it is now: a start after a kill begins here, and readers see all of it. */
    protected final void checkpoint() throws Exception {
        checkpointedAt = System.nanoTime();
        writeCheckpoint();
        checkpointedPosition = position;
    }

    protected abstract void writeCheckpoint() throws Exception;

    /** Writes to disk what there is, so that keeping it takes no time. */
    protected abstract void flush() throws Exception;

    /** Whether a reading may begin; it has to {@link #release} it then. */
    public final boolean acquire() {
        return references.getAndUpdate(n -> n == 0 ? 0 : n + 1) > 0;
    }

    /** The last one to leave what was given up drops it. */
    public final void release() {
        if (references.decrementAndGet() == 0) {
            // not in the reader's own thread, which may have been interrupted
            Thread.ofPlatform().name("projection-" + projection + "-drop").start(this::drop);
        }
    }

    /** It is not the live one any more: dropped now, or when nobody reads it. */
    final void retire() {
        if (references.decrementAndGet() == 0) {
            drop();
        }
    }

    /** Closes and deletes it. */
    protected abstract void drop();

    /** Closes it cleanly: the next start goes on from here. */
    protected abstract void close();
}
