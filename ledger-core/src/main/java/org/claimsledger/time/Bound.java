package org.claimsledger.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;

/** The beginning or the end of an EDTF date or interval, as far as the text says. */
public sealed interface Bound {

    /** An open bound, written {@code ..}: there is none. */
    Bound OPEN = new OpenEnd();

    /** An unknown bound, written as nothing at all: there may be one, nobody knows it. */
    Bound UNKNOWN = new UnknownEnd();

    /** No bound: the time has no beginning, or no end. */
    record OpenEnd() implements Bound {}

    /** An unknown bound: not even whether there is one is known. */
    record UnknownEnd() implements Bound {}

    /**
     * The bound is one moment somewhere between these two, both included, in UTC and to the microsecond. A side on
     * which the text sets no limit ({@code [..1984]}), or one beyond the years ±999,999,999 of {@link LocalDate}, ends
     * at {@link LocalDate#MIN} or {@link LocalDate#MAX}.
     *
     * @param earliestDay the calendar day of the earliest moment as it is written: that of its own offset, where it has
     *     one, and not that of UTC
     * @param latestDay the calendar day of the latest moment, likewise
     */
    record Between(Instant earliest, Instant latest, LocalDate earliestDay, LocalDate latestDay) implements Bound {

        private static final LocalTime LAST_MICROSECOND = LocalTime.of(23, 59, 59, 999_999_000);
        private static final Duration AHEAD_OF_UTC = Duration.ofHours(14);
        private static final Duration BEHIND_UTC = Duration.ofHours(12);

        public Between {
            if (latest.isBefore(earliest)) {
                throw new IllegalArgumentException(
                        "The latest moment %s is before the earliest %s".formatted(latest, earliest));
            }
        }

        /** Two moments that are written in UTC. */
        public Between(Instant earliest, Instant latest) {
            this(earliest, latest, dayInUtc(earliest), dayInUtc(latest));
        }

        /** From the first instant of one day to the last microsecond of another, in UTC. */
        public static Between days(LocalDate earliest, LocalDate latest) {
            return new Between(startOf(earliest), endOf(latest), earliest, latest);
        }

        /** A moment, and the day on which it falls where it is written. */
        static Between moment(Instant instant, LocalDate day) {
            return new Between(instant, instant, day, day);
        }

        /** The first day on which this may fall, as it is written or in UTC. */
        LocalDate firstDay() {
            LocalDate inUtc = dayInUtc(earliest);
            return inUtc.isBefore(earliestDay) ? inUtc : earliestDay;
        }

        /** The last day on which this may fall, as it is written or in UTC. */
        LocalDate lastDay() {
            LocalDate inUtc = dayInUtc(latest);
            return inUtc.isAfter(latestDay) ? inUtc : latestDay;
        }

        /** The smallest range that contains both. */
        Between and(Between other) {
            Between first = earliest.isBefore(other.earliest) ? this : other;
            Between last = latest.isAfter(other.latest) ? this : other;
            return new Between(first.earliest, last.latest, first.earliestDay, last.latestDay);
        }

        Between orEarlier() {
            return new Between(startOf(LocalDate.MIN), latest, LocalDate.MIN, latestDay);
        }

        Between orLater() {
            return new Between(earliest, endOf(LocalDate.MAX), earliestDay, LocalDate.MAX);
        }

        /**
         * Whether this ends, on every reading, on a day before the other can begin. Of two clock times, which may be
         * written with different offsets, it must also be the earlier one.
         */
        boolean isBefore(Between other) {
            boolean inOrder = !isMoment() || !other.isMoment() || latest.isBefore(other.earliest);
            return inOrder && latestDay.isBefore(other.earliestDay);
        }

        /** Whether both may fall on the same first and the same last day. */
        boolean hasTheDaysOf(Between other) {
            return earliestDay.equals(other.earliestDay) && latestDay.equals(other.latestDay);
        }

        /** The same in the zones of all places: the first to begin a day is 14 hours before UTC, the last 12 after it. */
        Between anywhere() {
            return moved(it -> it.minus(AHEAD_OF_UTC), it -> it.plus(BEHIND_UTC));
        }

        /** The same in the zone of a place. A time that its clocks show twice is there from the first to the second. */
        Between in(ZoneId zone) {
            return moved(
                    it -> local(it).atZone(zone).toInstant(),
                    it -> local(it).atZone(zone).withLaterOffsetAtOverlap().toInstant());
        }

        /** A side without limit stays so. */
        private Between moved(UnaryOperator<Instant> first, UnaryOperator<Instant> last) {
            return new Between(
                    earliestDay.equals(LocalDate.MIN) ? earliest : first.apply(earliest),
                    latestDay.equals(LocalDate.MAX) ? latest : last.apply(latest),
                    earliestDay,
                    latestDay);
        }

        private static LocalDateTime local(Instant instant) {
            return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        }

        private boolean isMoment() {
            return earliest.equals(latest);
        }

        private static LocalDate dayInUtc(Instant instant) {
            return LocalDate.ofInstant(instant, ZoneOffset.UTC);
        }

        private static Instant startOf(LocalDate day) {
            return day.atStartOfDay().toInstant(ZoneOffset.UTC);
        }

        private static Instant endOf(LocalDate day) {
            return day.atTime(LAST_MICROSECOND).toInstant(ZoneOffset.UTC);
        }
    }
}
