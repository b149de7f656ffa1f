package org.claimsledger.projection.run;

import java.util.function.Function;
import org.claimsledger.projection.table.TablesUnreadable;
import org.claimsledger.store.EventLog;
import org.jspecify.annotations.Nullable;

/** One projection: its live generation, who takes it along the log, and the next generation while it is made. */
public final class Upkeep<G extends Generation> {

    private final Generations<G> files;
    private final EventLog log;
    private final Feed feed;
    private final Progress progress;
    private final Pace pace;
    private volatile Runner<G> live;
    private @Nullable Rebuild<G> rebuild;
    private volatile @Nullable String rebuildError;
    private int newest;
    private boolean closing;

    /** @param found the live generation */
    public Upkeep(Generations<G> files, G found, EventLog log, Feed feed, Progress progress, Pace pace) {
        this.files = files;
        this.log = log;
        this.feed = feed;
        this.progress = progress;
        this.pace = pace;
        this.live = new Runner<>(found, log, feed, progress, pace);
        this.newest = found.number();
    }

    String name() {
        return files.projection();
    }

    /** Begins to follow the log. */
    public void start() {
        live.start();
    }

    /** Reads the live generation. A reading that has begun goes on in the generation in which it began. */
    public <T> T read(Function<G, T> reading) {
        G generation = live.generation();
        while (!generation.enter()) {
            G next = live.generation();
            if (next == generation) {
                throw new TablesUnreadable("The tables are closed", null);
            }
            generation = next;
        }
        try {
            return reading.apply(generation);
        } finally {
            generation.leave();
        }
    }

    /** Stops the live generation, which somebody found unreadable; a later one goes on. */
    public void fail(G generation, Throwable e) {
        Runner<G> failed = live;
        if (failed.generation() == generation) {
            failed.fail(e);
        }
    }

    public synchronized Health health(long head) {
        Progress.Mark mark = progress.of(name());
        G generation = live.generation();
        Health.Rebuild making = null;
        if (rebuild != null) {
            making = rebuild.progress();
        } else if (live.filling().isRunning()) {
            making = live.filling().progress();
        }
        return new Health(
                name(),
                mark.position(),
                Math.max(0, head - mark.position()),
                mark.error(),
                generation.number(),
                making,
                rebuildError);
    }

    /**
     * Begins to make it anew; the live generation is read meanwhile.
     *
     * @throws RebuildRefused where it is in the making already
     */
    public synchronized void rebuild() {
        if (closing) {
            throw new IllegalStateException("The projections are closed");
        }
        if (rebuild != null || live.filling().isRunning()) {
            throw new RebuildRefused(
                    RebuildRefused.Reason.RUNNING, "Projection " + name() + " is being rebuilt already");
        }
        rebuildError = null;
        rebuild = new Rebuild<>(this, ++newest);
        rebuild.start();
    }

    G beginGeneration(int number) throws Exception {
        return files.begin(number);
    }

    EventLog log() {
        return log;
    }

    Pace pace() {
        return pace;
    }

    Feed feed() {
        return feed;
    }

    /**
     * Makes the next generation the live one, at a moment when both hold the same or the next one more. Who reads the old
     * one reads on; it is dropped when the last of them is done.
     */
    void takeOver(G next) throws Exception {
        Runner<G> old = live;
        old.turn().lock();
        try {
            while (next.position() < old.generation().position()) {
                next.apply(feed.after(next.position()));
            }
            next.keep();
            old.stopSoon();
            Runner<G> runner = new Runner<>(next, log, feed, progress, pace);
            live = runner;
            progress.reached(name(), next.readable());
            runner.start();
        } finally {
            old.turn().unlock();
        }
        old.stop();
        old.generation().giveUp();
    }

    synchronized void rebuilt(@Nullable String error) {
        rebuild = null;
        rebuildError = error;
    }

    public void close() {
        Rebuild<G> running;
        synchronized (this) {
            closing = true;
            running = rebuild;
        }
        if (running != null) {
            running.stop();
        }
        live.stop();
        if (live.filling().isUnfinished()) {
            live.generation().drop();
        } else {
            live.generation().close();
        }
    }
}
