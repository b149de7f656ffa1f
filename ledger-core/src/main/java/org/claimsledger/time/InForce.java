package org.claimsledger.time;

import java.time.LocalDate;
import org.claimsledger.time.Bound.Between;
import org.claimsledger.time.Bound.OpenEnd;
import org.claimsledger.time.Bound.UnknownEnd;
import org.jspecify.annotations.Nullable;

/** Whether something was in force in the world on a day. A third answer covers fuzzy dates. */
public enum InForce {
    YES,
    POSSIBLY,
    NO;

    /**
     * For what holds while its valid time lasts. Days are compared with days, inclusively: before the earliest start or
     * after the latest end {@code NO}; from the latest start to the earliest end {@code YES}; else {@code POSSIBLY}. An
     * open bound is no limit; of an unknown one, and of a valid time that is absent, nothing is certain.
     */
    public static InForce on(LocalDate day, @Nullable Edtf valid) {
        if (valid == null) {
            return POSSIBLY;
        }
        if (isBeforeEveryStart(day, valid.start()) || isAfterEveryEnd(day, valid.end())) {
            return NO;
        }
        return hasSurelyBegun(day, valid.start()) && isSurelyNotOver(day, valid.end()) ? YES : POSSIBLY;
    }

    /**
     * For what happens and is true from its date on, for ever: {@code YES} from the latest possible day of its date on,
     * {@code POSSIBLY} within it, {@code NO} before. Where the date has no last day it never becomes certain.
     */
    public static InForce sinceItHappened(LocalDate day, @Nullable Edtf date) {
        if (date == null) {
            return POSSIBLY;
        }
        if (isBeforeEveryStart(day, date.start())) {
            return NO;
        }
        return date.end() instanceof Between end && !day.isBefore(end.latestDay()) ? YES : POSSIBLY;
    }

    private static boolean isBeforeEveryStart(LocalDate day, Bound start) {
        return start instanceof Between between && day.isBefore(between.earliestDay());
    }

    private static boolean isAfterEveryEnd(LocalDate day, Bound end) {
        return end instanceof Between between && day.isAfter(between.latestDay());
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
