package org.claimsledger.time;

import java.time.LocalDate;
import java.time.Year;
import java.time.chrono.IsoChronology;
import java.util.Optional;
import java.util.OptionalLong;
import org.claimsledger.time.Bound.Between;
import org.jspecify.annotations.Nullable;

/**
 * A date as written, and the days on which it may fall.
 *
 * <p><b>Doubt widens.</b> A component that is marked uncertain or approximate ({@code ?}, {@code ~}, {@code %}) moves
 * the earliest day back and the latest day on by one unit of its own precision:
 *
 * <ul>
 *   <li>{@code 2006~} by a year, {@code 2013-05?} by a month, {@code 2004-06-11%} by a day, {@code 2001-21~} by the
 *       three months of a season, {@code 201X~} by ten years, {@code 1950S2~} by a hundred.
 *   <li>A mark to the right of a component doubts it together with all that stands left of it, as a whole; so the unit
 *       is that of the component it follows: {@code 2004-06~-11} moves by a month, {@code 2004?-06-11} by a year.
 *   <li>A mark to the left doubts that component alone, with the same unit: {@code 2004-%06-11} moves by a month.
 *   <li>Several marks add up: {@code ?2004-06-~11} runs from 10 June 2003 to 12 June 2005. Two on the same component
 *       count once.
 *   <li>A component that is wholly unspecified has no precision to lend; the next coarser one does: {@code 1985-04-XX~}
 *       moves by a month, {@code 1985-XX-XX~} by a year.
 * </ul>
 *
 * <p>Where a date moved by months or years does not exist (29 February 2003), the last day of its month stands for it.
 *
 * @param month says nothing where none is written, or a sub-year grouping stands in its place
 * @param day says nothing where none is written
 */
record DateParts(
        Precision precision,
        PossibleYears years,
        @Nullable SubYearGrouping grouping,
        TwoDigits month,
        TwoDigits day,
        boolean yearDoubted,
        boolean monthDoubted,
        boolean dayDoubted) {

    /** The precision of the notation, not of the knowledge: {@code 1985-XX-XX} is written to the day. */
    enum Precision {
        YEAR,
        SEMESTER,
        QUADRIMESTER,
        QUARTER,
        MONTH,
        DAY
    }

    private static final int EARLIEST = 1;
    private static final int LATEST = -1;

    /** The days on which the date may fall; empty where its digits match no day of the calendar. */
    Optional<Between> bound() {
        OptionalLong first = extremeMonth(EARLIEST);
        OptionalLong last = extremeMonth(LATEST);
        return first.isPresent() && last.isPresent()
                ? Optional.of(Between.days(dayIn(first.getAsLong(), EARLIEST), dayIn(last.getAsLong(), LATEST)))
                : Optional.empty();
    }

    /** Whether the text names one day without doubt, so that a time of day can follow. */
    boolean isOneDay() {
        return precision == Precision.DAY && isOnePeriod();
    }

    /** Whether the text leaves no choice: one day, month, season or year without doubt, all of whose digits are given. */
    boolean isOnePeriod() {
        boolean leavesNoMonth = precision != Precision.MONTH && precision != Precision.DAY || month.areAllSpecified();
        boolean leavesNoDay = precision != Precision.DAY || day.areAllSpecified();
        return years.first() == years.last()
                && leavesNoMonth
                && leavesNoDay
                && (grouping == null || grouping.isOnePeriod())
                && !(yearDoubted || monthDoubted || dayDoubted);
    }

    /** The first or last possible month, counted from January of the year 0, before any doubt. */
    private OptionalLong extremeMonth(int direction) {
        long from = direction == EARLIEST ? years.first() : years.last();
        for (long year = from; years.first() <= year && year <= years.last(); year += direction) {
            if (years.has(year)) {
                int month = extremeMonthOf(year, direction);
                if (month >= 0) {
                    return OptionalLong.of(12 * year + month);
                }
            }
        }
        return OptionalLong.empty();
    }

    /** The month, January being 0; -1 where no month of this year has a matching day. */
    private int extremeMonthOf(long year, int direction) {
        if (grouping != null) {
            return direction == EARLIEST ? grouping.firstMonthOfYear() : grouping.lastMonthOfYear();
        }
        for (int i = direction == EARLIEST ? 0 : 11; 0 <= i && i < 12; i += direction) {
            if (month.match(i + 1) && day.extreme(lengthOfMonth(12 * year + i), direction) > 0) {
                return i;
            }
        }
        return -1;
    }

    private LocalDate dayIn(long undoubted, int direction) {
        long widened = undoubted - direction * monthsOfDoubt();
        long year = Math.floorDiv(widened, 12L);
        if (year < Year.MIN_VALUE) {
            return LocalDate.MIN;
        }
        if (year > Year.MAX_VALUE) {
            return LocalDate.MAX;
        }
        int length = lengthOfMonth(widened);
        int matching = day.extreme(length, direction);
        return LocalDate.of((int) year, (int) Math.floorMod(widened, 12L) + 1, matching > 0 ? matching : length)
                .plusDays(-direction * daysOfDoubt());
    }

    private long daysOfDoubt() {
        return dayDoubted && !day.areAllUnspecified() ? day.unit() : 0;
    }

    private long monthsOfDoubt() {
        boolean doubtReachesMonth = monthDoubted || dayDoubted && day.areAllUnspecified();
        boolean monthSaysNothing = grouping == null && month.areAllUnspecified();
        boolean doubtReachesYear = yearDoubted || doubtReachesMonth && monthSaysNothing;
        long months = doubtReachesYear ? 12 * years.unit() : 0;
        if (doubtReachesMonth && !monthSaysNothing) {
            months += grouping == null ? month.unit() : grouping.months();
        }
        return months;
    }

    private static int lengthOfMonth(long monthCount) {
        return switch ((int) Math.floorMod(monthCount, 12L)) {
            case 1 -> IsoChronology.INSTANCE.isLeapYear(Math.floorDiv(monthCount, 12L)) ? 29 : 28;
            case 3, 5, 8, 10 -> 30;
            default -> 31;
        };
    }
}
