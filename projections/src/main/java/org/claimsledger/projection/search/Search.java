package org.claimsledger.projection.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.AlreadyClosedException;
import org.claimsledger.event.SourceKind;
import org.claimsledger.event.SubjectKind;
import org.claimsledger.name.Name;
import org.claimsledger.projection.claims.BitemporalPoint;
import org.claimsledger.projection.claims.ClaimFilter;
import org.claimsledger.projection.claims.ClaimQueries;
import org.claimsledger.projection.protection.Redaction;
import org.claimsledger.projection.registry.Registry;
import org.claimsledger.projection.run.CheckpointPolicy;
import org.claimsledger.projection.run.EventBatches;
import org.claimsledger.projection.run.ProjectionHealth;
import org.claimsledger.projection.run.ProjectionManager;
import org.claimsledger.projection.run.ProjectionProgress;
import org.claimsledger.projection.table.Page;
import org.claimsledger.projection.table.TablesUnreadable;
import org.claimsledger.store.EventLog;
import org.claimsledger.verify.LogVerification.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Finds subjects, claims and sources as of any position that both the index and the tables have applied. The index holds
 * whatever was ever said; what it finds is shown only where the tables hold it at the viewpoint. The list for a position
 * is the same for ever. Safe for any number of threads.
 */
public final class Search implements AutoCloseable {

    public static final String NAME = "search";

    /** How many different words may be searched for at once, since each costs a look at the names. */
    public static final int MAX_WORDS = 60;

    /** How many names a search for subjects looks at. */
    public static final int MAX_NAMES = 500;

    private final EventLog log;
    private final ProjectionProgress projectionProgress;
    private final ProjectionManager<IndexGeneration> manager;
    private final Registry registry;
    private final ClaimQueries claimQueries;

    private Search(
            ProjectionManager<IndexGeneration> projectionManager,
            EventLog log,
            ProjectionProgress projectionProgress,
            Registry registry,
            ClaimQueries claimQueries) {
        this.manager = projectionManager;
        this.log = log;
        this.projectionProgress = projectionProgress;
        this.registry = registry;
        this.claimQueries = claimQueries;
    }

    /**
     * Opens the index, or begins to build it, which goes on after {@link #start}.
     *
     * @param folder where the read side is
     * @param directory what is to be shown of subjects and sources
     * @param claims what is to be shown of claims
     */
    public static Search open(
            Path folder,
            EventLog log,
            EventBatches eventBatches,
            String ledger,
            CheckpointPolicy checkpointPolicy,
            Registry registry,
            ClaimQueries claimQueries) {
        try {
            IndexFiles files = new IndexFiles(folder, log, ledger);
            IndexGeneration found = files.open();
            ProjectionProgress projectionProgress = new ProjectionProgress(Map.of(NAME, found.position()));
            return new Search(
                    new ProjectionManager<>(files, found, log, eventBatches, projectionProgress, checkpointPolicy),
                    log,
                    projectionProgress,
                    registry,
                    claimQueries);
        } catch (IOException e) {
            throw new UncheckedIOException("The index in " + folder + " cannot be opened", e);
        }
    }

    /** The same, as somebody may see what is found; only the first one is to be started and closed. */
    public Search redactedBy(Redaction redaction) {
        return new Search(
                manager, log, projectionProgress, registry.redactedBy(redaction), claimQueries.redactedBy(redaction));
    }

    /** Begins to follow the log. */
    public void start() {
        manager.start();
    }

    /**
     * Subjects that go by a name like this one, the likest first.
     *
     * @param kind subjects of this kind only
     * @param after how many are passed over: 0, or {@link Page#next()}
     */
    public Page<SubjectHit> subjects(String q, @Nullable SubjectKind kind, long asOf, long after, int limit) {
        IndexAccess index = indexAt(asOf);
        SubjectSearch search = new SubjectSearch(registry, q, kind, asOf);
        return search.page(index.search(search::find), after, limit);
    }

