package org.claimsledger.projection.search;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/** Finds the subjects that have names, as numbers, and who was ever read under whom. */
final class Holders {

    private final IndexSearcher searcher;
    private final long asOf;
    private final Map<Long, Set<Long>> merged;

    Holders(IndexSearcher searcher, long asOf) throws IOException {
        this.searcher = searcher;
        this.asOf = asOf;
        this.merged = merged();
    }

    /** Those whom a merge ever concerned by then, taken back or not. */
    Set<Long> everMerged() {
        return merged.keySet();
    }

    /** Who holds any of these names, and whoever was ever one with them. */
    long[] of(Query names) throws IOException {
        Growing found = new Growing();
        each(names, Fields.NAME_NO, (leaf, it) -> {
            NumericDocValues holder = DocValues.getNumeric(leaf.reader(), Fields.NAME_HOLDER);
            for (int doc = it.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = it.nextDoc()) {
                holder.advanceExact(doc);
                found.add(holder.longValue());
            }
        });
        long[] distinct = found.distinct();
        return merged.isEmpty() ? distinct : withMerged(distinct);
    }

    private long[] withMerged(long[] holders) {
        Set<Long> more = new HashSet<>();
        Deque<Long> open = new ArrayDeque<>();
        for (long holder : holders) {
            if (merged.containsKey(holder)) {
                open.add(holder);
            }
        }
        while (!open.isEmpty()) {
            for (Long other : merged.getOrDefault(open.remove(), Set.of())) {
                if (more.add(other)) {
                    open.add(other);
                }
            }
        }
        return LongStream.concat(LongStream.of(holders), more.stream().mapToLong(it -> it))
                .distinct()
                .toArray();
    }

    private Map<Long, Set<Long>> merged() throws IOException {
        Map<Long, Set<Long>> found = new HashMap<>();
        each(LongField.newRangeQuery(Fields.MERGE_NO, 0, asOf), Fields.MERGE_NO, (leaf, it) -> {
            NumericDocValues kept = DocValues.getNumeric(leaf.reader(), Fields.MERGE_KEPT);
            NumericDocValues absorbed = DocValues.getNumeric(leaf.reader(), Fields.MERGE_ABSORBED);
            for (int doc = it.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = it.nextDoc()) {
                kept.advanceExact(doc);
                absorbed.advanceExact(doc);
                found.computeIfAbsent(kept.longValue(), ignored -> new HashSet<>())
                        .add(absorbed.longValue());
                found.computeIfAbsent(absorbed.longValue(), ignored -> new HashSet<>())
                        .add(kept.longValue());
            }
        });
        return found;
    }

    private interface Each {
        void of(LeafReaderContext leaf, DocIdSetIterator it) throws IOException;
    }

    /** What was recorded by then. */
    private void each(Query query, String number, Each each) throws IOException {
        Query then = searcher.rewrite(new BooleanQuery.Builder()
                .add(query, Occur.FILTER)
                .add(LongField.newRangeQuery(number, 0, asOf), Occur.FILTER)
                .build());
        Weight weight = searcher.createWeight(then, ScoreMode.COMPLETE_NO_SCORES, 1);
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        for (LeafReaderContext leaf : leaves) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                each.of(leaf, scorer.iterator());
            }
        }
    }

    /** Grows as it is filled. */
    private static final class Growing {

        private long[] numbers = new long[64];
        private int count;

        void add(long number) {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * count);
            }
            numbers[count++] = number;
        }

        long[] distinct() {
            Arrays.sort(numbers, 0, count);
            int distinct = 0;
            for (int i = 0; i < count; i++) {
                if (i == 0 || numbers[i] != numbers[i - 1]) {
                    numbers[distinct++] = numbers[i];
                }
            }
            return Arrays.copyOf(numbers, distinct);
        }
    }
}
