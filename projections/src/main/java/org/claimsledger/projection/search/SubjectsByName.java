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

/** Finds the hashes of subjects by their names, with those of all subjects that were ever merged with them. */
final class SubjectsByName {

    private final IndexSearcher searcher;
    private final long asOf;
    private final Map<Long, Set<Long>> mergedSubjects;

    SubjectsByName(IndexSearcher searcher, long asOf) throws IOException {
        this.searcher = searcher;
        this.asOf = asOf;
        this.mergedSubjects = mergedSubjects();
    }

    /** The subjects that took part in any merge up to the position, even if it was split again. */
    Set<Long> everMerged() {
        return mergedSubjects.keySet();
    }

    /** The subjects of which a name was withdrawn by then. */
    Set<Long> everWithdrawn() throws IOException {
        Set<Long> subjects = new HashSet<>();
        forEachMatch(
                LongField.newRangeQuery(IndexFields.WITHDRAWAL_NO, 0, asOf), IndexFields.WITHDRAWAL_NO, (leaf, it) -> {
                    NumericDocValues subject = DocValues.getNumeric(leaf.reader(), IndexFields.WITHDRAWAL_SUBJECT);
                    for (int doc = it.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = it.nextDoc()) {
                        subject.advanceExact(doc);
                        subjects.add(subject.longValue());
                    }
                });
        return subjects;
    }

    /** The subjects that have any of these names, and all that were ever merged with them. */
    long[] named(Query names) throws IOException {
        GrowableLongs holders = new GrowableLongs();
        forEachMatch(names, IndexFields.NAME_NO, (leaf, it) -> {
            NumericDocValues holder = DocValues.getNumeric(leaf.reader(), IndexFields.NAME_SUBJECT_HASH);
            for (int doc = it.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = it.nextDoc()) {
                holder.advanceExact(doc);
                holders.add(holder.longValue());
            }
        });
        long[] distinct = holders.distinct();
        return mergedSubjects.isEmpty() ? distinct : withMerged(distinct);
    }

    private long[] withMerged(long[] holders) {
        Set<Long> merged = new HashSet<>();
        Deque<Long> toVisit = new ArrayDeque<>();
        for (long holder : holders) {
            if (mergedSubjects.containsKey(holder)) {
                toVisit.add(holder);
            }
        }
        while (!toVisit.isEmpty()) {
            for (Long other : mergedSubjects.getOrDefault(toVisit.remove(), Set.of())) {
                if (merged.add(other)) {
                    toVisit.add(other);
                }
            }
        }
        return LongStream.concat(LongStream.of(holders), merged.stream().mapToLong(it -> it))
                .distinct()
                .toArray();
    }

    private Map<Long, Set<Long>> mergedSubjects() throws IOException {
        Map<Long, Set<Long>> merged = new HashMap<>();
        forEachMatch(LongField.newRangeQuery(IndexFields.MERGE_NO, 0, asOf), IndexFields.MERGE_NO, (leaf, it) -> {
            NumericDocValues kept = DocValues.getNumeric(leaf.reader(), IndexFields.MERGE_KEPT);
            NumericDocValues absorbed = DocValues.getNumeric(leaf.reader(), IndexFields.MERGE_ABSORBED);
            for (int doc = it.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = it.nextDoc()) {
                kept.advanceExact(doc);
                absorbed.advanceExact(doc);
                merged.computeIfAbsent(kept.longValue(), ignored -> new HashSet<>())
                        .add(absorbed.longValue());
                merged.computeIfAbsent(absorbed.longValue(), ignored -> new HashSet<>())
                        .add(kept.longValue());
            }
        });
        return merged;
    }

    private interface LeafVisitor {
        void visit(LeafReaderContext leaf, DocIdSetIterator it) throws IOException;
    }

    /** Visits the matches that were recorded at the position. */
    private void forEachMatch(Query query, String number, LeafVisitor leafVisitor) throws IOException {
        Query recorded = searcher.rewrite(new BooleanQuery.Builder()
                .add(query, Occur.FILTER)
                .add(LongField.newRangeQuery(number, 0, asOf), Occur.FILTER)
                .build());
        Weight weight = searcher.createWeight(recorded, ScoreMode.COMPLETE_NO_SCORES, 1);
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        for (LeafReaderContext leaf : leaves) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                leafVisitor.visit(leaf, scorer.iterator());
            }
        }
    }

    /** A list of primitive longs. */
    private static final class GrowableLongs {

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
