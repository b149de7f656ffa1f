package org.claimsledger.projection.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.claimsledger.projection.claims.BitemporalPoint;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.projection.claims.ClaimFilter;
import org.claimsledger.projection.claims.ClaimQueries;
import org.claimsledger.projection.registry.Registry;
import org.claimsledger.projection.search.MatchPager.MatchTier;
import org.claimsledger.projection.search.Search.ClaimHit;
import org.claimsledger.projection.search.SearchIndex.IndexAccess;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Finds claims by words of their texts, and by names of their subjects in any spelling. The names of a subject include
 * those of all subjects that count as one with it.
 */
final class ClaimSearch extends MatchPager<ClaimHit> {

    private static final int MAX_FIELDS = 20;
    private static final String NAME = "name";

    private final IndexAccess index;
    private final Registry registry;
    private final ClaimQueries claimQueries;
    private final SearchQuery searchQuery;
    private final ClaimFilter filter;
    private final BitemporalPoint viewpoint;
    private final Map<MatchTier, Query> queries = new EnumMap<>(MatchTier.class);
    private final Map<SubjectId, SubjectNameMatches> subjectNameMatches = new HashMap<>();

    ClaimSearch(
            IndexAccess index,
            Registry registry,
            ClaimQueries claimQueries,
            SearchQuery searchQuery,
            ClaimFilter filter,
            BitemporalPoint bitemporalPoint) {
        super(searchQuery);
        this.index = index;
        this.registry = registry;
        this.claimQueries = claimQueries;
        this.searchQuery = searchQuery;
        this.filter = filter;
        this.viewpoint = bitemporalPoint;
    }

    @Override
    List<Long> candidates(MatchTier matchTier, long after, int count) {
        return index.search(searcher -> {
            Query query = queries.get(matchTier);
            if (query == null) {
                query = filtered(query(matchTier, new SubjectsByName(searcher, viewpoint.asOf()), searcher));
                queries.put(matchTier, query);
            }
            return firstAfter(query, IndexFields.CLAIM_NO, after, viewpoint.asOf(), count, searcher);
        });
    }

