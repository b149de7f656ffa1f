package org.claimsledger.projection;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.claimsledger.projection.claims.ClaimsProjection;
import org.claimsledger.projection.protection.Visibility;
import org.claimsledger.projection.registry.RegistryProjection;
import org.claimsledger.projection.run.CheckpointPolicy;
import org.claimsledger.projection.run.EventBatches;
import org.claimsledger.projection.run.Projection;
import org.claimsledger.projection.run.ProjectionHealth;
import org.claimsledger.projection.run.ProjectionManager;
import org.claimsledger.projection.run.ProjectionProcessors;
import org.claimsledger.projection.run.ProjectionProgress;
import org.claimsledger.projection.run.ProjectionStopped;
import org.claimsledger.projection.run.RebuildRefused;
import org.claimsledger.projection.run.TableProjections;
import org.claimsledger.projection.search.SearchIndex;
import org.claimsledger.projection.table.TableSnapshots;
import org.claimsledger.store.EventLog;
import org.claimsledger.verify.LogVerification.Fault;

/**
 * The read side of one ledger. Everything in it is derived from the log and follows the log by itself. A file that is
 * lost, damaged or of another ledger is rebuilt.
 *
 * <p>Every reading takes a position of the log, {@code asOf}, of at most {@link #applied()}. The answer for a position
 * never changes. Safe for any number of threads.
 *
 * <p>Callers read through {@link #readModelFor}, because not everybody may know the protected sources.
 */
public final class ReadModels implements AutoCloseable {

    private final TableProjections tableProjections;
    private final ProjectionProgress projectionProgress;
    private final SearchIndex searchIndex;
    private final ReadModel.Storage storage;
    private final ProjectionProcessors processors;

    private ReadModels(
            Path folder, EventLog log, String ledger, List<Projection> all, CheckpointPolicy checkpointPolicy) {
        EventBatches eventBatches = new EventBatches(log);
        this.tableProjections = TableProjections.open(folder, log, eventBatches, ledger, all, checkpointPolicy);
        this.projectionProgress = tableProjections.progress();
        try {
            this.searchIndex = SearchIndex.open(folder, log, eventBatches, ledger, checkpointPolicy);
        } catch (RuntimeException e) {
            tableProjections.close();
            throw e;
        }
        this.storage = new ReadModel.Storage(
                new TableSnapshots(tableProjections.tables(RegistryProjection.NAME), projectionProgress::applied),
                new TableSnapshots(tableProjections.tables(ClaimsProjection.NAME), projectionProgress::applied),
                searchIndex,
                log,
                projectionProgress);
        List<ProjectionManager<?>> managers = new ArrayList<>(tableProjections.managers());
        managers.add(searchIndex.manager());
        this.processors = ProjectionProcessors.start(managers);
    }

    /**
     * Opens the read side. If a part of it has to be built, that goes on after this returns.
     *
     * @param folder the folder of tables and index; created where it is absent
     * @param log the log from which everything is derived
     * @param ledger the id of the ledger
     */
    public static ReadModels open(Path folder, EventLog log, String ledger) {
        return open(
                folder,
                log,
                ledger,
                List.of(new RegistryProjection(), new ClaimsProjection(log)),
                CheckpointPolicy.DEFAULT);
    }

    static ReadModels open(
            Path folder, EventLog log, String ledger, List<Projection> all, CheckpointPolicy checkpointPolicy) {
        return new ReadModels(folder, log, ledger, all, checkpointPolicy);
    }

    /** The position that all tables have applied; later events cannot be read yet. */
    public long applied() {
        return projectionProgress.applied();
    }

    /**
     * Waits until all tables have applied the event at {@code position}.
     *
     * @return false where they have not applied it within {@code timeout}, or no longer can
     */
    public boolean awaitApplied(long position, Duration timeout) throws InterruptedException {
        return projectionProgress.awaitApplied(position, timeout);
    }

    /**
     * Waits until every reading and search shows the event at {@code position}. Does not wait for a projection that has
     * stopped.
     *
     * @return false where some do not show it within {@code timeout}, or no longer can
     */
    public boolean awaitShown(long position, Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        return projectionProgress.awaitApplied(position, timeout)
                & searchIndex.awaitApplied(position, Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    }

    /**
     * Waits until all projections have applied the event at {@code position}, however long it takes. Does not wait for
     * an index that has stopped, because everything else can be read without it.
     *
     * @param every the time between two calls of {@code progress}
     * @param progress takes the position that all projections, or their rebuilds, have applied
     * @throws ProjectionStopped where tables have stopped before the position
     */
    public void catchUp(long position, Duration every, LongConsumer progress) throws InterruptedException {
        while (!awaitShown(position, every) && !isAllButSearchShown(position)) {
            for (ProjectionHealth projectionHealth : tableProjections.health()) {
                if (!projectionHealth.running() && projectionHealth.position() < position) {
                    throw new ProjectionStopped(projectionHealth);
                }
            }
            if (tableProjections.isClosed()) {
                throw new IllegalStateException("The projections were closed");
            }
            progress.accept(health().stream()
                    .mapToLong(ReadModels::positionIncludingRebuild)
                    .min()
                    .orElse(position));
        }
    }

    private boolean isAllButSearchShown(long position) {
        return applied() >= position && !searchIndex.isRunning();
    }

    private static long positionIncludingRebuild(ProjectionHealth projectionHealth) {
        ProjectionHealth.RebuildProgress rebuild = projectionHealth.rebuild();
        return rebuild == null
                ? projectionHealth.position()
                : Math.max(projectionHealth.position(), rebuild.position());
    }

    /**
     * Begins to rebuild a projection. Until the end, the live generation follows the log and is read. The answers stay
     * the same throughout.
     *
     * @throws RebuildRefused where there is no such projection, or it is being rebuilt already
     */
    public void rebuild(String projection) {
        if (projection.equals(SearchIndex.NAME)) {
            searchIndex.rebuild();
        } else {
            tableProjections.rebuild(projection);
        }
    }

    /** The state of each projection. */
    public List<ProjectionHealth> health() {
        List<ProjectionHealth> all = new ArrayList<>(tableProjections.health());
        all.add(searchIndex.health());
        return all;
    }

    /** The projections, as Axon's configuration lists them. */
    ProjectionProcessors processors() {
        return processors;
    }

    /** The read side as one caller may see it; each reading needs a new one. */
    public ReadModel readModelFor(Visibility visibility) {
        return new ReadModel(storage, visibility);
    }

    /** {@link ReadModel#asRecorded} */
    ReadModel asRecorded() {
        return ReadModel.asRecorded(storage);
    }

    /** The position up to which everything can be both searched and read. */
    public long searchable() {
        return Math.min(applied(), searchIndex.applied());
    }

    /** {@link SearchIndex#verify} */
    public void verifySearch(long asOf, Consumer<Fault> faults) {
        ReadModel recorded = asRecorded();
        searchIndex.verify(recorded.registry(), recorded.claims(), asOf, faults);
    }

    /** Stops following the log. Applied events stay, and the next {@link #open} goes on from there. */
    @Override
    public void close() {
        processors.close();
    }
}
