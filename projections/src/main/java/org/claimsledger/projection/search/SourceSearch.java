package org.claimsledger.projection.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.claimsledger.event.Publisher;
import org.claimsledger.event.SourceDetails;
import org.claimsledger.event.SourceDetails.SourceKind;
import org.claimsledger.projection.registry.Registry;
import org.claimsledger.projection.registry.Registry.SourceAt;
import org.claimsledger.projection.search.MatchPager.MatchTier;
import org.claimsledger.projection.search.Search.SourceHit;
import org.claimsledger.projection.search.SearchIndex.IndexAccess;
import org.claimsledger.value.TextRules;
import org.jspecify.annotations.Nullable;

/** Finds sources by words of their titles, publishers, authors and URLs. */
final class SourceSearch extends MatchPager<SourceHit> {

    private static final int MAX_FIELDS = 20;

    private final IndexAccess index;
    private final Registry registry;
    private final SearchQuery searchQuery;
    private final @Nullable SourceKind kind;
    private final long asOf;

    SourceSearch(IndexAccess index, Registry registry, SearchQuery searchQuery, @Nullable SourceKind kind, long asOf) {
        super(searchQuery);
        this.index = index;
        this.registry = registry;
        this.searchQuery = searchQuery;
        this.kind = kind;
        this.asOf = asOf;
    }

    @Override
    List<Long> candidates(MatchTier matchTier, long after, int count) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        switch (matchTier) {
            case PHRASE -> query.add(WordQueries.SOURCES.phrase(searchQuery), Occur.FILTER);
            case WHOLE_WORDS ->
                searchQuery
                        .terms()
                        .forEach(queryTerm -> query.add(WordQueries.SOURCES.wholeTerm(queryTerm), Occur.FILTER));
            case LOOSE -> query.add(WordQueries.SOURCES.everyTerm(searchQuery), Occur.FILTER);
        }
        if (kind != null) {
            query.add(new TermQuery(new Term(IndexFields.SOURCE_KIND, kind.name())), Occur.FILTER);
        }
        Query all = query.build();
        return index.search(searcher -> firstAfter(all, IndexFields.SOURCE_NO, after, asOf, count, searcher));
    }

    @Override
    List<RankedMatch<SourceHit>> matches(List<Long> candidates) {
        List<RankedMatch<SourceHit>> matched = new ArrayList<>();
        for (SourceAt source : registry.sources(candidates, asOf)) {
            SourceDetails details = source.source().details();
            List<TextMatch> textMatches = texts(details);
            MatchTier matchTier = TextMatch.tier(textMatches, searchQuery);
            if (matchTier != null && (kind == null || kind == details.kind())) {
                matched.add(new RankedMatch<>(
                        source.registered(),
                        matchTier,
                        new SourceHit(source, TextMatch.bestFields(textMatches, MAX_FIELDS))));
            }
        }
        return matched;
    }

    private List<TextMatch> texts(SourceDetails details) {
        List<TextMatch> texts = new ArrayList<>();
        add("title", details.title(), texts);
        add("publisher", details.publisher() instanceof Publisher.ByName byName ? byName.name() : null, texts);
        TextRules.entries(details.authors()).forEach(author -> add("author", author, texts));
        add("url", details.url() == null ? null : details.url().text(), texts);
        return texts;
    }

    private void add(String field, @Nullable String text, List<TextMatch> texts) {
        if (text != null) {
            texts.add(TextMatch.inText(text, field, null, searchQuery));
        }
    }
}
