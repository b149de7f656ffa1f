package org.claimsledger.projection.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.lucene.store.AlreadyClosedException;
import org.claimsledger.projection.claims.ClaimQueries;
import org.claimsledger.projection.registry.Registry;
import org.claimsledger.projection.run.CheckpointPolicy;
import org.claimsledger.projection.run.EventBatches;
import org.claimsledger.projection.run.ProjectionHealth;
import org.claimsledger.projection.run.ProjectionManager;
import org.claimsledger.projection.run.ProjectionProgress;
import org.claimsledger.projection.table.TablesUnreadable;
import org.claimsledger.store.EventLog;
import org.claimsledger.verify.LogVerification.Fault;
import org.jspecify.annotations.Nullable;

/**
 * The live index, which follows the log and holds every text that was ever recorded. Safe for any number of threads.
 */
public final class SearchIndex {

    /** Looks things up in the live index. */
    @FunctionalInterface
    interface IndexAccess {

        /** @throws IndexUnreadable where the index cannot be read */
        <T> T search(IndexGeneration.IndexRead<T> indexRead);
    }

    /**
     * The index cannot answer, because it was closed, has stopped or is damaged. The rest of the read side is not
     * affected.
     */
    public static final class IndexUnreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public IndexUnreadable(String sentence, @Nullable Throwable cause) {
            super(sentence, cause);
        }
    }

    public static final String NAME = "search";

    private final EventLog log;
    private final ProjectionProgress projectionProgress;
    private final ProjectionManager<IndexGeneration> manager;

    private SearchIndex(
            ProjectionManager<IndexGeneration> projectionManager, EventLog log, ProjectionProgress projectionProgress) {
        this.manager = projectionManager;
        this.log = log;
        this.projectionProgress = projectionProgress;
    }

    /**
     * Opens the index. If it has to be built, that begins when its {@link #manager} is started.
     *
     * @param folder the folder of the read side
     */
    public static SearchIndex open(
            Path folder, EventLog log, EventBatches eventBatches, String ledger, CheckpointPolicy checkpointPolicy) {
        try {
            IndexFiles files = new IndexFiles(folder, log, ledger);
            IndexGeneration generation = files.open();
            ProjectionProgress projectionProgress = new ProjectionProgress(Map.of(NAME, generation.position()));
            return new SearchIndex(
                    new ProjectionManager<>(files, generation, log, eventBatches, projectionProgress, checkpointPolicy),
                    log,
                    projectionProgress);
        } catch (IOException e) {
            throw new UncheckedIOException("The index in " + folder + " cannot be opened", e);
        }
    }

    /** The manager that takes the index along the log, to be started and shut down. */
    public ProjectionManager<?> manager() {
        return manager;
    }

    /** Access for a search as of a position, which the index must have applied. */
    IndexAccess at(long asOf) {
        ProjectionProgress.RunState runState = projectionProgress.stateOf(NAME);
        if (runState.error() != null) {
            throw new IndexUnreadable("The index has stopped: " + runState.error(), null);
        }
        if (asOf < 0 || asOf > runState.position()) {
            throw new IllegalArgumentException(
                    "A search as of " + asOf + ", where " + runState.position() + " events are in the index");
        }
        return new IndexAccess() {
            @Override
            public <T> T search(IndexGeneration.IndexRead<T> indexRead) {
                try {
                    return manager.read(generation -> SearchIndex.this.search(indexRead, generation));
                } catch (TablesUnreadable closed) {
                    throw new IndexUnreadable("The index is closed", closed);
                }
            }
        };
    }

    /** Stops an index that cannot be read. A query that fails although the files are sound fails alone. */
    private <T> T search(IndexGeneration.IndexRead<T> indexRead, IndexGeneration generation) {
        try {
            return generation.search(indexRead);
        } catch (AlreadyClosedException closed) {
            throw new IndexUnreadable("The index is closed", closed);
        } catch (IOException | InternalError damaged) {
            manager.fail(generation, damaged);
            throw new IndexUnreadable("The index cannot be read", damaged);
        } catch (RuntimeException failed) {
            if (generation.isIntact()) {
                throw failed;
            }
            manager.fail(generation, failed);
            throw new IndexUnreadable("The index cannot be read", failed);
        }
    }

    /**
     * Compares the index with the tables.
     *
     * @param asOf the last position that both have applied
     * @param recordedRegistry the unredacted registry
     * @param recordedClaims the unredacted claims
     */
    public void verify(Registry recordedRegistry, ClaimQueries recordedClaims, long asOf, Consumer<Fault> faults) {
        try {
            at(asOf).search(searcher -> {
                new IndexVerification(searcher, asOf, faults).run(recordedRegistry, recordedClaims);
                return true;
            });
        } catch (IndexUnreadable damaged) {
            faults.accept(new Fault(0, String.valueOf(damaged.getMessage())));
        }
    }

    /** The position up to which searches see the log. */
    public long applied() {
        return projectionProgress.applied();
    }

    /** Whether the index follows the log; once it has stopped, searches are refused. */
    public boolean isRunning() {
        return projectionProgress.stateOf(NAME).error() == null;
    }

    /** False where the position was not reached in time, or the index has stopped before it. */
    public boolean awaitApplied(long position, Duration timeout) throws InterruptedException {
        return projectionProgress.awaitApplied(position, timeout);
    }

    public ProjectionHealth health() {
        return manager.health(log.head());
    }

    /** Begins to rebuild the index; until the end, the live one follows the log and is searched. */
    public void rebuild() {
        manager.rebuild();
    }
}
