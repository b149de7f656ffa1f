package org.claimsledger.time;

import java.time.LocalDate;
import java.util.List;
import org.claimsledger.time.Bound.Between;
import org.claimsledger.time.DateReader.ReadDate;
import org.claimsledger.time.Extent.Interval;
import org.jspecify.annotations.Nullable;

/**
 * A member of a set: a date, or two of the same precision and all between.
 *
 * @param first the same as the last where the member is one date; absent where it has no limit in the past
 * @param last absent where it has no limit in the future
 * @param possible the days on which it may fall
 */
record SetMember(@Nullable ReadDate first, @Nullable ReadDate last, Between possible) {

    static SetMember of(ReadDate date) {
        return new SetMember(date, date, date.bound());
    }

    static SetMember range(ReadDate first, ReadDate last) {
        return new SetMember(first, last, first.bound().and(last.bound()));
    }

    static SetMember orEarlier(ReadDate last) {
        return new SetMember(null, last, last.bound().orEarlier());
    }

    static SetMember orLater(ReadDate first) {
        return new SetMember(first, null, first.bound().orLater());
    }

    /** From the earliest day of any member to the latest of any. */
    static Between hull(List<SetMember> members) {
        return members.stream().map(SetMember::possible).reduce(Between::and).orElseThrow();
    }

    static List<Interval> stretches(List<SetMember> members) {
        return members.stream()
                .map(it -> new Interval(it.possible, it.possible))
                .toList();
    }

    boolean hasNoEnd() {
        return last == null;
    }

    boolean mayInclude(LocalDate day) {
        return !day.isBefore(possible.earliestDay()) && !day.isAfter(possible.latestDay());
    }

    /** Whether the day belongs to this on every reading. */
    boolean surelyIncludes(LocalDate day) {
        return hasSurelyBegun(day) && isSurelyNotOver(day);
    }

    private boolean hasSurelyBegun(LocalDate day) {
        if (first == null) {
            return true;
        }
        return first.parts().isOnePeriod()
                ? !day.isBefore(first.bound().earliestDay())
                : day.isAfter(first.bound().latestDay());
    }

    private boolean isSurelyNotOver(LocalDate day) {
        if (last == null) {
            return true;
        }
        return last.parts().isOnePeriod()
                ? !day.isAfter(last.bound().latestDay())
                : day.isBefore(last.bound().earliestDay());
    }
}