    /**
     * Claims that have all words in their texts or in the names of their subjects, the closest first.
     *
     * @param after 0, or {@link Page#next()}
     */
    public Page<ClaimHit> claims(String q, ClaimFilter filter, BitemporalPoint bitemporalPoint, long after, int limit) {
        SearchQuery searchQuery = SearchQuery.of(q);
        IndexAccess index = indexAt(bitemporalPoint.asOf());
        ClaimFilter meant = claimQueries.resolve(filter);
        return searchQuery.isEmpty() || meant == null
                ? new Page<>(List.of(), null)
                : new ClaimSearch(index, registry, claimQueries, searchQuery, meant, bitemporalPoint)
                        .page(after, limit);
    }

    /**
     * Sources that have all words in their titles, publishers, authors and URLs, the closest first.
     *
     * @param kind sources of this kind only
     * @param after 0, or {@link Page#next()}
     */
    public Page<SourceHit> sources(String q, @Nullable SourceKind kind, long asOf, long after, int limit) {
        SearchQuery searchQuery = SearchQuery.of(q);
        IndexAccess index = indexAt(asOf);
        return searchQuery.isEmpty()
                ? new Page<>(List.of(), null)
                : new SourceSearch(index, registry, searchQuery, kind, asOf).page(after, limit);
    }

    /**
     * Held names that may be this one, the likest by their keys first. How alike they are is for others to say, and under
     * whom their subjects are read.
     *
     * @param kind names of subjects of this kind, and of any that were ever merged
     */
    public List<NameHit> namesLike(Name name, @Nullable SubjectKind kind, long asOf, int most) {
        return indexAt(asOf)
                .search(searcher -> SubjectSearch.find(name, null, kind, asOf, most, searcher))
                .hits();
    }

    /** The first name of each subject that was registered with this id by then, at most that many. */
    public List<NameHit> withExternalId(String scheme, String id, long asOf, int most) {
        Query names = NameQueries.recordedBy(NameQueries.withExternalId(scheme, id), null, Set.of(), asOf);
        return indexAt(asOf).search(searcher -> IndexedNameReader.earliest(names, most, searcher));
    }

    /**
     * Holds the index against the tables.
     *
     * @param asOf the last position that both have applied
     */
    public void verify(long asOf, Consumer<Fault> faults) {
        try {
            indexAt(asOf).search(searcher -> {
                new IndexVerification(searcher, asOf, faults).run(registry, claimQueries);
                return true;
            });
        } catch (IndexUnreadable damaged) {
            faults.accept(new Fault(0, String.valueOf(damaged.getMessage())));
        }
    }

    /** Readings that are fixed to a position. */
    private IndexAccess indexAt(long asOf) {
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
                    return manager.read(generation -> Search.this.search(indexRead, generation));
                } catch (TablesUnreadable closed) {
                    throw new IndexUnreadable("The index is closed", closed);
                }
            }
        };
    }

    /** What cannot be read stops the index for everybody; a query that failed over sound files is only itself at fault. */
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

    /** The position up to which the index holds the log, and readers see it. */
    public long applied() {
        return projectionProgress.applied();
    }

    /** Whether it follows the log; where it has stopped nothing can be searched for. */
    public boolean isRunning() {
        return projectionProgress.stateOf(NAME).error() == null;
    }

    /** False where that position was not reached in time, or cannot be since the index has stopped before it. */
    public boolean awaitApplied(long position, Duration timeout) throws InterruptedException {
        return projectionProgress.awaitApplied(position, timeout);
    }

    public ProjectionHealth health() {
        return manager.health(log.head());
    }

    /** Begins to make the index anew; the one that there is follows the log and is searched meanwhile. */
    public void rebuild() {
        manager.rebuild();
    }

    @Override
    public void close() {
        projectionProgress.close();
        manager.close();
    }
}
