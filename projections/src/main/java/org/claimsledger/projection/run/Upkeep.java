package org.claimsledger.projection.run;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.claimsledger.projection.table.Database;
import org.claimsledger.projection.table.Tables;
import org.claimsledger.projection.table.TablesUnreadable;
import org.claimsledger.store.EventLog;
import org.jspecify.annotations.Nullable;

/** One projection: its live generation, who takes it along the log, and the next generation while it is made. */
final class Upkeep implements Tables {

    private final Projection projection;
    private final Path folder;
    private final String ledger;
    private final EventLog log;
    private final Feed feed;
    private final Progress progress;
    private final Pace pace;
    private volatile Runner live;
    private @Nullable Rebuild rebuild;
    private volatile @Nullable String rebuildError;
    private int newest;
    private boolean closing;

    Upkeep(Generation found, Path folder, String ledger, EventLog log, Feed feed, Progress progress, Pace pace) {
        this.projection = found.projection();
        this.folder = folder;
        this.ledger = ledger;
        this.log = log;
        this.feed = feed;
        this.progress = progress;
        this.pace = pace;
        this.live = new Runner(found, log, feed, progress, pace);
        this.newest = found.number();
    }

    String name() {
        return projection.name();
    }

    void start() {
        live.start();
    }

    @Override
    public <T> T read(Database.Work<T> work) {
        Generation generation = live.generation();
        while (!generation.enter()) {
            Generation next = live.generation();
            if (next == generation) {
                throw new TablesUnreadable("The tables are closed", null);
            }
            generation = next;
        }
        try {
            return generation.database().read(work);
        } finally {
            generation.leave();
        }
    }

    synchronized Health health(long head) {
        Progress.Mark mark = progress.of(name());
        Generation generation = live.generation();
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

    /** Begins to make the tables anew; the live ones are read meanwhile. */
    synchronized void rebuild() {
        if (closing) {
            throw new IllegalStateException("The projections are closed");
        }
        if (rebuild != null || live.filling().isRunning()) {
            throw new RebuildRefused(
                    RebuildRefused.Reason.RUNNING, "Projection " + name() + " is being rebuilt already");
        }
        rebuildError = null;
        rebuild = new Rebuild(this, ++newest);
        rebuild.start();
    }

    Generation beginGeneration(int number) throws SQLException, IOException {
        return Generation.begin(projection, number, folder, ledger);
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
    void takeOver(Generation next) throws SQLException, IOException {
        Runner old = live;
        old.turn().lock();
        try {
            while (next.position() < old.generation().position()) {
                next.apply(feed.after(next.position()));
            }
            next.keep();
            old.stopSoon();
            Runner runner = new Runner(next, log, feed, progress, pace);
            live = runner;
            progress.reached(name(), next.position());
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

    void close() {
        Rebuild running;
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