    private Query query(MatchTier matchTier, SubjectsByName subjectsByName, IndexSearcher searcher) throws IOException {
        if (matchTier == MatchTier.PHRASE) {
            return inTextsOrNames(
                    WordQueries.CLAIMS.phrase(searchQuery), WordQueries.NAMES.phrase(searchQuery), subjectsByName);
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (SearchQuery.QueryTerm queryTerm : searchQuery.terms()) {
            all.add(
                    matchTier == MatchTier.WHOLE_WORDS
                            ? inTextsOrNames(
                                    WordQueries.CLAIMS.wholeTerm(queryTerm),
                                    WordQueries.NAMES.wholeTerm(queryTerm),
                                    subjectsByName)
                            : inTextsOrNames(
                                    WordQueries.CLAIMS.wholeOrPrefix(queryTerm),
                                    anyNameQuery(queryTerm, queryTerm.equals(searchQuery.lastTerm()), searcher),
                                    subjectsByName),
                    Occur.FILTER);
        }
        return all.build();
    }

    private static Query anyNameQuery(SearchQuery.QueryTerm queryTerm, boolean isLast, IndexSearcher searcher)
            throws IOException {
        return new BooleanQuery.Builder()
                .add(new NameQueries(queryTerm.name(), searcher).anyWord(), Occur.SHOULD)
                .add(
                        isLast ? WordQueries.NAMES.wholeOrPrefix(queryTerm) : WordQueries.NAMES.wholeTerm(queryTerm),
                        Occur.SHOULD)
                .build();
    }

    private static Query inTextsOrNames(Query texts, Query names, SubjectsByName subjectsByName) throws IOException {
        long[] named = subjectsByName.named(names);
        return named.length == 0
                ? texts
                : new BooleanQuery.Builder()
                        .add(texts, Occur.SHOULD)
                        .add(LongField.newSetQuery(IndexFields.CLAIM_SUBJECT, named), Occur.SHOULD)
                        .build();
    }

    private Query filtered(Query query) {
        BooleanQuery.Builder filtered = new BooleanQuery.Builder().add(query, Occur.FILTER);
        if (filter.predicate() != null) {
            filtered.add(
                    new TermQuery(new Term(
                            IndexFields.CLAIM_PREDICATE, filter.predicate().value())),
                    Occur.FILTER);
        }
        if (filter.source() != null) {
            filtered.add(
                    new TermQuery(
                            new Term(IndexFields.CLAIM_SOURCE, filter.source().value())),
                    Occur.FILTER);
        }
        if (!filter.subjects().isEmpty()) {
            long[] about = filter.subjects().stream()
                    .flatMap(it -> registry.sameAs(it, viewpoint.asOf()).stream())
                    .mapToLong(IndexFields::subjectHash)
                    .distinct()
                    .toArray();
            filtered.add(LongField.newSetQuery(IndexFields.CLAIM_SUBJECT, about), Occur.FILTER);
        }
        return filtered.build();
    }

    @Override
    List<RankedMatch<ClaimHit>> matches(List<Long> candidates) {
        List<RankedMatch<ClaimHit>> matched = new ArrayList<>();
        for (ClaimAt claim : claimQueries.among(candidates, filter, viewpoint)) {
            List<TextMatch> textMatches = new ArrayList<>(texts(claim));
            SubjectNameMatches nameMatches =
                    subjectNameMatches.computeIfAbsent(claim.claim().content().subject(), this::names);
            textMatches.addAll(nameMatches.literalMatches());
            MatchTier matchTier = TextMatch.tier(textMatches, searchQuery);
            if (matchTier == null) {
                textMatches.addAll(nameMatches.spellingMatches());
                matchTier = TextMatch.tier(textMatches, searchQuery);
            }
            if (matchTier != null) {
                matched.add(new RankedMatch<>(
                        claim.claimNo(),
                        matchTier,
                        new ClaimHit(claim, TextMatch.bestFields(textMatches, MAX_FIELDS))));
            }
        }
        return matched;
    }

    private List<TextMatch> texts(ClaimAt claim) {
        return ClaimDocument.texts(claim).stream()
                .map(it -> TextMatch.inText(it.text(), it.field(), it.evidence(), searchQuery))
                .toList();
    }

    private SubjectNameMatches names(SubjectId subject) {
        return new SubjectNameMatches(registry.names(subject, viewpoint.asOf()), searchQuery);
    }

    /** The matches in the names of one subject. Other spellings are compared only when they are needed. */
    private static final class SubjectNameMatches {

        private final Map<SubjectId, List<String>> names;
        private final SearchQuery searchQuery;
        private final List<TextMatch> literalMatches = new ArrayList<>();
        private @Nullable List<TextMatch> spellingMatches;

        SubjectNameMatches(Map<SubjectId, List<String>> names, SearchQuery searchQuery) {
            this.names = names;
            this.searchQuery = searchQuery;
            forEachName((name, holder) -> literalMatches.add(TextMatch.inName(name, NAME, holder, searchQuery)));
        }

        List<TextMatch> literalMatches() {
            return literalMatches;
        }

        List<TextMatch> spellingMatches() {
            List<TextMatch> matches = spellingMatches;
            if (matches == null) {
                List<TextMatch> compared = new ArrayList<>();
                forEachName((name, holder) -> compared.add(TextMatch.inOtherSpelling(name, NAME, holder, searchQuery)));
                spellingMatches = compared;
                return compared;
            }
            return matches;
        }

        private void forEachName(BiConsumer<String, String> each) {
            names.forEach((holder, ofHolder) ->
                    ofHolder.stream().distinct().forEach(name -> each.accept(name, holder.value())));
        }
    }
}
