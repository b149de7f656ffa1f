package org.claimsledger.projection.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.claimsledger.event.SubjectDetails.SubjectKind;
import org.claimsledger.name.Likeness;
import org.claimsledger.name.Likeness.LikenessKind;
import org.claimsledger.name.Name;
import org.claimsledger.projection.registry.Registry;
import org.claimsledger.projection.registry.Registry.SubjectAt;
import org.claimsledger.projection.search.Search.NameHit;
import org.claimsledger.projection.search.Search.NameMatch;
import org.claimsledger.projection.search.Search.SubjectHit;
import org.claimsledger.projection.search.TokenizedText.TextToken;
import org.claimsledger.projection.table.Page;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Finds subjects by a name in any spelling. The index names candidates, {@link Likeness} compares their names with the
 * query, and the tables resolve merges of their subjects.
 */
final class SubjectSearch {

    /**
     * The most names that are compared: first those with all words as they are written, then as they sound, and if
     * these are few those with words that begin so, with misprints, and with only some of the words. Of each group the
     * ones that were recorded first are compared.
     */
    private static final int MAX_NAMES = Search.MAX_NAMES;

    /** The number of names from which looser ones are not looked for. */
    private static final int ENOUGH_NAMES = 100;

    /** The lowest score of a name of which the query is a beginning; the longer the query, the more is added. */
    private static final double PREFIX_SCORE = 0.5;

    private static final double COMPLETENESS_SCORE = 0.4;

    private static final Comparator<RankedSubject> BEST = Comparator.comparingDouble(
                    (RankedSubject it) -> -it.match().score())
            .thenComparing(it -> it.match().way())
            .thenComparingLong(RankedSubject::registered)
            .thenComparingLong(RankedSubject::recorded);

    private record RankedSubject(SubjectId keptSubject, NameMatch match, long registered, long recorded) {}

    /**
     * Names that may be meant, as they were ever recorded.
     *
     * @param everMerged those of their subjects that may be read under others
     * @param everWithdrawn those of their subjects that may have lost the name
     */
    record NameCandidates(List<NameHit> hits, Set<SubjectId> everMerged, Set<SubjectId> everWithdrawn) {}

    private final Registry registry;
    private final Name name;
    private final SearchQuery searchQuery;
    private final @Nullable SubjectKind kind;
    private final long asOf;

    SubjectSearch(Registry registry, String query, @Nullable SubjectKind kind, long asOf) {
        this.registry = registry;
        this.name = Name.of(query);
        this.searchQuery = SearchQuery.of(query);
        this.kind = kind;
        this.asOf = asOf;
    }

    NameCandidates find(IndexSearcher searcher) throws IOException {
        return find(name, searchQuery, kind, asOf, MAX_NAMES, searcher);
    }

    /** @param searchQuery words that a name may also have, or begin with; absent for none */
    static NameCandidates find(
            Name name,
            @Nullable SearchQuery searchQuery,
            @Nullable SubjectKind kind,
            long asOf,
            int most,
            IndexSearcher searcher)
            throws IOException {
        SubjectsByName subjectsByName = new SubjectsByName(searcher, asOf);
        Set<Long> everMerged = subjectsByName.everMerged();
        NameQueries nameQueries = new NameQueries(name, searcher);
        Set<NameHit> hits = new LinkedHashSet<>();
        List<Query> queries = new ArrayList<>(nameQueries.strictQueries());
        int strict = queries.size();
        queries.addAll(nameQueries.looseQueries());
        if (searchQuery != null && !searchQuery.isEmpty()) {
            queries.add(strict, WordQueries.NAMES.everyTerm(searchQuery));
        }
        for (int i = 0; i < queries.size() && hits.size() < (i < strict ? most : Math.min(most, ENOUGH_NAMES)); i++) {
            hits.addAll(IndexedNameReader.earliest(
                    NameQueries.recordedBy(queries.get(i), kind, everMerged, asOf), most, searcher));
        }
        return new NameCandidates(
                hits.stream().limit(most).toList(),
                subjectsIn(everMerged, hits),
                subjectsIn(subjectsByName.everWithdrawn(), hits));
    }

