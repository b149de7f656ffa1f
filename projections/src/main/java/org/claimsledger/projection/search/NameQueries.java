package org.claimsledger.projection.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.claimsledger.name.AskedWord;
import org.claimsledger.name.Name;
import org.claimsledger.name.NameKeys;
import org.claimsledger.subject.SubjectKind;
import org.jspecify.annotations.Nullable;

/**
 * Looks names up by their keys. Scores are sums of whole numbers that depend on nothing but the name, so that the order is
 * the same for ever, whatever else comes to be held.
 */
final class NameQueries {

    private static final float A_WORD = 20;
    private static final float TEXT = 10;

    private NameQueries() {}

    /** Names that may be this one. */
    static Query like(Name name) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        BooleanQuery.Builder opening = new BooleanQuery.Builder();
        for (AskedWord word : NameKeys.asked(name)) {
            List<Query> terms = new ArrayList<>();
            for (org.claimsledger.name.Term term : word.terms()) {
                Query exact = new TermQuery(new Term(Fields.NAME_KEY, term.text()));
                terms.add(weighing(Math.round(term.weight() * A_WORD), exact));
                if (term.opens()) {
                    opening.add(exact, Occur.SHOULD);
                }
            }
            query.add(new DisjunctionMaxQuery(terms, 0), Occur.SHOULD);
        }
        return query.add(opening.build(), Occur.FILTER).build();
    }

    /** Names that may be this one, or that have all words that were asked for, or begin so. */
    static Query likeOrWith(Name name, Asked asked) {
        BooleanQuery.Builder either = new BooleanQuery.Builder().add(like(name), Occur.SHOULD);
        if (!asked.isEmpty()) {
            either.add(weighing(TEXT * asked.terms().size(), WordQueries.NAMES.all(asked)), Occur.SHOULD);
        }
        return either.build();
    }

    /** The first name of each subject that was registered with this id. */
    static Query withExternalId(String scheme, String id) {
        return new TermQuery(new Term(Fields.NAME_EXTERNAL_ID, externalId(scheme, id)));
    }

    /** No scheme has a line end. */
    static String externalId(String scheme, String id) {
        return scheme + "\n" + id;
    }

    private static Query weighing(float weight, Query query) {
        return new BoostQuery(new ConstantScoreQuery(query), weight);
    }

    /**
     * Those that were recorded by then.
     *
     * @param kind of subjects of this kind only, and of whoever was ever merged: the one that is kept may be of it
     */
    static Query recorded(Query names, @Nullable SubjectKind kind, Set<Long> everMerged, long asOf) {
        BooleanQuery.Builder query = new BooleanQuery.Builder()
                .add(names, Occur.MUST)
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
