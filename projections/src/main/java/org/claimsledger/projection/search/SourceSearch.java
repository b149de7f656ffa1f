package org.claimsledger.projection.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.claimsledger.projection.directory.Directory;
import org.claimsledger.projection.directory.SourceAt;
import org.claimsledger.source.SourceDetails;
import org.claimsledger.source.SourceKind;
import org.claimsledger.value.Texts;
import org.jspecify.annotations.Nullable;

/** Finds sources by words of their titles, publishers, authors and URLs. */
final class SourceSearch extends Ranks<SourceHit> {

    private static final int SHOWN = 20;

    private final Searching index;
    private final Directory directory;
    private final Asked asked;
    private final @Nullable SourceKind kind;
    private final long asOf;

    SourceSearch(Searching index, Directory directory, Asked asked, @Nullable SourceKind kind, long asOf) {
        super(asked);
        this.index = index;
        this.directory = directory;
        this.asked = asked;
        this.kind = kind;
        this.asOf = asOf;
    }

    @Override
    List<Long> candidates(Closeness closeness, long after, int count) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        switch (closeness) {
            case TOGETHER -> query.add(WordQueries.SOURCES.together(asked), Occur.FILTER);
            case WHOLE -> asked.terms().forEach(term -> query.add(WordQueries.SOURCES.whole(term), Occur.FILTER));
            case LOOSE -> query.add(WordQueries.SOURCES.all(asked), Occur.FILTER);
        }
        if (kind != null) {
            query.add(new TermQuery(new Term(Fields.SOURCE_KIND, kind.name())), Occur.FILTER);
        }
        Query all = query.build();
        return index.search(searcher -> Numbers.first(all, Fields.SOURCE_NO, after, asOf, count, searcher));
    }

    @Override
    List<Ranked<SourceHit>> matched(List<Long> candidates) {
        List<Ranked<SourceHit>> matched = new ArrayList<>();
        for (SourceAt source : directory.sources(candidates, asOf)) {
            SourceDetails details = source.source().details();
            List<Found> found = texts(details);
            Closeness closeness = Found.closeness(found, asked);
            if (closeness != null && (kind == null || kind == details.kind())) {
                matched.add(
                        new Ranked<>(source.registered(), closeness, new SourceHit(source, Found.shown(found, SHOWN))));
            }
        }
        return matched;
    }

    private List<Found> texts(SourceDetails details) {
        List<Found> texts = new ArrayList<>();
        add("title", details.title(), texts);
        add("publisher", details.publisher(), texts);
        Texts.entries(details.authors()).forEach(author -> add("author", author, texts));
        add("url", details.url() == null ? null : details.url().text(), texts);
        return texts;
    }

    private void add(String field, @Nullable String text, List<Found> texts) {
        if (text != null) {
            texts.add(Found.in(text, field, null, asked));
        }
    }
}
