package org.claimsledger.projection.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.claimsledger.name.AskedWord;
import org.claimsledger.name.Name;
import org.claimsledger.name.NameKeys;
import org.claimsledger.subject.SubjectKind;
import org.jspecify.annotations.Nullable;

/** Looks names up by their keys. */
final class NameQueries {

    /** Terms of this weight are words as they are written. */
    private static final double WRITTEN = 1;

    /** Terms of this weight are words as they sound. */
    private static final double SOUNDING = 0.7;

    /** Initials and particles are not longer. */
    private static final int SHORT = 3;

    private final IndexSearcher searcher;
    private final Map<String, Query> terms = new HashMap<>();
    private final Query whole;
    private final List<AskedWord> words;

    NameQueries(Name name, IndexSearcher searcher) throws IOException {
        this.searcher = searcher;
        List<AskedWord> asked = NameKeys.asked(name);
        for (AskedWord word : asked) {
            for (org.claimsledger.name.Term term : word.terms()) {
                terms.put(term.text(), lookedUp(term.text()));
            }
        }
        this.whole = anyOf(asked.getFirst(), 0);
        this.words = asked.subList(1, asked.size());
    }

    /** Each query looks for the term; where it stands is looked up once for all of them. */
    private Query lookedUp(String text) throws IOException {
        Term term = new Term(Fields.NAME_KEY, text);
        return new TermQuery(term, TermStates.build(searcher, term, true));
    }

    /** The first name of each subject that was registered with this id. */
    static Query withExternalId(String scheme, String id) {
        return new TermQuery(new Term(Fields.NAME_EXTERNAL_ID, externalId(scheme, id)));
    }

    /** No scheme has a line end. */
    static String externalId(String scheme, String id) {
        return scheme + "\n" + id;
    }

    /** Names that have these words and no others, in any order. */
    Query whole() {
        return whole;
    }

    /** Names with all words, as they are written and then as they sound. */
    List<Query> closely() {
        return words.isEmpty()
                ? List.of(whole)
                : List.of(whole, words(words.size(), WRITTEN), words(words.size(), SOUNDING));
    }

    /** Names that have all words but for a misprint or initials, and then those that lack some. */
    List<Query> loosely() {
        List<Query> ways = new ArrayList<>();
        for (int some = words.size(); some >= fewest(); some--) {
            ways.add(words(some, 0));
        }
        return ways;
    }

    /** More than half of the words, not counting such that names often do without. */
    private int fewest() {
        long full = words.stream().filter(it -> it.word().length() > SHORT).count();
        return Math.min((int) full / 2 + 1, Math.max(1, words.size()));
    }

    /** Names that have any of the words, as it is written or as it sounds. */
    Query any() {
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(whole, Occur.SHOULD);
        words.forEach(word -> query.add(opening(word, SOUNDING), Occur.SHOULD));
        return query.build();
    }

    private Query words(int some, double weight) {
        BooleanQuery.Builder query = new BooleanQuery.Builder().setMinimumNumberShouldMatch(some);
        words.forEach(word -> query.add(anyOf(word, weight), Occur.SHOULD));
        if (words.stream().allMatch(word -> word.terms().stream().allMatch(org.claimsledger.name.Term::opens))) {
            return query.build();
        }
        return query.add(opening(), Occur.FILTER).build();
    }

    private Query opening() {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        words.forEach(word -> query.add(opening(word, 0), Occur.SHOULD));
        return query.build();
    }

    private Query opening(AskedWord word, double weight) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        word.terms().stream()
                .filter(org.claimsledger.name.Term::opens)
                .filter(term -> term.weight() >= weight)
                .forEach(term -> query.add(exact(term), Occur.SHOULD));
        return query.build();
    }

    private Query anyOf(AskedWord word, double weight) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        word.terms().stream()
                .filter(term -> term.weight() >= weight)
                .forEach(term -> query.add(exact(term), Occur.SHOULD));
        return query.build();
    }

    private Query exact(org.claimsledger.name.Term term) {
        return Objects.requireNonNull(terms.get(term.text()));
    }

    /**
     * Those that were recorded by then.
     *
     * @param kind of subjects of this kind only, and of whoever was ever merged: the one that is kept may be of it
     */
    static Query recorded(Query names, @Nullable SubjectKind kind, Set<Long> everMerged, long asOf) {
        BooleanQuery.Builder query = new BooleanQuery.Builder()
                .add(names, Occur.FILTER)
                .add(LongField.newRangeQuery(Fields.NAME_NO, 0, asOf), Occur.FILTER);
        if (kind != null) {
            BooleanQuery.Builder kinds = new BooleanQuery.Builder()
                    .add(new TermQuery(new Term(Fields.NAME_KIND, kind.name())), Occur.SHOULD);
            if (!everMerged.isEmpty()) {
                kinds.add(
                        NumericDocValuesField.newSlowSetQuery(
                                Fields.NAME_HOLDER,
                                everMerged.stream().mapToLong(it -> it).toArray()),
                        Occur.SHOULD);
            }
            query.add(kinds.build(), Occur.FILTER);
        }
        return query.build();
    }
}
