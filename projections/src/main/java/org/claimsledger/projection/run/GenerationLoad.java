package org.claimsledger.projection.run;

import java.time.Instant;
import org.claimsledger.store.EventLog;

/**
 * Fills an empty generation with all events of the log. It applies batch after batch, as following the log does, but
 * takes no checkpoints, and creates the indexes that only readings use at the end.
 */
final class GenerationLoad {

    private final Generation generation;
    private final EventLog log;
    private final EventBatches batches;
    private final Instant startedAt = Instant.now();
    private volatile long total;
    private volatile boolean running;
    private volatile boolean stopping;
    private volatile boolean unfinished;

    GenerationLoad(Generation generation, EventLog log, EventBatches batches) {
        this.generation = generation;
        this.log = log;
        this.batches = batches;
        this.total = log.head();
        this.running = generation.isFresh();
    }

    /** Lets it begin no further batch and no further index. */
    void stop() {
        stopping = true;
    }

    boolean isRunning() {
        return running;
    }

    /** Whether it has begun and not reached the end, so that the generation is of no use. */
    boolean isUnfinished() {
        return unfinished;
    }

    ProjectionHealth.RebuildProgress progress() {
        return new ProjectionHealth.RebuildProgress(startedAt, generation.position(), total);
    }

    /** @return false where it was stopped, so that the generation is of no use */
    boolean run() throws Exception {
        running = true;
        unfinished = true;
        try {
            total = log.head();
            while (!stopping && generation.position() < total) {
                generation.apply(batches.after(generation.position()));
            }
            generation.createDeferredIndexes(() -> stopping);
            if (stopping) {
                return false;
            }
            generation.markLoaded();
            unfinished = false;
            return true;
        } finally {
            running = false;
        }
    }
}
