package org.claimsledger.projection.run;

import java.time.Instant;
import java.util.List;
import org.claimsledger.store.ThreadJoin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rebuilds one projection beside its live generation: fills the next generation with all events of the log, follows the
 * log until it is close behind its end, and swaps the two.
 */
final class ProjectionRebuild<G extends Generation> {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionRebuild.class);

    /** The most missing events that are applied while the live generation waits. */
    private static final long SWITCH_THRESHOLD = 1_000;

    private final ProjectionManager<G> manager;
    private final int number;
    private final Instant startedAt = Instant.now();
    private final Thread thread;
    private volatile @Nullable GenerationLoad load;
    private volatile boolean stopping;

    ProjectionRebuild(ProjectionManager<G> projectionManager, int number) {
        this.manager = projectionManager;
        this.number = number;
        this.thread = Thread.ofPlatform()
                .daemon()
                .name("projection-" + projectionManager.name() + "-rebuild")
                .unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void stop() {
        stopping = true;
        GenerationLoad currentLoad = load;
        if (currentLoad != null) {
            currentLoad.stop();
        }
        ThreadJoin.uninterruptibly(thread);
    }

    ProjectionHealth.RebuildProgress progress() {
        GenerationLoad currentLoad = load;
        return currentLoad == null
                ? new ProjectionHealth.RebuildProgress(
                        startedAt, 0, manager.log().head())
                : currentLoad.progress();
    }

    private void run() {
        G next = null;
        String error = null;
        try {
            next = manager.createGeneration(number);
            if (build(next)) {
                next = null;
            }
        } catch (Throwable e) {
            LOG.error("The rebuild of {} failed; the live generation stays as it is", manager.name(), e);
            error = String.valueOf(e);
        }
        if (next != null) {
            next.drop();
        }
        manager.rebuildEnded(error);
    }

    /** @return whether {@code next} is the live generation now */
    private boolean build(G next) throws Exception {
        GenerationLoad nextLoad = new GenerationLoad(next, manager.log(), manager.batches());
        load = nextLoad;
        if (!nextLoad.run()) {
            return false;
        }
        while (!stopping) {
            if (manager.log().head() - next.position() <= SWITCH_THRESHOLD) {
                next.flush();
                manager.switchTo(next);
                return true;
            }
            List<LazyEvent> batch = manager.batches().after(next.position());
            next.apply(batch);
        }
        return false;
    }
}
