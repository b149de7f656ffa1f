package org.claimsledger.bestknown;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The amounts or instants that a value allows: from a lower end to an upper one, each of which may be left out or open.
 *
 * @param low absent where there is none
 * @param high absent where there is none
 */
record Span<T extends Comparable<? super T>>(
        @Nullable T low, boolean lowIncluded, @Nullable T high, boolean highIncluded) {

    /** From one end to the other, both included. */
    static <T extends Comparable<? super T>> Span<T> closed(@Nullable T low, @Nullable T high) {
        return new Span<>(low, true, high, true);
    }

    /** How a value with this span stands to one with the other. */
    ValueRelation relationTo(Span<T> other) {
        if (isWhollyBelow(other) || other.isWhollyBelow(this)) {
            return ValueRelation.EXCLUDES;
        }
        boolean within = isWithin(other);
        boolean around = other.isWithin(this);
        if (within) {
            return around ? ValueRelation.SAME : ValueRelation.IMPLIES;
        }
        return around ? ValueRelation.IMPLIED : ValueRelation.COMPATIBLE;
    }

    /** Whether all of this lies below all of the other. */
    boolean isWhollyBelow(Span<T> other) {
        if (high == null || other.low == null) {
            return false;
        }
        int order = Comparator.<T>naturalOrder().compare(high, other.low);
        return order < 0 || order == 0 && !(highIncluded && other.lowIncluded);
    }

    private boolean isWithin(Span<T> other) {
        return beginsNoEarlierThan(other) && endsNoLaterThan(other);
    }

    private boolean beginsNoEarlierThan(Span<T> other) {
        if (other.low == null) {
            return true;
        }
        if (low == null) {
            return false;
        }
        int order = Comparator.<T>naturalOrder().compare(low, other.low);
        return order > 0 || order == 0 && (other.lowIncluded || !lowIncluded);
    }

    private boolean endsNoLaterThan(Span<T> other) {
        if (other.high == null) {
            return true;
        }
        if (high == null) {
            return false;
        }
        int order = Comparator.<T>naturalOrder().compare(high, other.high);
        return order < 0 || order == 0 && (other.highIncluded || !highIncluded);
    }

    /** Whether both are limited on the same sides. */
    boolean isBoundedLike(Span<T> other) {
        return (low == null) == (other.low == null) && (high == null) == (other.high == null);
    }
}
