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
import org.claimsledger.ledger.LogVerification.Fault;
import org.claimsledger.name.Name;
import org.claimsledger.projection.directory.Directory;
import org.claimsledger.projection.run.Feed;
import org.claimsledger.projection.run.Health;
import org.claimsledger.projection.run.Pace;
import org.claimsledger.projection.run.Progress;
import org.claimsledger.projection.run.Upkeep;
import org.claimsledger.projection.sight.Veil;
import org.claimsledger.projection.table.Page;
import org.claimsledger.projection.table.TablesUnreadable;
import org.claimsledger.projection.versions.ClaimFilter;
import org.claimsledger.projection.versions.Claims;
import org.claimsledger.projection.versions.Moment;
import org.claimsledger.source.SourceKind;
import org.claimsledger.store.EventLog;
import org.claimsledger.subject.SubjectKind;
import org.jspecify.annotations.Nullable;

/**
 * Finds subjects, claims and sources as of any position that both the index and the tables have applied. The index holds
 * whatever was ever said; what it finds is shown only where the tables hold it at the viewpoint. The list for a position
 * is the same for ever. Safe for any number of threads.
 */
public final class Search implements AutoCloseable {

    public static final String NAME = "search";

    /** How many different words may be searched for at once, since each costs a look at the names. */
    public static final int MOST_WORDS = 60;

    /** How many names a search for subjects looks at. */
    public static final int NAMES_LOOKED_AT = 500;

    private final EventLog log;
    private final Progress progress;
    private final Upkeep<IndexGeneration> upkeep;
    private final Directory directory;
    private final Claims claims;

    private Search(
            Upkeep<IndexGeneration> upkeep, EventLog log, Progress progress, Directory directory, Claims claims) {
        this.upkeep = upkeep;
        this.log = log;
        this.progress = progress;
        this.directory = directory;
        this.claims = claims;
    }

    /**
     * Opens the index, or begins to build it, which goes on after {@link #start}.
     *
     * @param folder where the read side is
     * @param directory what is to be shown of subjects and sources
     * @param claims what is to be shown of claims
     */
    public static Search open(
            Path folder, EventLog log, Feed feed, String ledger, Pace pace, Directory directory, Claims claims) {
        try {
            IndexFiles files = new IndexFiles(folder, log, ledger);
            IndexGeneration found = files.open();
            Progress progress = new Progress(Map.of(NAME, found.position()));
            return new Search(new Upkeep<>(files, found, log, feed, progress, pace), log, progress, directory, claims);
        } catch (IOException e) {
            throw new UncheckedIOException("The index in " + folder + " cannot be opened", e);
        }
    }

    /** The same, as somebody may see what is found; only the first one is to be started and closed. */
    public Search seenThrough(Veil veil) {
        return new Search(upkeep, log, progress, directory.seenThrough(veil), claims.seenThrough(veil));
    }

    /** Begins to follow the log. */
    public void start() {
        upkeep.start();
    }

    /**
     * Subjects that go by a name like this one, the likest first.
     *
     * @param kind subjects of this kind only
     * @param after how many are passed over: 0, or {@link Page#next()}
     */
    public Page<SubjectHit> subjects(String q, @Nullable SubjectKind kind, long asOf, long after, int limit) {
        Searching index = at(asOf);
        SubjectSearch search = new SubjectSearch(directory, q, kind, asOf);
        return search.page(index.search(search::find), after, limit);
    }

    /**
     * Claims that have all words in their texts or in the names of their subjects, the closest first.
     *
     * @param after 0, or {@link Page#next()}
     */
    public Page<ClaimHit> claims(String q, ClaimFilter filter, Moment moment, long after, int limit) {
        Asked asked = Asked.of(q);
        Searching index = at(moment.asOf());
        ClaimFilter meant = claims.meant(filter);
        return asked.isEmpty() || meant == null
                ? new Page<>(List.of(), null)
                : new ClaimSearch(index, directory, claims, asked, meant, moment).page(after, limit);
    }

