package org.claimsledger.projection.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.claimsledger.bestknown.EvidenceState;
import org.claimsledger.claim.Content;
import org.claimsledger.claim.Quote;
import org.claimsledger.name.Name;
import org.claimsledger.projection.directory.Directory;
import org.claimsledger.projection.versions.ClaimAt;
import org.claimsledger.projection.versions.ClaimFilter;
import org.claimsledger.projection.versions.Claims;
import org.claimsledger.projection.versions.Moment;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Value;

/**
 * Finds claims by words of their own texts, and by names of their subjects in any spelling, the names of all that count as
 * one with them included.
 */
final class ClaimSearch extends Ranks<ClaimHit> {

    private static final int SHOWN = 20;

    private final Searching index;
    private final Directory directory;
    private final Claims claims;
    private final Asked asked;
    private final ClaimFilter filter;
    private final Moment moment;
    private final Map<Closeness, Query> queries = new EnumMap<>(Closeness.class);
    private final Map<SubjectId, List<Found>> names = new HashMap<>();

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
                query = filtered(query(closeness, new Holders(searcher, moment.asOf())));
                queries.put(closeness, query);
            }
            return Numbers.first(query, Fields.CLAIM_NO, after, moment.asOf(), count, searcher);
        });
    }

    private Query query(Closeness closeness, Holders holders) throws IOException {
        if (closeness == Closeness.TOGETHER) {
            return either(WordQueries.CLAIMS.together(asked), WordQueries.NAMES.together(asked), holders);
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (Asked.Term term : asked.terms()) {
            all.add(
                    closeness == Closeness.WHOLE
                            ? either(WordQueries.CLAIMS.whole(term), WordQueries.NAMES.whole(term), holders)
                            : either(WordQueries.CLAIMS.begun(term), named(term), holders),
                    Occur.FILTER);
        }
        return all.build();
    }

    private Query named(Asked.Term term) {
        return new BooleanQuery.Builder()
                .add(NameQueries.like(Name.of(term.text())), Occur.SHOULD)
                .add(
                        term.equals(asked.last()) ? WordQueries.NAMES.begun(term) : WordQueries.NAMES.whole(term),
                        Occur.SHOULD)
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
            found.addAll(names.computeIfAbsent(claim.claim().content().subject(), this::names));
            Closeness closeness = Found.closeness(found, asked.terms().size());
            if (closeness != null) {
                matched.add(new Ranked<>(claim.claimNo(), closeness, new ClaimHit(claim, Found.shown(found, SHOWN))));
            }
        }
        return matched;
    }

    private List<Found> texts(ClaimAt claim) {
        List<Found> texts = new ArrayList<>();
        Content content = claim.claim().content();
        if (content.statement() != null) {
            texts.add(Found.in(content.statement(), "statement", null, asked));
        }
        switch (content.value()) {
            case Value.Text value -> texts.add(Found.in(value.text(), "value", null, asked));
            case Value.Term value -> texts.add(Found.in(value.term(), "value", null, asked));
            default -> {}
        }
        for (EvidenceState evidence : claim.state().evidence()) {
            Quote quote = evidence.testimony().quote();
            if (quote != null) {
                texts.add(Found.in(quote.exact(), "quote", evidence.id().value(), asked));
            }
        }
        return texts;
    }

    private List<Found> names(SubjectId subject) {
        List<Found> found = new ArrayList<>();
        directory.names(subject, moment.asOf()).forEach((holder, names) -> Set.copyOf(names)
                .forEach(name -> found.add(Found.inName(name, "name", holder.value(), asked))));
        return found;
    }
}
