package org.claimsledger.projection.search;

import java.util.ArrayList;
import java.util.List;
import org.claimsledger.projection.table.Page;
import org.jspecify.annotations.Nullable;

/**
 * Makes pages of what was found: the closest first, and what is alike in the order of recording. The index names
 * candidates for one closeness after the other, and never too few; each is in the list at the closeness that it really
 * has, and nowhere else. So the list is the same however much is recorded while somebody leafs through it.
 *
 * @param <T> what is found
 */
abstract class Ranks<T> {

    /** How many candidates one page may look at, whatever it finds. */
    private static final int LOOKED_AT = 2_000;

    private static final int SOME = 200;
    private static final int BITS = 56;

    private final List<Closeness> closenesses;
    private final List<T> items = new ArrayList<>();
    private int looked;
    private long last;

    /** Something that was found, at its place. */
    record Ranked<T>(long number, Closeness closeness, T item) {}

    Ranks(Asked asked) {
        // a single word that is whole stands together with itself
        this.closenesses =
                asked.isOneTerm() ? List.of(Closeness.TOGETHER, Closeness.LOOSE) : List.of(Closeness.values());
    }

    /** The numbers of up to {@code count} that may be matched so closely, after {@code after} and in order. */
    abstract List<Long> candidates(Closeness closeness, long after, int count);

    /** Those among the candidates that are matched, in order. */
    abstract List<Ranked<T>> matched(List<Long> candidates);

    /** @param after the {@link Page#next()} after which the page begins, 0 for the first one */
    Page<T> page(long after, int limit) {
        last = after;
        for (Closeness closeness : closenesses) {
            if (closeness.ordinal() >= after >>> BITS) {
                long begin = closeness.ordinal() == after >>> BITS ? after & (1L << BITS) - 1 : 0;
                Page<T> full = page(closeness, begin, limit);
                if (full != null) {
                    return full;
                }
            }
        }
        return new Page<>(items, null);
    }

    /** Absent where the page is not full yet. */
    private @Nullable Page<T> page(Closeness closeness, long begin, int limit) {
        long at = begin;
        while (true) {
            int count = Math.min(limit + 1, SOME);
            List<Long> candidates = candidates(closeness, at, count);
            for (Ranked<T> each : matched(candidates)) {
                if (each.closeness() == closeness) {
                    if (items.size() == limit) {
                        return new Page<>(items, last);
                    }
                    items.add(each.item());
                    last = place(closeness, each.number());
                }
            }
            if (candidates.size() < count) {
                return null;
            }
            at = candidates.getLast();
            looked += candidates.size();
            if (looked >= LOOKED_AT) {
                return new Page<>(items, items.size() == limit ? last : place(closeness, at));
            }
        }
    }

    private static long place(Closeness closeness, long number) {
        return (long) closeness.ordinal() << BITS | number;
    }
}
