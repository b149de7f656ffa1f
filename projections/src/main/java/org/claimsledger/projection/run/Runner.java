package org.claimsledger.projection.run;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.claimsledger.projection.table.Database;
import org.claimsledger.projection.table.Session;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoreUnreadable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one projection along the log, on a thread of its own. Rows and position are committed together, so that every
 * event is applied exactly once, whenever the program stops.
 */
final class Runner {

    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long PAUSE = 100;

    private final Projection projection;
    private final EventLog log;
    private final Feed feed;
    private final Database database;
    private final Progress progress;
    private final Thread thread;
    private long position;
    private boolean stopping;
    private boolean waiting;
    private boolean unreadable;

    Runner(Projection projection, long position, EventLog log, Feed feed, Database database, Progress progress) {
        this.projection = projection;
        this.position = position;
        this.log = log;
        this.feed = feed;
        this.database = database;
        this.progress = progress;
        this.thread = Thread.ofPlatform()
                .daemon()
                .name("projection-" + projection.name())
                .unstarted(this::follow);
    }

    void start() {
        thread.start();
    }

    /** Returns when the batch in hand is done; the thread is interrupted only where it merely waits. */
    void stop() {
        synchronized (this) {
            stopping = true;
            if (waiting) {
                thread.interrupt();
            }
        }
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        try (Session session = database.write()) {
            while (!isStopping()) {
                List<Recorded> batch = next();
                if (batch.isEmpty()) {
                    awaitMore();
                } else {
                    apply(batch, session);
                }
            }
        } catch (Throwable e) {
            LOG.error(
                    "The projection {} stopped after position {}; the others go on. It tries again at the next start.",
                    projection.name(),
                    position,
                    e);
            progress.stopped(projection.name(), position, String.valueOf(e));
        }
    }

    /** Nothing, after a pause, where the log cannot be read: its database may be away for a while. */
    private List<Recorded> next() {
        try {
            List<Recorded> batch = feed.after(position);
            unreadable = false;
            return batch;
        } catch (StoreUnreadable away) {
            if (!unreadable) {
                unreadable = true;
                LOG.warn("The projection {} waits, since the log cannot be read", projection.name(), away);
            }
            pause();
            return List.of();
        }
    }

    private void pause() {
        if (beginToWait()) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                // stop() says that it is over
            } finally {
                endToWait();
            }
        }
    }

    private void apply(List<Recorded> batch, Session session) throws SQLException {
        projection.apply(batch, session);
        Recorded last = batch.getLast();
        Positions.store(session, projection.name(), last.position(), last.id());
        session.commit();
        position = last.position();
        progress.reached(projection.name(), position);
    }

    private void awaitMore() {
        if (!beginToWait()) {
            return;
        }
        try {
            long began = System.nanoTime();
            boolean more = log.awaitBeyond(position, PATIENCE);
            if (!more && System.nanoTime() - began < PATIENCE.toNanos() / 2) {
                Thread.sleep(PAUSE); // the log was closed before us, and answers at once from now on
            }
        } catch (InterruptedException e) {
            // stop() says that it is over
        } finally {
            endToWait();
        }
    }

    private synchronized boolean beginToWait() {
        waiting = !stopping;
        return waiting;
    }

    private synchronized void endToWait() {
        waiting = false;
        Thread.interrupted(); // no file is read by a thread that is interrupted
    }

    private synchronized boolean isStopping() {
        return stopping;
    }
}
