package org.claimsledger.projection.search;

import java.util.List;
import java.util.Set;
import org.apache.lucene.search.Query;
import org.claimsledger.event.SourceDetails.SourceKind;
import org.claimsledger.event.SubjectDetails.SubjectKind;
import org.claimsledger.name.Likeness.LikenessKind;
import org.claimsledger.name.Name;
import org.claimsledger.projection.claims.BitemporalPoint;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.projection.claims.ClaimFilter;
import org.claimsledger.projection.claims.ClaimQueries;
import org.claimsledger.projection.registry.Registry;
import org.claimsledger.projection.registry.Registry.SourceAt;
import org.claimsledger.projection.registry.Registry.SubjectAt;
import org.claimsledger.projection.search.SearchIndex.IndexAccess;
import org.claimsledger.projection.table.Page;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Finds subjects, claims and sources as of any position that both the index and the tables have applied. A match in the
 * index is shown only where the tables hold it at the viewpoint. The list for a position is the same for ever. Safe for
 * any number of threads.
 */
public final class Search {

    /**
     * A text in which words were found.
     *
     * @param field the text's name, such as {@code statement} or {@code title}
     * @param owner where there can be several: the piece of evidence, or the subject that goes by the name
     * @param highlights the words that were found, in order
     */
    public record FieldMatch(String field, @Nullable String owner, String text, List<Highlight> highlights) {

        /**
         * A part of the text, in UTF-16 code units.
         *
         * @param from where it begins
         * @param to where it has ended
         */
        public record Highlight(int from, int to) {}

        public FieldMatch {
            highlights = List.copyOf(highlights);
        }
    }

    /**
     * A name that the index has found.
     *
     * @param subject its holder, whichever subject that is read under
     * @param registered the position at which that subject was registered
     * @param recorded the position at which the name was recorded
     */
    public record NameHit(SubjectId subject, String name, long registered, long recorded) {}

    /** A subject that was found, and by which name. */
    public record SubjectHit(SubjectAt subject, NameMatch match) {}

    /**
     * The name by which a subject was found.
     *
     * @param subject the holder of the name; merged into the one that was found where the two differ
     * @param score 1 for the very name that was asked for, less for any other
     */
    public record NameMatch(SubjectId subject, String name, LikenessKind way, double score) {}

    /** A source that was found, and in which of its texts. */
    public record SourceHit(SourceAt source, List<FieldMatch> fields) {

        public SourceHit {
            fields = List.copyOf(fields);
        }
    }

    /** A claim that was found, and in which of its texts. */
    public record ClaimHit(ClaimAt claim, List<FieldMatch> fields) {

        public ClaimHit {
            fields = List.copyOf(fields);
        }
    }

    /** The most different words that one search may have, because each costs a look at the names. */
    public static final int MAX_WORDS = 60;

    /** The most names that a search for subjects looks at. */
    public static final int MAX_NAMES = 500;

    private final SearchIndex searchIndex;
    private final Registry registry;
    private final ClaimQueries claimQueries;

    /**
     * @param registry shows subjects and sources, redacted for whoever searches
     * @param claimQueries shows claims, likewise redacted
     */
    public Search(SearchIndex searchIndex, Registry registry, ClaimQueries claimQueries) {
        this.searchIndex = searchIndex;
        this.registry = registry;
        this.claimQueries = claimQueries;
    }

    /**
     * Subjects that go by a name like this one, the likest first.
     *
     * @param kind subjects of this kind only
     * @param after how many are passed over: 0, or {@link Page#next()}
     */
    public Page<SubjectHit> subjects(String q, @Nullable SubjectKind kind, long asOf, long after, int limit) {
        IndexAccess index = searchIndex.at(asOf);
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
        IndexAccess index = searchIndex.at(bitemporalPoint.asOf());
        ClaimFilter resolved = claimQueries.resolve(filter);
        return searchQuery.isEmpty() || resolved == null
                ? new Page<>(List.of(), null)
                : new ClaimSearch(index, registry, claimQueries, searchQuery, resolved, bitemporalPoint)
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
        IndexAccess index = searchIndex.at(asOf);
        return searchQuery.isEmpty()
                ? new Page<>(List.of(), null)
                : new SourceSearch(index, registry, searchQuery, kind, asOf).page(after, limit);
    }

    /**
     * Names that may be this one, the likest by their keys first. The caller decides how alike they are, and which subjects
     * their holders are read under.
     *
     * @param kind names of subjects of this kind, and of any that were ever merged
     */
    public List<NameHit> namesLike(Name name, @Nullable SubjectKind kind, long asOf, int most) {
        return searchIndex
                .at(asOf)
                .search(searcher -> SubjectSearch.find(name, null, kind, asOf, most, searcher))
                .hits();
    }

    /** The first name of each subject that was registered with this id by then, at most that many. */
    public List<NameHit> withExternalId(String scheme, String id, long asOf, int most) {
        Query names = NameQueries.recordedBy(NameQueries.withExternalId(scheme, id), null, Set.of(), asOf);
        return searchIndex.at(asOf).search(searcher -> IndexedNameReader.earliest(names, most, searcher));
    }
}
