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
import org.claimsledger.projection.directory.Directory;
import org.claimsledger.projection.versions.ClaimAt;
import org.claimsledger.projection.versions.ClaimFilter;
import org.claimsledger.projection.versions.Claims;
import org.claimsledger.projection.versions.Moment;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Finds claims by words of their own texts, and by names of their subjects in any spelling, the names of all that count as
 * one with them included.
 */
final class ClaimSearch extends Ranks<ClaimHit> {

    private static final int SHOWN = 20;
    private static final String NAME = "name";

    private final Searching index;
    private final Directory directory;
    private final Claims claims;
    private final Asked asked;
    private final ClaimFilter filter;
    private final Moment moment;
    private final Map<Closeness, Query> queries = new EnumMap<>(Closeness.class);
    private final Map<SubjectId, Names> names = new HashMap<>();

    ClaimSearch(Searching index, Directory directory, Claims claims, Asked asked, ClaimFilter filter, Moment moment) {
        super(asked);
        this.index = index;
        this.directory = directory;
        this.claims = claims;
        this.asked = asked;
        this.filter = filter;
        this.moment = moment;
    }

    @Override
    List<Long> candidates(Closeness closeness, long after, int count) {
        return index.search(searcher -> {
            Query query = queries.get(closeness);
            if (query == null) {
                query = filtered(query(closeness, new Holders(searcher, moment.asOf()), searcher));
                queries.put(closeness, query);
            }
            return Numbers.first(query, Fields.CLAIM_NO, after, moment.asOf(), count, searcher);
        });
    }

    private Query query(Closeness closeness, Holders holders, IndexSearcher searcher) throws IOException {
        if (closeness == Closeness.TOGETHER) {
            return either(WordQueries.CLAIMS.together(asked), WordQueries.NAMES.together(asked), holders);
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (Asked.Term term : asked.terms()) {
            all.add(
                    closeness == Closeness.WHOLE
                            ? either(WordQueries.CLAIMS.whole(term), WordQueries.NAMES.whole(term), holders)
                            : either(
                                    WordQueries.CLAIMS.begun(term),
                                    named(term, term.equals(asked.last()), searcher),
                                    holders),
                    Occur.FILTER);
        }
        return all.build();
    }

    private static Query named(Asked.Term term, boolean isLast, IndexSearcher searcher) throws IOException {
        return new BooleanQuery.Builder()
                .add(new NameQueries(term.name(), searcher).any(), Occur.SHOULD)
                .add(isLast ? WordQueries.NAMES.begun(term) : WordQueries.NAMES.whole(term), Occur.SHOULD)
                .build();
    }

    private static Query either(Query texts, Query names, Holders holders) throws IOException {
        long[] named = holders.of(names);
        return named.length == 0
                ? texts
                : new BooleanQuery.Builder()
                        .add(texts, Occur.SHOULD)
                        .add(LongField.newSetQuery(Fields.CLAIM_SUBJECT, named), Occur.SHOULD)
                        .build();
    }

    private Query filtered(Query query) {
        BooleanQuery.Builder filtered = new BooleanQuery.Builder().add(query, Occur.FILTER);
        if (filter.predicate() != null) {
            filtered.add(
                    new TermQuery(
                            new Term(Fields.CLAIM_PREDICATE, filter.predicate().value())),
                    Occur.FILTER);
        }
        if (filter.source() != null) {
            filtered.add(
                    new TermQuery(new Term(Fields.CLAIM_SOURCE, filter.source().value())), Occur.FILTER);
        }
        if (!filter.subjects().isEmpty()) {
            long[] about = filter.subjects().stream()
                    .flatMap(it -> directory.sameAs(it, moment.asOf()).stream())
                    .mapToLong(Fields::number)
                    .distinct()
                    .toArray();
            filtered.add(LongField.newSetQuery(Fields.CLAIM_SUBJECT, about), Occur.FILTER);
        }
        return filtered.build();
    }

    @Override
    List<Ranked<ClaimHit>> matched(List<Long> candidates) {
        List<Ranked<ClaimHit>> matched = new ArrayList<>();
        for (ClaimAt claim : claims.among(candidates, filter, moment)) {
            List<Found> found = new ArrayList<>(texts(claim));
            Names held = names.computeIfAbsent(claim.claim().content().subject(), this::names);
            found.addAll(held.asWritten());
            Closeness closeness = Found.closeness(found, asked);
            if (closeness == null) {
                found.addAll(held.spelledOtherwise());
                closeness = Found.closeness(found, asked);
            }
            if (closeness != null) {
                matched.add(new Ranked<>(claim.claimNo(), closeness, new ClaimHit(claim, Found.shown(found, SHOWN))));
            }
        }
        return matched;
    }

    private List<Found> texts(ClaimAt claim) {
        return ClaimTexts.of(claim).stream()
                .map(it -> Found.in(it.text(), it.field(), it.of(), asked))
                .toList();
    }

    private Names names(SubjectId subject) {
        return new Names(directory.names(subject, moment.asOf()), asked);
    }

    /** What of that which was asked for is in the names of one subject; how they may else be spelled only if need be. */
    private static final class Names {

        private final Map<SubjectId, List<String>> names;
        private final Asked asked;
        private final List<Found> asWritten = new ArrayList<>();
        private @Nullable List<Found> spelledOtherwise;

        Names(Map<SubjectId, List<String>> names, Asked asked) {
            this.names = names;
            this.asked = asked;
            each((name, holder) -> asWritten.add(Found.inName(name, NAME, holder, asked)));
        }

        List<Found> asWritten() {
            return asWritten;
        }

        List<Found> spelledOtherwise() {
            List<Found> known = spelledOtherwise;
            if (known == null) {
                List<Found> found = new ArrayList<>();
                each((name, holder) -> found.add(Found.spelledOtherwise(name, NAME, holder, asked)));
                spelledOtherwise = found;
                return found;
            }
            return known;
        }

        private void each(BiConsumer<String, String> each) {
            names.forEach(
                    (holder, held) -> held.stream().distinct().forEach(name -> each.accept(name, holder.value())));
        }
    }
}
