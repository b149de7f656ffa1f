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
import org.claimsledger.event.SubjectDetails.SubjectKind;
import org.claimsledger.name.Name;
import org.claimsledger.name.NameKeys;
import org.claimsledger.name.NameKeys.NameTerm;
import org.claimsledger.name.NameKeys.QueryWord;
import org.jspecify.annotations.Nullable;

/** Queries that look names up by their keys. */
final class NameQueries {

    /** The weight of terms for words as they are written. */
    private static final double WRITTEN = 1;

    /** The weight of terms for words as they sound. */
    private static final double SOUNDING = 0.7;

    /** The length up to which words are initials or particles. */
    private static final int SHORT = 3;

    private final IndexSearcher searcher;
    private final Map<String, Query> terms = new HashMap<>();
    private final Query exactWords;
    private final List<QueryWord> words;

    NameQueries(Name name, IndexSearcher searcher) throws IOException {
        this.searcher = searcher;
        List<QueryWord> queryWords = NameKeys.queryTerms(name);
        for (QueryWord word : queryWords) {
            for (NameTerm nameTerm : word.terms()) {
                terms.put(nameTerm.text(), termQuery(nameTerm.text()));
            }
        }
        this.exactWords = anyOf(queryWords.getFirst(), 0);
        this.words = queryWords.subList(1, queryWords.size());
    }

    /** Finds the term in the index once, for all queries that use it. */
    private Query termQuery(String text) throws IOException {
        Term term = new Term(IndexFields.NAME_KEY, text);
        return new TermQuery(term, TermStates.build(searcher, term, true));
    }

    /** Matches the first name of each subject that was registered with this external id. */
    static Query withExternalId(String scheme, String id) {
        return new TermQuery(new Term(IndexFields.NAME_EXTERNAL_ID, externalId(scheme, id)));
    }

    /** The value of the field of external ids; the separator is unambiguous, because no scheme has a line end. */
    static String externalId(String scheme, String id) {
        return scheme + "\n" + id;
    }

    /** Matches names that have these words and no others, in any order. */
    Query exactWords() {
        return exactWords;
    }

    /** Queries for names with all words, first as they are written and then as they sound. */
    List<Query> strictQueries() {
        return words.isEmpty()
                ? List.of(exactWords)
                : List.of(exactWords, words(words.size(), WRITTEN), words(words.size(), SOUNDING));
    }

    /** Queries for names with all words, allowing misprints and initials, and then for names that lack some words. */
    List<Query> looseQueries() {
        List<Query> queries = new ArrayList<>();
        for (int minimum = words.size(); minimum >= minimumWords(); minimum--) {
            queries.add(words(minimum, 0));
        }
        return queries;
    }

    /** More than half of the words, without counting short ones, which names often lack. */
    private int minimumWords() {
        long full = words.stream().filter(it -> it.word().length() > SHORT).count();
        return Math.min((int) full / 2 + 1, Math.max(1, words.size()));
    }

    /** Matches names that have any of the words, as it is written or as it sounds. */
    Query anyWord() {
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(exactWords, Occur.SHOULD);
        words.forEach(word -> query.add(opening(word, SOUNDING), Occur.SHOULD));
        return query.build();
    }

    private Query words(int minimum, double weight) {
        BooleanQuery.Builder query = new BooleanQuery.Builder().setMinimumNumberShouldMatch(minimum);
        words.forEach(word -> query.add(anyOf(word, weight), Occur.SHOULD));
        if (words.stream().allMatch(word -> word.terms().stream().allMatch(NameTerm::selectsCandidates))) {
            return query.build();
        }
        return query.add(opening(), Occur.FILTER).build();
    }

    private Query opening() {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        words.forEach(word -> query.add(opening(word, 0), Occur.SHOULD));
        return query.build();
    }

    private Query opening(QueryWord word, double weight) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        word.terms().stream()
                .filter(NameTerm::selectsCandidates)
                .filter(nameTerm -> nameTerm.weight() >= weight)
                .forEach(nameTerm -> query.add(exact(nameTerm), Occur.SHOULD));
        return query.build();
    }

    private Query anyOf(QueryWord word, double weight) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        word.terms().stream()
                .filter(nameTerm -> nameTerm.weight() >= weight)
                .forEach(nameTerm -> query.add(exact(nameTerm), Occur.SHOULD));
        return query.build();
    }

    private Query exact(NameTerm nameTerm) {
        return Objects.requireNonNull(terms.get(nameTerm.text()));
    }

    /**
     * Matches those of the names that were recorded at {@code asOf}.
     *
     * @param kind names of subjects of this kind only, and of all that were ever merged, because the kept subject may
     *     be of this kind
     */
    static Query recordedBy(Query names, @Nullable SubjectKind kind, Set<Long> everMerged, long asOf) {
        BooleanQuery.Builder query = new BooleanQuery.Builder()
                .add(names, Occur.FILTER)
                .add(LongField.newRangeQuery(IndexFields.NAME_NO, 0, asOf), Occur.FILTER);
        if (kind != null) {
            BooleanQuery.Builder kinds = new BooleanQuery.Builder()
                    .add(new TermQuery(new Term(IndexFields.NAME_KIND, kind.name())), Occur.SHOULD);
            if (!everMerged.isEmpty()) {
                kinds.add(
                        NumericDocValuesField.newSlowSetQuery(
                                IndexFields.NAME_SUBJECT_HASH,
                                everMerged.stream().mapToLong(it -> it).toArray()),
                        Occur.SHOULD);
            }
            query.add(kinds.build(), Occur.FILTER);
        }
        return query.build();
    }
}
