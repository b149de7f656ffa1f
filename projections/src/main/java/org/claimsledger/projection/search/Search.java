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
 * index is listed only if the tables have it at the viewpoint. The list for a position never changes. Safe for any
 * number of threads.
 */
public final class Search {

    /**
     * A text in which the query matches.
     *
     * @param field the name of the text's field, such as {@code statement} or {@code title}
     * @param owner the evidence that a quote belongs to, or the subject that has the name; absent for other fields
     * @param highlights the matching parts of the text, in order
     */
    public record FieldMatch(String field, @Nullable String owner, String text, List<Highlight> highlights) {

        /**
         * A part of the text, in UTF-16 code units.
         *
         * @param from inclusive
         * @param to exclusive
         */
        public record Highlight(int from, int to) {}

        public FieldMatch {
            highlights = List.copyOf(highlights);
        }
    }

    /**
     * A name that the index has found.
     *
     * @param subject the subject that has the name, merged or not
     * @param registered the position at which the subject was registered
     * @param recorded the position at which the name was recorded
     */
    public record NameHit(SubjectId subject, String name, long registered, long recorded) {}

    /** A subject that a search has found, with the name that matches. */
    public record SubjectHit(SubjectAt subject, NameMatch match) {}

    /**
     * The name by which a search has found a subject.
     *
     * @param subject the subject that has the name: the one that was found, or one that is merged into it
     * @param score 1 for exactly the name of the query, less for any other
     */
    public record NameMatch(SubjectId subject, String name, LikenessKind way, double score) {}

    /** A source that a search has found, with the texts that match. */
    public record SourceHit(SourceAt source, List<FieldMatch> fields) {

        public SourceHit {
            fields = List.copyOf(fields);
        }
    }

    /** A claim that a search has found, with the texts that match. */
    public record ClaimHit(ClaimAt claim, List<FieldMatch> fields) {

        public ClaimHit {
            fields = List.copyOf(fields);
        }
    }

    /** The most different words that one query may have, because each is compared with names. */
    public static final int MAX_WORDS = 60;

    /** The most names that a search for subjects looks at. */
    public static final int MAX_NAMES = 500;

    private final SearchIndex searchIndex;
    private final Registry registry;
    private final ClaimQueries claimQueries;

    /**
     * @param registry reads subjects and sources, redacted for the caller
     * @param claimQueries reads claims, redacted for the caller
     */
    public Search(SearchIndex searchIndex, Registry registry, ClaimQueries claimQueries) {
        this.searchIndex = searchIndex;
        this.registry = registry;
        this.claimQueries = claimQueries;
    }

    /**
     * Subjects that have a name like the query, the likest first.
     *
     * @param kind subjects of this kind only; absent for all
     * @param after the number of subjects before the page: 0, or {@link Page#next()}
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
     * @param kind sources of this kind only; absent for all
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
     * Names that may be this one, the likest by their keys first. The caller compares the names, and resolves merges of
     * their subjects.
     *
     * @param kind names of subjects of this kind, and of any that were ever merged; absent for all
     */
    public List<NameHit> namesLike(Name name, @Nullable SubjectKind kind, long asOf, int most) {
        return searchIndex
                .at(asOf)
                .search(searcher -> SubjectSearch.find(name, null, kind, asOf, most, searcher))
                .hits();
    }

    /**
     * The first name of each subject that was registered with this external id, the earliest first, at most {@code
     * most}.
     */
    public List<NameHit> withExternalId(String scheme, String id, long asOf, int most) {
        Query names = NameQueries.recordedBy(NameQueries.withExternalId(scheme, id), null, Set.of(), asOf);
        return searchIndex.at(asOf).search(searcher -> IndexedNameReader.earliest(names, most, searcher));
    }
}
