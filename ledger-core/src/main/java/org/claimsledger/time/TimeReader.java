package org.claimsledger.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneOffset;
import org.claimsledger.time.Bound.Between;
import org.claimsledger.time.Extent.LoneDate;

/**
 * Reads the time of day that follows a date and its T, always to the second, with {@code Z}, a shift from UTC or
 * neither. The time falls on the day that is written before the T, whatever day it is in UTC.
 *
 * <p>Midnight is {@code 00:00:00}. {@code 24:00:00} is refused, since EDTF takes its times from ISO 8601-1:2019, which
 * has hours 00 to 23. A second 60 is a leap second: it is read where UTC has had any, at the end of June or December,
 * and counts as the last microsecond of that day, since the ledger's clock cannot hold it.
 *
 * <p>Fractions of a second are not part of EDTF, but programs write them: up to nine digits are read after a point, and
 * those after the microsecond are dropped. A leap second has none.
 */
final class TimeReader {

    private static final long LAST_MICROSECOND_OF_SECOND = 999_999_000;
    private static final int DIGITS_OF_NANOSECONDS = 9;
    private static final int DIGITS_OF_MICROSECONDS = 6;

    private TimeReader() {}

    static LoneDate read(TextCursor text, LocalDate day) {
        int from = text.index();
        int hour = numberUpTo(23, "an hour of two digits", text);
        text.expect(':');
        int minute = numberUpTo(59, "a minute of two digits", text);
        text.expect(':');
        int second = numberUpTo(60, "a second of two digits", text);
        if (second == 60 && text.isAt('.')) {
            throw text.refusal("a leap second has no fraction");
        }
        int microseconds = text.accept('.') ? microseconds(text) : 0;
        Instant local = day.atTime(hour, minute, Math.min(second, 59), 1000 * microseconds)
                .toInstant(ZoneOffset.UTC);
        boolean hasZone = !text.isAtEnd();
        Instant instant = local.minusSeconds(60L * shiftInMinutes(text));
        if (second == 60) {
            requireLeapSecond(instant, text, from);
            instant = instant.plusNanos(LAST_MICROSECOND_OF_SECOND);
        }
        return new LoneDate(Between.moment(instant, day), hasZone);
    }

    private static int microseconds(TextCursor text) {
        int microseconds = 0;
        for (int i = 0; i < DIGITS_OF_NANOSECONDS; i++) {
            boolean isGiven = i == 0 || text.isAtDigit();
            int digit = isGiven ? text.digit("a fraction of a second") : 0;
            microseconds = i < DIGITS_OF_MICROSECONDS ? 10 * microseconds + digit : microseconds;
        }
        return microseconds;
    }

    /** A date with time as it is kept: without what is finer than a microsecond, and without zeros at the fraction's end. */
    static String canonical(String text) {
        int point = text.indexOf('.');
        if (point < 0) {
            return text;
        }
        int end = point + 1;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        int kept = Math.min(end, point + 1 + DIGITS_OF_MICROSECONDS);
        while (text.charAt(kept - 1) == '0') {
            kept--;
        }
        return text.substring(0, kept == point + 1 ? point : kept) + text.substring(end);
    }

    private static int shiftInMinutes(TextCursor text) {
        if (text.accept('Z')) {
            return 0;
        }
        int from = text.index();
        boolean behind = text.accept('-');
        if (!behind && !text.accept('+')) {
            return 0;
        }
        int hours = numberUpTo(23, "the hours of a shift from UTC", text);
        int minutes = text.accept(':') ? numberUpTo(59, "the minutes of a shift from UTC", text) : 0;
        if (behind && hours == 0 && minutes == 0) {
            throw text.refusalAt(from, "no shift from UTC is written Z or with a plus sign");
        }
        return (behind ? -1 : 1) * (60 * hours + minutes);
    }

    private static int numberUpTo(int greatest, String what, TextCursor text) {
        int from = text.index();
        int number = text.twoDigits(what);
        if (number > greatest) {
            throw text.refusalAt(from, what + " is at most " + greatest);
        }
        return number;
    }

    private static void requireLeapSecond(Instant instant, TextCursor text, int from) {
        var utc = instant.atOffset(ZoneOffset.UTC);
        MonthDay day = MonthDay.from(utc);
        boolean endOfHalfYear = day.equals(MonthDay.of(6, 30)) || day.equals(MonthDay.of(12, 31));
        if (!endOfHalfYear || !utc.toLocalTime().equals(LocalTime.of(23, 59, 59))) {
            throw text.refusalAt(from, "a second 60 ends only 30 June or 31 December, UTC");
        }
    }
}
