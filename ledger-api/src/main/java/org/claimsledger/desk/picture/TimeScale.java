package org.claimsledger.desk.picture;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of days.
 *
 * @param first the day at its left end
 * @param last the day at its right end
 * @param left the place of its left end
 * @param width its length
 */
public record TimeScale(LocalDate first, LocalDate last, int left, int width) {

    private static final int[] STEPS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000};
    private static final int PIXELS_OF_A_YEAR = 48;

    public TimeScale {
        if (!first.isBefore(last)) {
            last = first.plusYears(1);
        }
    }

    /** The place of a day; days beyond an end are at that end. */
    int x(LocalDate day) {
        long span = last.toEpochDay() - first.toEpochDay();
        long at = Math.clamp(day.toEpochDay(), first.toEpochDay(), last.toEpochDay()) - first.toEpochDay();
        return left + Math.toIntExact(width * at / span);
    }

    /** A year and the place where it begins. */
    public record Year(int x, String label) {}

    public List<Year> years() {
        int span = last.getYear() - first.getYear();
        int step = STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0; i--) {
            if (span / STEPS[i] <= width / PIXELS_OF_A_YEAR) {
                step = STEPS[i];
            }
        }
        List<Year> years = new ArrayList<>();
        for (int year = Math.ceilDiv(first.getYear() + 1, step) * step; year <= last.getYear(); year += step) {
            years.add(new Year(x(LocalDate.of(year, 1, 1)), Integer.toString(year)));
        }
        return years;
    }
}
