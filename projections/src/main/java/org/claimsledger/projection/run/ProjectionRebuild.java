package org.claimsledger.projection.run;

import java.time.Instant;
import java.util.List;
import org.claimsledger.store.ThreadJoin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one projection anew, beside the live generation: fills the next one with all that the log holds, takes it along
 * until it is close behind, and swaps.
 */
final class ProjectionRebuild<G extends Generation> {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionRebuild.class);

    /** So many events behind, what is missing can be applied while the live one waits. */
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
        GenerationLoad running = load;
        if (running != null) {
            running.stop();
        }
        ThreadJoin.uninterruptibly(thread);
    }

    ProjectionHealth.RebuildProgress progress() {
        GenerationLoad running = load;
        return running == null
                ? new ProjectionHealth.RebuildProgress(
                        startedAt, 0, manager.log().head())
                : running.progress();
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
            LOG.error("The rebuild of {} failed; the tables that there are stay as they are", manager.name(), e);
            error = String.valueOf(e);
        }
        if (next != null) {
            next.drop();
        }
        manager.rebuildEnded(error);
    }

    /** @return whether it is the live generation now */
    private boolean build(G next) throws Exception {
        GenerationLoad filling = new GenerationLoad(next, manager.log(), manager.batches());
        load = filling;
        if (!filling.run()) {
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
