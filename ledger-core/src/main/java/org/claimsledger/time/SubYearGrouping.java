package org.claimsledger.time;

/**
 * A part of a year that EDTF writes in the place of the month, with the codes 21 to 41.
 *
 * <p>The standard leaves it to custom when a season begins. Here seasons are whole months, as in meteorology. The
 * seasons "independent of location" (21 to 24) are read as on the northern half of the earth, as other EDTF libraries
 * do; a text from the south can say so with 29 to 32. The year is that of the season's first month, which keeps spring,
 * summer, autumn, winter of a year in this order: winter 2001 is December 2001 to February 2002.
 */
enum SubYearGrouping {
    SPRING(3, 3),
    SUMMER(6, 3),
    AUTUMN(9, 3),
    WINTER(12, 3),
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
    private final int months;

    SubYearGrouping(int firstMonth, int months) {
        this.firstMonth = firstMonth;
        this.months = months;
    }

    static boolean isCode(int code) {
        return FIRST_CODE <= code && code < FIRST_CODE + BY_CODE.length;
    }

    static SubYearGrouping of(int code) {
        return BY_CODE[code - FIRST_CODE];
    }

    /** Its length in months. */
    int months() {
        return months;
    }

    /** Months from January of its year to its first month. */
    int firstMonthOfYear() {
        return firstMonth - 1;
    }

    /** Months from January of its year to its last month: 12 or more where that lies in the next year. */
    int lastMonthOfYear() {
        return firstMonth - 1 + months - 1;
    }
}
