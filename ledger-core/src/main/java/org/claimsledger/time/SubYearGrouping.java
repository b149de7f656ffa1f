package org.claimsledger.time;

/**
 * A part of a year that EDTF writes in the place of the month, with the codes 21 to 41.
 *
 * <p>The standard leaves it to custom when a season begins. Here seasons are whole months, as in meteorology. The
 * year is that of the season's first month: the northern winter 2001 is December 2001 to February 2002, the southern
 * summer too. The seasons "independent of location" (21 to 24) do not tell the half of the earth, so they run from the
 * first month that either has to the last: spring 2001 is March (in the north) to November 2001 (in the south). A text
 * that knows its half says so with 25 to 28 or 29 to 32.
 */
enum SubYearGrouping {
    SPRING(3, 9, 3),
    SUMMER(6, 9, 3),
    AUTUMN(3, 9, 3),
    WINTER(6, 9, 3),
    NORTHERN_SPRING(3, 3),
    NORTHERN_SUMMER(6, 3),
    NORTHERN_AUTUMN(9, 3),
    NORTHERN_WINTER(12, 3),
    SOUTHERN_SPRING(9, 3),
    SOUTHERN_SUMMER(12, 3),
    SOUTHERN_AUTUMN(3, 3),
    SOUTHERN_WINTER(6, 3),
    QUARTER_1(1, 3),
    QUARTER_2(4, 3),
    QUARTER_3(7, 3),
    QUARTER_4(10, 3),
    QUADRIMESTER_1(1, 4),
    QUADRIMESTER_2(5, 4),
    QUADRIMESTER_3(9, 4),
    SEMESTER_1(1, 6),
    SEMESTER_2(7, 6);

    private static final int FIRST_CODE = 21;
    private static final SubYearGrouping[] BY_CODE = values();

    private final int firstMonth;
    private final int span;
    private final int months;

    SubYearGrouping(int firstMonth, int months) {
        this(firstMonth, months, months);
    }

    SubYearGrouping(int firstMonth, int span, int months) {
        this.firstMonth = firstMonth;
        this.span = span;
        this.months = months;
    }

    static boolean isCode(int code) {
        return FIRST_CODE <= code && code < FIRST_CODE + BY_CODE.length;
    }

    static SubYearGrouping of(int code) {
        return BY_CODE[code - FIRST_CODE];
    }

    /** Whether the text tells which months are meant: all but the seasons without a hemisphere. */
    boolean isOnePeriod() {
        return span == months;
    }

    /** Its length in months, on either half of the earth. */
    int months() {
        return months;
    }

    /** Months from January of its year to the first month that may be meant. */
    int firstMonthOfYear() {
        return firstMonth - 1;
    }

    /** Months from January of its year to the last month that may be meant: 12 or more where that lies in the next year. */
    int lastMonthOfYear() {
        return firstMonth - 1 + span - 1;
    }
}
