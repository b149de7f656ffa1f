package org.claimsledger.projection.run;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.messaging.eventhandling.processing.EventProcessor;
import org.claimsledger.projection.table.TablesUnreadable;
import org.claimsledger.store.EventLog;
import org.jspecify.annotations.Nullable;

/**
 * One projection as an event processor of Axon: its live generation, the runner that takes it along the log, and the
 * next generation during a rebuild. It stays the same processor when a rebuild replaces the live generation.
 */
public final class ProjectionManager<G extends Generation> implements EventProcessor {

    private final GenerationFiles<G> files;
    private final EventLog log;
    private final EventBatches batches;
    private final ProjectionProgress projectionProgress;
    private final CheckpointPolicy policy;
    private volatile ProjectionRunner<G> live;
    private @Nullable ProjectionRebuild<G> projectionRebuild;
    private volatile @Nullable String rebuildError;
    private int newestNumber;
    private boolean closing;

    /** @param generation the live generation */
    public ProjectionManager(
            GenerationFiles<G> files,
            G generation,
            EventLog log,
            EventBatches eventBatches,
            ProjectionProgress projectionProgress,
            CheckpointPolicy checkpointPolicy) {
        this.files = files;
        this.log = log;
        this.batches = eventBatches;
        this.projectionProgress = projectionProgress;
        this.policy = checkpointPolicy;
        this.live = new ProjectionRunner<>(generation, log, eventBatches, projectionProgress, checkpointPolicy);
        this.newestNumber = generation.number();
    }

    @Override
    public String name() {
        return files.projection();
    }

    /** Begins to follow the log. */
    @Override
    public CompletableFuture<Void> start() {
        live.start();
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public boolean isRunning() {
        return live.isRunning();
    }

    /** Whether an error has stopped it; it then stays at its position until a rebuild or the next start. */
    @Override
    public boolean isError() {
        return projectionProgress.stateOf(name()).error() != null;
    }

    /** Stops it; its files are closed when this returns. */
    @Override
    public CompletableFuture<Void> shutdown() {
        close();
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        descriptor.describeProperty("name", name());
        descriptor.describeProperty("generation", live.generation().number());
        descriptor.describeProperty("position", live.generation().position());
    }

    /** Reads the live generation. A reading ends in the generation in which it began. */
    public <T> T read(Function<G, T> reading) {
        G generation = live.generation();
        while (!generation.acquire()) {
            G next = live.generation();
            if (next == generation) {
                throw new TablesUnreadable("The tables are closed", null);
            }
            generation = next;
        }
        try {
            return reading.apply(generation);
        } finally {
            generation.release();
        }
    }

    /** Stops the live generation, which could not be read; does nothing where another one is live by now. */
    public void fail(G generation, Throwable e) {
        ProjectionRunner<G> failed = live;
        if (failed.generation() == generation) {
            failed.fail(e);
        }
    }

    public synchronized ProjectionHealth health(long head) {
        ProjectionProgress.RunState runState = projectionProgress.stateOf(name());
        G generation = live.generation();
        ProjectionHealth.RebuildProgress progress = null;
        if (projectionRebuild != null) {
            progress = projectionRebuild.progress();
        } else if (live.load().isRunning()) {
            progress = live.load().progress();
        }
        return new ProjectionHealth(
                name(),
                runState.position(),
                Math.max(0, head - runState.position()),
                runState.error(),
                generation.number(),
                progress,
                rebuildError);
    }

    /**
     * Begins a rebuild; until it ends, the live generation is read.
     *
     * @throws RebuildRefused where it is being rebuilt already
     */
    public synchronized void rebuild() {
        if (closing) {
            throw new IllegalStateException("The projections are closed");
        }
        if (projectionRebuild != null || live.load().isRunning()) {
            throw new RebuildRefused(
                    RebuildRefused.Reason.RUNNING, "Projection " + name() + " is being rebuilt already");
        }
        rebuildError = null;
        projectionRebuild = new ProjectionRebuild<>(this, ++newestNumber);
        projectionRebuild.start();
    }

    G createGeneration(int number) throws Exception {
        return files.create(number);
    }

    EventLog log() {
        return log;
    }

    EventBatches batches() {
        return batches;
    }

    /**
     * Makes the next generation the live one, once it has applied at least the same events. Readings of the previous
     * one go on; it is dropped after the last of them.
     */
    void switchTo(G next) throws Exception {
        ProjectionRunner<G> previous = live;
        previous.writeLock().lock();
        try {
            while (next.position() < previous.generation().position()) {
                next.apply(batches.after(next.position()));
            }
            next.checkpoint();
            previous.stopSoon();
            ProjectionRunner<G> projectionRunner =
                    new ProjectionRunner<>(next, log, batches, projectionProgress, policy);
            live = projectionRunner;
            projectionProgress.reached(name(), next.readablePosition());
            projectionRunner.start();
        } finally {
            previous.writeLock().unlock();
        }
        previous.stop();
        previous.generation().retire();
    }

    synchronized void rebuildEnded(@Nullable String error) {
        projectionRebuild = null;
        rebuildError = error;
    }

    /** Wakes all that wait for it, and stops after the current batch. */
    public void close() {
        projectionProgress.close();
        ProjectionRebuild<G> running;
        synchronized (this) {
            closing = true;
            running = projectionRebuild;
        }
        if (running != null) {
            running.stop();
        }
        live.stop();
        if (live.load().isUnfinished()) {
            live.generation().drop();
        } else {
            live.generation().close();
        }
    }
}