    /**
     * Sources that have all words in their titles, publishers, authors and URLs, the closest first.
     *
     * @param kind sources of this kind only
     * @param after 0, or {@link Page#next()}
     */
    public Page<SourceHit> sources(String q, @Nullable SourceKind kind, long asOf, long after, int limit) {
        Asked asked = Asked.of(q);
        Searching index = at(asOf);
        return asked.isEmpty()
                ? new Page<>(List.of(), null)
                : new SourceSearch(index, directory, asked, kind, asOf).page(after, limit);
    }

    /**
     * Held names that may be this one, the likest by their keys first. How alike they are is for others to say, and under
     * whom their subjects are read.
     *
     * @param kind names of subjects of this kind, and of any that were ever merged
     */
    public List<NameHit> namesLike(Name name, @Nullable SubjectKind kind, long asOf, int most) {
        return at(asOf).search(searcher -> SubjectSearch.find(name, null, kind, asOf, most, searcher))
                .names();
    }

    /** The first name of each subject that was registered with this id by then, at most that many. */
    public List<NameHit> withExternalId(String scheme, String id, long asOf, int most) {
        Query names = NameQueries.recorded(NameQueries.withExternalId(scheme, id), null, Set.of(), asOf);
        return at(asOf).search(searcher -> NameIndex.first(names, most, searcher));
    }

    /**
     * Holds the index against the tables.
     *
     * @param asOf the last position that both have applied
     */
    public void verify(long asOf, Consumer<Fault> faults) {
        try {
            at(asOf).search(searcher -> {
                new IndexVerification(searcher, asOf, faults).run(directory, claims);
                return true;
            });
        } catch (IndexUnreadable damaged) {
            faults.accept(new Fault(0, String.valueOf(damaged.getMessage())));
        }
    }

    /** Readings that are fixed to a position. */
    private Searching at(long asOf) {
        Progress.Mark mark = progress.of(NAME);
        if (mark.error() != null) {
            throw new IndexUnreadable("The index has stopped: " + mark.error(), null);
        }
        if (asOf < 0 || asOf > mark.position()) {
            throw new IllegalArgumentException(
                    "A search as of " + asOf + ", where " + mark.position() + " events are in the index");
        }
        return new Searching() {
            @Override
            public <T> T search(IndexGeneration.Work<T> work) {
                try {
                    return upkeep.read(generation -> Search.this.search(work, generation));
                } catch (TablesUnreadable closed) {
                    throw new IndexUnreadable("The index is closed", closed);
                }
            }
        };
    }

    /** What cannot be read stops the index for everybody; a query that failed over sound files is only itself at fault. */
    private <T> T search(IndexGeneration.Work<T> work, IndexGeneration generation) {
        try {
            return generation.search(work);
        } catch (AlreadyClosedException closed) {
            throw new IndexUnreadable("The index is closed", closed);
        } catch (IOException | InternalError damaged) {
            upkeep.fail(generation, damaged);
            throw new IndexUnreadable("The index cannot be read", damaged);
        } catch (RuntimeException failed) {
            if (generation.isSound()) {
                throw failed;
            }
            upkeep.fail(generation, failed);
            throw new IndexUnreadable("The index cannot be read", failed);
        }
    }

    /** The position up to which the index holds the log, and readers see it. */
    public long applied() {
        return progress.applied();
    }

    /** Whether it follows the log; where it has stopped nothing can be searched for. */
    public boolean isRunning() {
        return progress.of(NAME).error() == null;
    }

    /** False where that position was not reached in time, or cannot be since the index has stopped before it. */
    public boolean awaitApplied(long position, Duration timeout) throws InterruptedException {
        return progress.awaitApplied(position, timeout);
    }

    public Health health() {
        return upkeep.health(log.head());
    }

    /** Begins to make the index anew; the one that there is follows the log and is searched meanwhile. */
    public void rebuild() {
        upkeep.rebuild();
    }

    @Override
    public void close() {
        progress.close();
        upkeep.close();
    }
}
