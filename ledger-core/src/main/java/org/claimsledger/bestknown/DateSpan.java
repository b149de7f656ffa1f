package org.claimsledger.bestknown;

import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.claimsledger.time.Bound;
import org.claimsledger.time.Edtf;

/**
 * The instants at which something that was said may have been said: no earlier than the first, no later than the last.
 *
 * @param first {@link Instant#MIN} where nothing limits it
 * @param last {@link Instant#MAX} where nothing limits it
 */
public record DateSpan(Instant first, Instant last) {

    private static final Comparator<DateSpan> BY_END =
            Comparator.comparing(DateSpan::last).thenComparing(DateSpan::first, Comparator.reverseOrder());

    private static final Comparator<DateSpan> BY_FRESHNESS =
            Comparator.comparing(DateSpan::first).thenComparing(DateSpan::last);

    public DateSpan {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("%s is before %s".formatted(last, first));
        }
    }

    /** The instants that a date allows; what is uncertain or approximate in it is widened. */
    public static DateSpan of(Edtf date) {
        return new DateSpan(
                date.start() instanceof Bound.Between start ? start.earliest() : Instant.MIN,
                date.end() instanceof Bound.Between end ? end.latest() : Instant.MAX);
    }

    /** Any instant up to this one. */
    public static DateSpan upTo(Instant last) {
        return new DateSpan(Instant.MIN, last);
    }

    /** Whether this is later on every reading of both. */
    public boolean isWhollyAfter(DateSpan other) {
        return first.isAfter(other.last);
    }

    /** The first of some dates to end; of those that end at once, the more exact one. */
    static DateSpan firstToEnd(Stream<DateSpan> dates) {
        return dates.min(BY_END).orElseThrow();
    }

    /** The instants at which the earliest of some dates may have been. */
    static DateSpan earliest(Stream<DateSpan> dates) {
        return dates.reduce((one, other) -> new DateSpan(
                        one.first.isBefore(other.first) ? one.first : other.first,
                        one.last.isBefore(other.last) ? one.last : other.last))
                .orElseThrow();
    }

    /** The instants at which the latest of some dates may have been. */
    static DateSpan latest(Stream<DateSpan> dates) {
        return dates.reduce((one, other) -> new DateSpan(
                        one.first.isAfter(other.first) ? one.first : other.first,
                        one.last.isAfter(other.last) ? one.last : other.last))
                .orElseThrow();
    }

    /** Negative where this is less fresh than the other. */
    int compareFreshness(DateSpan other) {
        return BY_FRESHNESS.compare(this, other);
    }
}
