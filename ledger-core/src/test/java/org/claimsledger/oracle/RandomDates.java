package org.claimsledger.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.claimsledger.time.Edtf;
import org.claimsledger.time.Edtf.InvalidEdtf;

/** Dates of every shape that EDTF knows, and instants, from a few years that they share, so that they often meet. */
final class RandomDates {

    private static final int FIRST_YEAR = 2020;
    private static final int YEARS = 6;

    private final Random random;

    RandomDates(Random random) {
        this.random = random;
    }

    Edtf date() {
        while (true) {
            try {
                return Edtf.parse(text());
            } catch (InvalidEdtf twistedOrImpossible) {
                // another one
            }
        }
    }

    /** A single date, as a successor needs it. */
    Edtf lone() {
        while (true) {
            try {
                return Edtf.parse(one());
            } catch (InvalidEdtf impossible) {
                // another one
            }
        }
    }

    private String text() {
        return switch (random.nextInt(16)) {
            case 0, 1, 2 -> one() + "/" + one();
            case 3 -> one() + "/..";
            case 4 -> "../" + one();
            case 5 -> one() + "/";
            case 6 -> "/" + one();
            case 7 ->
                switch (random.nextInt(5)) {
                    case 0 -> "[.." + plain() + "]";
                    case 1 -> "[" + plain() + "..]";
                    case 2 -> "{" + plain() + "," + plain() + "}";
                    case 3 -> "[" + plain() + "," + plain() + "]";
                    default -> "../..";
                };
            default -> one();
        };
    }

    private String one() {
        String doubt = random.nextInt(4) == 0 ? oneOf("?", "~", "%") : "";
        return switch (random.nextInt(12)) {
            case 0 -> year() + "-XX";
            case 1 -> year() + "-" + month() + "-XX" + doubt;
            case 2 -> year() + "-" + (21 + random.nextInt(4)) + doubt;
            case 3 -> "202X" + doubt;
            case 4 -> plainDay() + "T" + oneOf("00:00:00Z", "12:00:00Z", "23:59:59Z");
            case 5 -> year() + "-" + (random.nextBoolean() ? "~" : "?") + month();
            default -> plain() + doubt;
        };
    }

    private String plain() {
        return switch (random.nextInt(3)) {
            case 0 -> "" + year();
            case 1 -> year() + "-" + month();
            default -> plainDay();
        };
    }

    private String plainDay() {
        return year() + "-" + month() + "-" + oneOf("01", "02", "15", "28", "30");
    }

    private int year() {
        return FIRST_YEAR + random.nextInt(YEARS);
    }

    private String month() {
        return oneOf("01", "02", "06", "07", "12");
    }

    LocalDate day() {
        LocalDate day = LocalDate.of(year(), Integer.parseInt(month()), 1);
        return switch (random.nextInt(4)) {
            case 0 -> day;
            case 1 -> day.minusDays(1);
            case 2 -> day.plusDays(14);
            default -> day.plusDays(random.nextInt(60));
        };
    }

    /** Often the very last or first instant of a day, a month or a year. */
    Instant instant() {
        YearMonth month = YearMonth.of(year(), Integer.parseInt(month()));
        return switch (random.nextInt(6)) {
            case 0 -> lastOf(month.atEndOfMonth());
            case 1 -> lastOf(Year.of(year()).atDay(1).minusDays(1));
            case 2 -> lastOf(month.atDay(oneOf(1, 2, 15, 28)));
            case 3 -> month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
            default ->
                between(
                        month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC),
                        month.atEndOfMonth().atStartOfDay().toInstant(ZoneOffset.UTC));
        };
    }

    private static Instant lastOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minus(1, ChronoUnit.MICROS);
    }

    Instant between(Instant from, Instant to) {
        long micros = ChronoUnit.MICROS.between(from, to);
        return micros <= 0 ? from : from.plus(random.nextLong(micros), ChronoUnit.MICROS);
    }

    @SafeVarargs
    private <T> T oneOf(T... all) {
        return all[random.nextInt(all.length)];
    }
}
