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
 * Makes pages of what was found: the closest first, and what is alike in the order of recording. The index names
 * candidates for one closeness after the other, and never too few; each is in the list at the closeness that it really
 * has, and nowhere else. So the list is the same however much is recorded while somebody leafs through it.
 *
 * @param <T> what is found
 */
abstract class MatchPager<T> {

    /** How closely the words that were asked for are matched, the closest first. */
    enum MatchTier {
        /** They stand side by side, in their order, in one text or name. */
        PHRASE,
        /** Every one occurs as a whole word. */
        WHOLE_WORDS,
        /** Some are the beginnings of words, or are in a name in another spelling. */
        LOOSE
    }

    /** How many candidates one page may look at, whatever it finds. */
    private static final int MAX_CANDIDATES = 2_000;

    private static final int MAX_BATCH = 200;
    private static final int NUMBER_BITS = 56;

    private final List<MatchTier> tiers;
    private final List<T> items = new ArrayList<>();
    private int candidatesRead;
    private long lastCursor;

    /** Something that was found, at its place. */
    record RankedMatch<T>(long number, MatchTier tier, T item) {}

    MatchPager(SearchQuery searchQuery) {
        // a single word that is whole stands together with itself
        this.tiers = searchQuery.isOneTerm() ? List.of(MatchTier.PHRASE, MatchTier.LOOSE) : List.of(MatchTier.values());
    }

    /** The numbers of up to {@code count} that may be matched so closely, after {@code after} and in order. */
    abstract List<Long> candidates(MatchTier matchTier, long after, int count);

    /** Those among the candidates that are matched, in order. */
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

    /** Absent where the page is not full yet. */
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

    /** The first numbers in a field of the documents that the query finds, after one and up to another. */
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