    private static Set<SubjectId> subjectsIn(Set<Long> hashes, Set<NameHit> hits) {
        Set<SubjectId> subjects = new HashSet<>();
        for (NameHit hit : hits) {
            if (hashes.contains(IndexFields.subjectHash(hit.subject()))) {
                subjects.add(hit.subject());
            }
        }
        return subjects;
    }

    /** @param after the number of subjects before the page */
    Page<SubjectHit> page(NameCandidates candidates, long after, int limit) {
        List<RankedSubject> ranked = ranked(candidates);
        List<SubjectHit> items = new ArrayList<>();
        int at = (int) Math.min(after, ranked.size());
        for (; at < ranked.size() && items.size() < limit; at++) {
            SubjectHit hit = hit(ranked.get(at));
            if (hit != null) {
                items.add(hit);
            }
        }
        return new Page<>(items, at < ranked.size() ? (long) at : null);
    }

    private List<RankedSubject> ranked(NameCandidates candidates) {
        Map<SubjectId, SubjectId> keptSubjects = registry.keptFor(candidates.everMerged(), asOf);
        Map<SubjectId, RankedSubject> best = new LinkedHashMap<>();
        for (NameHit hit : candidates.hits()) {
            NameMatch match = match(hit);
            if (match != null && !isWithdrawn(hit, candidates)) {
                SubjectId kept = keptSubjects.getOrDefault(hit.subject(), hit.subject());
                RankedSubject rankedSubject = new RankedSubject(kept, match, hit.registered(), hit.recorded());
                best.merge(kept, rankedSubject, (one, other) -> BEST.compare(one, other) <= 0 ? one : other);
            }
        }
        return best.values().stream().sorted(BEST).toList();
    }

    private boolean isWithdrawn(NameHit hit, NameCandidates candidates) {
        return candidates.everWithdrawn().contains(hit.subject())
                && registry.subject(hit.subject(), asOf)
                        .filter(it -> it.subject().names().contains(hit.name()))
                        .isEmpty();
    }

    private @Nullable NameMatch match(NameHit hit) {
        Likeness likeness = Likeness.ofQuery(name, Name.of(hit.name()));
        double prefixScore = likeness.score() < 1 ? prefixScore(hit.name()) : 0;
        if (likeness.score() >= Likeness.MATCH && likeness.score() >= prefixScore) {
            return new NameMatch(hit.subject(), hit.name(), likeness.kind(), likeness.score());
        }
        return prefixScore > 0 ? new NameMatch(hit.subject(), hit.name(), LikenessKind.BEGINNING, prefixScore) : null;
    }

    /** 0 unless every word of the query is or begins a word of the name. */
    private double prefixScore(String candidate) {
        if (searchQuery.isEmpty()) {
            return 0;
        }
        TokenizedText tokenizedText = TokenizedText.of(candidate);
        BitSet all = new BitSet();
        for (SearchQuery.QueryTerm queryTerm : searchQuery.terms()) {
            BitSet places = queryTerm.matchingTokens(tokenizedText);
            if (places.isEmpty()) {
                return 0;
            }
            all.or(places);
        }
        int lettersOfName = tokenizedText.tokens().stream()
                .mapToInt(it -> it.folded().length())
                .sum();
        int lettersOfQuery = searchQuery.tokens().stream()
                .map(TextToken::folded)
                .mapToInt(String::length)
                .sum();
        return PREFIX_SCORE + COMPLETENESS_SCORE * Math.min(1, (double) lettersOfQuery / lettersOfName);
    }

    /** Absent where the tables do not have the match at the position. */
    private @Nullable SubjectHit hit(RankedSubject rankedSubject) {
        SubjectAt subject = registry.subject(rankedSubject.keptSubject(), asOf).orElse(null);
        SubjectId holder = rankedSubject.match().subject();
        SubjectAt holderAt = holder.equals(rankedSubject.keptSubject())
                ? subject
                : registry.subject(holder, asOf).orElse(null);
        return subject != null
                        && holderAt != null
                        && holderAt.subject()
                                .names()
                                .contains(rankedSubject.match().name())
                        && (kind == null || subject.subject().details().kind() == kind)
                ? new SubjectHit(subject, rankedSubject.match())
                : null;
    }
}
