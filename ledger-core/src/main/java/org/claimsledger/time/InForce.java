package org.claimsledger.time;

import java.time.LocalDate;
import java.util.List;
import org.claimsledger.time.Bound.Between;
import org.claimsledger.time.Bound.OpenEnd;
import org.claimsledger.time.Bound.UnknownEnd;
import org.claimsledger.time.Extent.AllOf;
import org.claimsledger.time.Extent.Interval;
import org.claimsledger.time.Extent.LoneDate;
import org.claimsledger.time.Extent.OneOf;
import org.jspecify.annotations.Nullable;

/**
 * Whether something was in force in the world on a day.
 *
 * <p>Days are compared with days, inclusively. A clock time falls on the day it is written with; on its day in UTC, where
 * that is another one, it is possible too.
 */
public enum InForce {
    YES,
    /** Nothing says that it ended, but no source has reported it since. */
    PRESUMED,
    POSSIBLY,
    NO;

    /** As {@link #on(LocalDate, Edtf, LocalDate)}, for what is still reported on the day that is asked about. */
    public static InForce on(LocalDate day, @Nullable Edtf valid) {
        return on(day, valid, LocalDate.MAX);
    }

    /**
     * For what holds while its valid time lasts.
     *
     * <ul>
     *   <li>A lone date is an observation: {@code YES} on the day it names, else {@code POSSIBLY}, never {@code NO}.
     *   <li>An interval: {@code NO} before its first possible start and after its last possible end, {@code YES} from
     *       its last possible start to its first possible end, else {@code POSSIBLY}. Of an unknown bound nothing is
     *       certain. With an open end it is {@code YES} until the last report and {@code PRESUMED} after it.
     *   <li>One of several dates: {@code NO} outside all of them, {@code POSSIBLY} within one, {@code YES} only where
     *       one single day is left.
     *   <li>All of several dates: {@code YES} throughout each of them that is not in doubt, {@code NO} between them. A
     *       member without an end is {@code PRESUMED} after the last report.
     *   <li>Without a valid time: {@code POSSIBLY}.
     * </ul>
     *
     * @param lastReported the last date of a source that supports it; absent where none does, and then everything with
     *     an open end is presumed
     */
    public static InForce on(LocalDate day, @Nullable Edtf valid, @Nullable LocalDate lastReported) {
        if (valid == null) {
            return POSSIBLY;
        }
        return switch (valid.extent()) {
            case LoneDate loneDate -> isThatDay(day, loneDate.when()) ? YES : POSSIBLY;
            case Interval interval -> within(day, interval, lastReported);
            case OneOf(List<SetMember> members) -> oneOf(day, members);
            case AllOf(List<SetMember> members) -> allOf(day, members, lastReported);
        };
    }

    /** As {@link #sinceItHappened(LocalDate, Edtf, LocalDate)}, for what nobody is known to have asserted. */
    public static InForce sinceItHappened(LocalDate day, @Nullable Edtf date) {
        return sinceItHappened(day, date, null);
    }

    /**
     * For what happens and is true from its date on, for ever: {@code YES} from the latest possible day of its date on,
     * {@code POSSIBLY} within it, {@code NO} before. Where the date has no last day it never becomes certain. Of a set
     * only the first and the last day count. Without a date: {@code YES} from the first report on, since it must have
     * happened by then, and {@code POSSIBLY} before.
     *
     * @param firstAsserted the first date on which a source asserted it; absent where none does
     */
    public static InForce sinceItHappened(LocalDate day, @Nullable Edtf date, @Nullable LocalDate firstAsserted) {
        if (date == null) {
            return firstAsserted != null && !day.isBefore(firstAsserted) ? YES : POSSIBLY;
        }
        if (isBeforeEveryStart(day, date.start())) {
            return NO;
        }
        return date.end() instanceof Between end && !day.isBefore(end.latestDay()) ? YES : POSSIBLY;
    }

    private static InForce within(LocalDate day, Interval interval, @Nullable LocalDate lastReported) {
        if (isBeforeEveryStart(day, interval.start()) || isAfterEveryEnd(day, interval.end())) {
            return NO;
        }
        if (!hasSurelyBegun(day, interval.start()) || !isSurelyNotOver(day, interval.end())) {
            return POSSIBLY;
        }
        return interval.end() instanceof OpenEnd ? lasting(day, lastReported) : YES;
    }

    private static InForce oneOf(LocalDate day, List<SetMember> members) {
        if (isThatDay(day, SetMember.hull(members))) {
            return YES;
        }
        return members.stream().anyMatch(it -> it.mayInclude(day)) ? POSSIBLY : NO;
    }

    private static InForce allOf(LocalDate day, List<SetMember> members, @Nullable LocalDate lastReported) {
        List<SetMember> certain =
                members.stream().filter(it -> it.surelyIncludes(day)).toList();
        if (certain.isEmpty()) {
            return members.stream().anyMatch(it -> it.mayInclude(day)) ? POSSIBLY : NO;
        }
        return certain.stream().allMatch(SetMember::hasNoEnd) ? lasting(day, lastReported) : YES;
    }

    /** What has begun and has an open end. */
    private static InForce lasting(LocalDate day, @Nullable LocalDate lastReported) {
        return lastReported == null || day.isAfter(lastReported) ? PRESUMED : YES;
    }

    private static boolean isThatDay(LocalDate day, Between when) {
        return day.equals(when.earliestDay()) && day.equals(when.latestDay());
    }

    private static boolean isBeforeEveryStart(LocalDate day, Bound start) {
        return start instanceof Between between && day.isBefore(between.firstDay());
    }

    private static boolean isAfterEveryEnd(LocalDate day, Bound end) {
        return end instanceof Between between && day.isAfter(between.lastDay());
    }

    private static boolean hasSurelyBegun(LocalDate day, Bound start) {
        return switch (start) {
            case OpenEnd() -> true;
            case UnknownEnd() -> false;
            case Between between -> !day.isBefore(between.latestDay());
        };
    }

    private static boolean isSurelyNotOver(LocalDate day, Bound end) {
        return switch (end) {
            case OpenEnd() -> true;
            case UnknownEnd() -> false;
            case Between between -> !day.isAfter(between.earliestDay());
        };
    }
}
