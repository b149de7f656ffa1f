package org.claimsledger.projection.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;

/** Reads the numbers of claims and sources out of the index. */
final class DocNumbers {

    private DocNumbers() {}

    /** The first of those that a query finds with a number after one and up to another. */
    static List<Long> firstAfter(Query query, String field, long after, long upTo, int count, IndexSearcher searcher)
            throws IOException {
        Query between = new BooleanQuery.Builder()
                .add(query, Occur.FILTER)
                .add(LongField.newRangeQuery(field, after + 1, upTo), Occur.FILTER)
                .build();
        Sort byNumber = new Sort(LongField.newSortField(field, false, SortedNumericSelector.Type.MIN));
        List<Long> numbers = new ArrayList<>();
        for (ScoreDoc each : searcher.search(between, count, byNumber).scoreDocs) {
            numbers.add((Long) ((FieldDoc) each).fields[0]);
        }
        return numbers;
    }
}
