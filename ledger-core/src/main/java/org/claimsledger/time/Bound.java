package org.claimsledger.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

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
     */
    record Between(Instant earliest, Instant latest) implements Bound {

        private static final LocalTime LAST_MICROSECOND = LocalTime.of(23, 59, 59, 999_999_000);

        public Between {
            if (latest.isBefore(earliest)) {
                throw new IllegalArgumentException(
                        "The latest moment %s is before the earliest %s".formatted(latest, earliest));
            }
        }

        /** From the first instant of one day to the last microsecond of another. */
        public static Between days(LocalDate earliest, LocalDate latest) {
            return new Between(
                    earliest.atStartOfDay().toInstant(ZoneOffset.UTC),
                    latest.atTime(LAST_MICROSECOND).toInstant(ZoneOffset.UTC));
        }

        public LocalDate earliestDay() {
            return LocalDate.ofInstant(earliest, ZoneOffset.UTC);
        }

        public LocalDate latestDay() {
            return LocalDate.ofInstant(latest, ZoneOffset.UTC);
        }

        /** The smallest range that contains both. */
        Between and(Between other) {
            return new Between(
                    earliest.isBefore(other.earliest) ? earliest : other.earliest,
                    latest.isAfter(other.latest) ? latest : other.latest);
        }

        Between orEarlier() {
            return new Between(LocalDate.MIN.atStartOfDay().toInstant(ZoneOffset.UTC), latest);
        }

        Between orLater() {
            return new Between(earliest, LocalDate.MAX.atTime(LAST_MICROSECOND).toInstant(ZoneOffset.UTC));
        }

        /** Whether this ends, on every reading, on a day before the other can begin. */
        boolean isBefore(Between other) {
            return latestDay().isBefore(other.earliestDay());
        }
    }
}
