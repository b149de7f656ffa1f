package org.claimsledger.projection.run;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoreUnreadable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the live generation of one projection along the log, on a thread of its own. Rows and position are committed
 * together, so that every event is applied exactly once, whenever the program stops.
 */
final class Runner<G extends Generation> {

    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);
    private static final long PATIENCE = Duration.ofSeconds(10).toNanos();
    private static final long PAUSE = 100;

    private final G generation;
    private final EventLog log;
    private final Feed feed;
    private final Progress progress;
    private final Pace pace;
    private final Filling filling;
    private final String name;
    private final Thread thread;

    /** Held while the tables are changed; whoever else holds it finds them at rest. */
    private final ReentrantLock turn = new ReentrantLock(true);

    private volatile boolean stopping;
    private boolean waiting;
    private boolean unreadable;

    Runner(G generation, EventLog log, Feed feed, Progress progress, Pace pace) {
        this.generation = generation;
        this.log = log;
        this.feed = feed;
        this.progress = progress;
        this.filling = generation.filling(log, pace);
        this.pace = pace;
        this.name = generation.projection();
        this.thread = Thread.ofPlatform().daemon().name("projection-" + name).unstarted(this::follow);
    }

    void start() {
        thread.start();
    }

    G generation() {
        return generation;
    }

    Filling filling() {
        return filling;
    }

    ReentrantLock turn() {
        return turn;
    }

    /** Returns when the batch in hand is done; the thread is interrupted only where it merely waits. */
    void stop() {
        stopSoon();
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

    /** It begins no further batch. */
    synchronized void stopSoon() {
        stopping = true;
        filling.stop();
        if (waiting) {
            thread.interrupt();
        }
    }

    private void follow() {
        try {
            fill();
            while (!stopping) {
                List<Recorded> batch = next();
                if (batch.isEmpty()) {
                    awaitMore();
                } else {
                    inTurn(() -> generation.apply(batch));
                }
                inTurn(this::keep);
            }
        } catch (Throwable e) {
            LOG.error(
                    "The projection {} stopped after position {}; the others go on. It tries again at the next start,"
                            + " and a rebuild makes it anew.",
                    name,
                    generation.position(),
                    e);
            progress.stopped(name, generation.readable(), String.valueOf(e));
        }
    }

    /** Stops it as if what came next could not be applied: what it made cannot be read. */
    void fail(Throwable e) {
        turn.lock();
        try {
            if (!stopping) {
                LOG.error(
                        "The projection {} cannot be read and has stopped; the others go on. A rebuild makes it anew.",
                        name,
                        e);
                stopSoon();
                progress.stopped(name, generation.readable(), String.valueOf(e));
            }
        } finally {
            turn.unlock();
        }
    }

    /** Nothing, after a pause, where the log cannot be read: its database may be away for a while. */
    private List<Recorded> next() {
        try {
            List<Recorded> batch = feed.after(generation.position());
            unreadable = false;
            return batch;
        } catch (StoreUnreadable away) {
            if (!unreadable) {
                unreadable = true;
                LOG.warn("The projection {} waits, since the log cannot be read", name, away);
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

    private void fill() throws Exception {
        if (generation.isFresh() && filling.run()) {
            generation.keep();
            progress.reached(name, generation.readable());
        }
    }

    private interface Step {
        void take() throws Exception;
    }

    private void inTurn(Step step) throws Exception {
        turn.lock();
        try {
            if (!stopping) {
                step.take();
                progress.reached(name, generation.readable());
            }
        } finally {
            turn.unlock();
        }
    }

    private void keep() throws Exception {
        long unkept = generation.unkept();
        if (unkept == 0
                || unkept < pace.unkept()
                        && generation.unkeptFor() < pace.unkeptFor().toNanos()) {
            return;
        }
        try {
            generation.keep();
        } catch (IOException e) {
            LOG.warn("What {} holds could not be noted; a start after a kill goes back further", name, e);
        }
    }

    private void awaitMore() {
        if (!beginToWait()) {
            return;
        }
        try {
            long began = System.nanoTime();
            long patience = generation.unkept() == 0
                    ? PATIENCE
                    : Math.max(1, pace.unkeptFor().toNanos() - generation.unkeptFor());
            boolean more = log.awaitBeyond(generation.position(), Duration.ofNanos(patience));
            if (!more && System.nanoTime() - began < patience / 2) {
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
}
