package org.claimsledger.time;

import org.claimsledger.time.Bound.Between;
import org.claimsledger.time.DateParts.Precision;
import org.jspecify.annotations.Nullable;

/** Reads one date of any level, without time of day, and stops where it ends. */
final class DateReader {

    private final TextCursor text;

    private Precision precision = Precision.YEAR;
    private @Nullable SubYearGrouping grouping;
    private TwoDigits month = TwoDigits.ANY;
    private TwoDigits day = TwoDigits.ANY;
    private boolean yearDoubted;
    private boolean monthDoubted;
    private boolean dayDoubted;

    private DateReader(TextCursor text) {
        this.text = text;
    }

    /** A date that was read, and the days on which it may fall. */
    record ReadDate(DateParts parts, Between bound) {}

    static ReadDate read(TextCursor text) {
        return new DateReader(text).date();
    }

    private ReadDate date() {
        int from = text.index();
        yearDoubted = text.acceptDoubt();
        PossibleYears possibleYears = text.accept('Y') ? longYear() : shortYear();
        var parts =
                new DateParts(precision, possibleYears, grouping, month, day, yearDoubted, monthDoubted, dayDoubted);
        Between bound = parts.bound()
                .orElseThrow(() -> text.refusalAt(from, text.textFrom(from) + " is no day of the calendar"));
        return new ReadDate(parts, bound);
    }

    private PossibleYears longYear() {
        int from = text.index();
        boolean negative = text.accept('-');
        String digits = text.wholeNumber("a year");
        int zeros = text.accept('E') ? smallNumber("an exponent") : 0;
        long length = (long) digits.length() + zeros;
        if (length < 5) {
            throw text.refusalAt(from, "Y is for years of more than four digits");
        }
        int significant = text.accept('S') ? significantDigits(length) : (int) length;
        yearDoubted |= text.acceptDoubt();
        if (text.isAt('-')) {
            throw text.refusal("a year with Y stands without month and day");
        }
        return PossibleYears.ofDigits(negative, digits, zeros, significant);
    }

    private PossibleYears shortYear() {
        boolean negative = text.accept('-');
        int from = text.index();
        boolean specified = true;
        for (int i = 0; i < 4; i++) {
            specified &= text.digitOrX("a year of four digits") != TwoDigits.UNSPECIFIED;
        }
        String pattern = text.textFrom(from);
        if (text.isAtDigit() || text.isAt('X')) {
            throw text.refusal("a year has four digits, or more after a Y");
        }
        if (negative && pattern.equals("0000")) {
            throw text.refusalAt(from, "the year 0000 has no sign");
        }
        if (specified && text.accept('S')) {
            return yearOfSignificantDigits(negative, pattern);
        }
        yearDoubted |= text.acceptDoubt();
        if (text.accept('-')) {
            monthOrGrouping();
        }
        return PossibleYears.ofPattern(negative, pattern);
    }

    private PossibleYears yearOfSignificantDigits(boolean negative, String pattern) {
        String digits = Integer.toString(Integer.parseInt(pattern));
        int significant = significantDigits(digits.length());
        yearDoubted |= text.acceptDoubt();
        if (text.isAt('-')) {
            throw text.refusal("a year with significant digits stands without month and day");
        }
        return PossibleYears.ofDigits(negative, digits, 0, significant);
    }

    private void monthOrGrouping() {
        int from = text.index();
        monthDoubted = text.acceptDoubt();
        TwoDigits twoDigits = twoDigitsOrX("a month of two digits");
        monthDoubted |= text.acceptDoubt();
        if (twoDigits.areAllSpecified() && SubYearGrouping.isCode(twoDigits.value())) {
            grouping = SubYearGrouping.of(twoDigits.value());
            precision = precisionOf(grouping);
            if (text.isAt('-')) {
                throw text.refusal("a season or other part of a year stands without a day");
            }
            return;
        }
        if (twoDigits.extreme(12, 1) == 0) {
            throw text.refusalAt(from, "a month is 01 to 12, a season or other part of a year 21 to 41");
        }
        month = twoDigits;
        precision = Precision.MONTH;
        if (text.accept('-')) {
            day();
        }
    }

    private void day() {
        int from = text.index();
        dayDoubted = text.acceptDoubt();
        day = twoDigitsOrX("a day of two digits");
        dayDoubted |= text.acceptDoubt();
        precision = Precision.DAY;
        if (day.extreme(31, 1) == 0) {
            throw text.refusalAt(from, "a day is 01 to 31");
        }
    }

    private TwoDigits twoDigitsOrX(String what) {
        int tens = text.digitOrX(what);
        int units = text.digitOrX(what);
        return new TwoDigits(tens, units);
    }

    private int significantDigits(long length) {
        int from = text.index();
        int significant = smallNumber("a count of significant digits");
        if (significant > length) {
            throw text.refusalAt(from, "the year has no more than " + length + " significant digits");
        }
        return significant;
    }

    /** Numbers of more than six digits are read as a million, because they lead beyond any calendar. */
    private int smallNumber(String what) {
        String digits = text.wholeNumber(what);
        return digits.length() > 6 ? 1_000_000 : Integer.parseInt(digits);
    }

    private static Precision precisionOf(SubYearGrouping grouping) {
        return switch (grouping.months()) {
            case 6 -> Precision.SEMESTER;
            case 4 -> Precision.QUADRIMESTER;
            default -> Precision.QUARTER;
        };
    }
}
