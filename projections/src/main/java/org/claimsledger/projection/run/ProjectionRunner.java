package org.claimsledger.projection.run;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoreUnreadable;
import org.claimsledger.store.ThreadJoin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the live generation of one projection along the log, on a thread of its own. Rows and position are committed
 * together, so that every event is applied exactly once, whenever the program stops.
 */
final class ProjectionRunner<G extends Generation> {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionRunner.class);
    private static final long MAX_WAIT = Duration.ofSeconds(10).toNanos();
    private static final long PAUSE = 100;

    private final G generation;
    private final EventLog log;
    private final EventBatches batches;
    private final ProjectionProgress projectionProgress;
    private final CheckpointPolicy policy;
    private final GenerationLoad load;
    private final String name;
    private final Thread thread;

    /** Held while the generation changes, so that it is at rest for every other holder. */
    private final ReentrantLock writeLock = new ReentrantLock(true);

    private volatile boolean stopping;
    private boolean waiting;
    private boolean unreadable;

    ProjectionRunner(
            G generation,
            EventLog log,
            EventBatches eventBatches,
            ProjectionProgress projectionProgress,
            CheckpointPolicy checkpointPolicy) {
        this.generation = generation;
        this.log = log;
        this.batches = eventBatches;
        this.projectionProgress = projectionProgress;
        this.load = new GenerationLoad(generation, log, eventBatches);
        this.policy = checkpointPolicy;
        this.name = generation.projection();
        this.thread = Thread.ofPlatform().daemon().name("projection-" + name).unstarted(this::follow);
    }

    void start() {
        thread.start();
    }

    /** Whether it runs and has not been told to stop. */
    boolean isRunning() {
        return thread.isAlive() && !stopping;
    }

    G generation() {
        return generation;
    }

    GenerationLoad load() {
        return load;
    }

    ReentrantLock writeLock() {
        return writeLock;
    }

    /** Returns when the current batch is done. The thread is interrupted only while it waits. */
    void stop() {
        stopSoon();
        ThreadJoin.uninterruptibly(thread);
    }

    /** Lets it begin no further batch. */
    synchronized void stopSoon() {
        stopping = true;
        load.stop();
        if (waiting) {
            thread.interrupt();
        }
    }

    private void follow() {
        try {
            loadIfFresh();
            while (!stopping) {
                List<LazyEvent> batch = next();
                if (batch.isEmpty()) {
                    awaitMore();
                } else {
                    exclusively(() -> generation.apply(batch));
                }
                exclusively(this::checkpointIfDue);
            }
        } catch (Throwable e) {
            LOG.error(
                    "The projection {} stopped after position {}; the others go on. It tries again at the next start,"
                            + " and a rebuild repairs it.",
                    name,
                    generation.position(),
                    e);
            projectionProgress.stopped(name, generation.readablePosition(), String.valueOf(e));
        }
    }

    /** Stops it as an event that cannot be applied would, because its generation cannot be read. */
    void fail(Throwable e) {
        writeLock.lock();
        try {
            if (!stopping) {
                LOG.error(
                        "The projection {} cannot be read and has stopped; the others go on. A rebuild repairs it.",
                        name,
                        e);
                stopSoon();
                projectionProgress.stopped(name, generation.readablePosition(), String.valueOf(e));
            }
        } finally {
            writeLock.unlock();
        }
    }

    /**
     * The next batch; empty, after a pause, where the log cannot be read, because its database may be away for a while.
     */
    private List<LazyEvent> next() {
        try {
            List<LazyEvent> batch = batches.after(generation.position());
            unreadable = false;
            return batch;
        } catch (StoreUnreadable away) {
            if (!unreadable) {
                unreadable = true;
                LOG.warn("The projection {} waits, because the log cannot be read", name, away);
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
                // stopping is checked by the caller
            } finally {
                endToWait();
            }
        }
    }

    private void loadIfFresh() throws Exception {
        if (generation.isFresh() && load.run()) {
            generation.checkpoint();
            projectionProgress.reached(name, generation.readablePosition());
        }
    }

    private interface Step {
        void take() throws Exception;
    }

    private void exclusively(Step step) throws Exception {
        writeLock.lock();
        try {
            if (!stopping) {
                step.take();
                projectionProgress.reached(name, generation.readablePosition());
            }
        } finally {
            writeLock.unlock();
        }
    }

    private void checkpointIfDue() throws Exception {
        long uncheckpointed = generation.uncheckpointedEvents();
        if (uncheckpointed == 0
                || uncheckpointed < policy.maxUncheckpointedEvents()
                        && generation.uncheckpointedNanos()
                                < policy.maxUncheckpointedTime().toNanos()) {
            return;
        }
        try {
            generation.checkpoint();
        } catch (IOException e) {
            LOG.warn("The checkpoint of {} failed; a start after a kill goes back further", name, e);
        }
    }

    private void awaitMore() {
        if (!beginToWait()) {
            return;
        }
        try {
            long began = System.nanoTime();
            long maxWait = generation.uncheckpointedEvents() == 0
                    ? MAX_WAIT
                    : Math.max(1, policy.maxUncheckpointedTime().toNanos() - generation.uncheckpointedNanos());
            boolean hasMore = log.awaitBeyond(generation.position(), Duration.ofNanos(maxWait));
            if (!hasMore && System.nanoTime() - began < maxWait / 2) {
                Thread.sleep(PAUSE); // the log is closed already, and from now on answers at once
            }
        } catch (InterruptedException e) {
            // stopping is checked by the caller
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
        Thread.interrupted(); // an interrupted thread must not read files
    }
}
