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
import org.claimsledger.projection.table.Page;
import org.jspecify.annotations.Nullable;

/**
 * Makes pages of matches: the closest tier first, and within a tier in the order of recording. The index names
 * candidates for one tier after the other, too many rather than too few. Each match is listed at the tier that it
 * really has, and nowhere else. So the list stays the same, however much is recorded while somebody pages through it.
 *
 * @param <T> an item of the list
 */
abstract class MatchPager<T> {

    /** How closely an item matches the words of the query, the closest first. */
    enum MatchTier {
        /** The words stand side by side, in order, in one text or name. */
        PHRASE,
        /** Every word occurs as a whole word. */
        WHOLE_WORDS,
        /** Some words only begin a word, or occur in a name in another spelling. */
        LOOSE
    }

    /** The most candidates that one page may look at, however few match. */
    private static final int MAX_CANDIDATES = 2_000;

    private static final int MAX_BATCH = 200;
    private static final int NUMBER_BITS = 56;

    private final List<MatchTier> tiers;
    private final List<T> items = new ArrayList<>();
    private int candidatesRead;
    private long lastCursor;

    /** A match with its place in the list: its tier, and its number in the order of recording. */
    record RankedMatch<T>(long number, MatchTier tier, T item) {}

    MatchPager(SearchQuery searchQuery) {
        // a single whole word is a phrase already
        this.tiers = searchQuery.isOneTerm() ? List.of(MatchTier.PHRASE, MatchTier.LOOSE) : List.of(MatchTier.values());
    }

    /** The numbers of the first candidates for a tier after {@code after}, in order, at most {@code count}. */
    abstract List<Long> candidates(MatchTier matchTier, long after, int count);

    /** The candidates that match, in order, each with its real tier. */
    abstract List<RankedMatch<T>> matches(List<Long> candidates);

    /** @param after the {@link Page#next()} after which the page begins, 0 for the first one */
    Page<T> page(long after, int limit) {
        lastCursor = after;
        for (MatchTier matchTier : tiers) {
            if (matchTier.ordinal() >= after >>> NUMBER_BITS) {
                long begin = matchTier.ordinal() == after >>> NUMBER_BITS ? after & (1L << NUMBER_BITS) - 1 : 0;
                Page<T> full = page(matchTier, begin, limit);
                if (full != null) {
                    return full;
                }
            }
        }
        return new Page<>(items, null);
    }

    /** Adds the matches of one tier; absent where the page is not full after it. */
    private @Nullable Page<T> page(MatchTier matchTier, long begin, int limit) {
        long at = begin;
        while (true) {
            int count = Math.min(limit + 1, MAX_BATCH);
            List<Long> candidates = candidates(matchTier, at, count);
            for (RankedMatch<T> each : matches(candidates)) {
                if (each.tier() == matchTier) {
                    if (items.size() == limit) {
                        return new Page<>(items, lastCursor);
                    }
                    items.add(each.item());
                    lastCursor = cursor(matchTier, each.number());
                }
            }
            if (candidates.size() < count) {
                return null;
            }
            at = candidates.getLast();
            candidatesRead += candidates.size();
            if (candidatesRead >= MAX_CANDIDATES) {
                return new Page<>(items, items.size() == limit ? lastCursor : cursor(matchTier, at));
            }
        }
    }

    private static long cursor(MatchTier matchTier, long number) {
        return (long) matchTier.ordinal() << NUMBER_BITS | number;
    }

    /**
     * The numbers in a field of the documents that match the query: the first ones after {@code after}, up to {@code
     * upTo}.
     */
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
