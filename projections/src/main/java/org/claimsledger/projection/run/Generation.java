package org.claimsledger.projection.run;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.claimsledger.store.EventLog;

/**
 * One making of what a projection makes of the log, in files of its own. Written by one thread at a time; read by any
 * number, and not closed before the last of them is done.
 */
public abstract class Generation {

    private final String projection;
    private final int number;
    private final AtomicInteger users = new AtomicInteger(1);
    private volatile boolean fresh;
    private volatile long position;
    private long kept;
    private long keptAt = System.nanoTime();

    /** @param fresh whether it was begun empty, and has to be filled first */
    protected Generation(String projection, int number, long position, boolean fresh) {
        this.projection = projection;
        this.number = number;
        this.position = position;
        this.kept = position;
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

    protected final void filled() {
        fresh = false;
    }

    /** The last event that was applied. */
    public final long position() {
        return position;
    }

    /** The last event that readers see. */
    protected long readable() {
        return position;
    }

    protected final void reached(long position) {
        this.position = position;
    }

    /** Who fills it, where it is fresh. */
    protected abstract Filling filling(EventLog log, Pace pace);

    /** Applies the events that follow its position. */
    protected abstract void apply(List<Recorded> batch) throws Exception;

    /** How many events, and for how many nanoseconds, a start after a kill would have to go back. */
    final long unkept() {
        return position - kept;
    }

    final long unkeptFor() {
        return System.nanoTime() - keptAt;
    }

    /** Makes it the live generation, as it is now: a start after a kill begins here, and readers see all of it. */
    protected final void keep() throws Exception {
        keptAt = System.nanoTime();
        keepNow();
        kept = position;
    }

    protected abstract void keepNow() throws Exception;

    /** Writes to disk what there is, so that keeping it takes no time. */
    protected abstract void flush() throws Exception;

    /** Whether a reading may begin; it has to {@link #leave} it then. */
    public final boolean enter() {
        return users.getAndUpdate(n -> n == 0 ? 0 : n + 1) > 0;
    }

    /** The last one to leave what was given up drops it. */
    public final void leave() {
        if (users.decrementAndGet() == 0) {
            // not in the reader's own thread, which may have been interrupted
            Thread.ofPlatform().name("projection-" + projection + "-drop").start(this::drop);
        }
    }

    /** It is not the live one any more: dropped now, or when nobody reads it. */
    final void giveUp() {
        if (users.decrementAndGet() == 0) {
            drop();
        }
    }

    /** Closes and deletes it. */
    protected abstract void drop();

    /** Closes it cleanly: the next start goes on from here. */
    protected abstract void close();
}
