package org.claimsledger.time;

import java.time.LocalDate;
import java.util.Locale;
import org.claimsledger.time.Bound.Between;

/** The year of an EDTF text in English words. One before the first is counted as historians do: 0000 is 1 BC. */
final class YearPhrase {

    private static final int DIGITS_THAT_ARE_COUNTED = 15;

    private YearPhrase() {}

    /** @param written of any level, without marks of doubt */
    static String of(String written) {
        String text = written.startsWith("Y") ? written.substring(1) : written;
        boolean negative = text.startsWith("-");
        String digits = negative ? text.substring(1) : text;
        int significant = digits.indexOf('S');
        if (significant >= 0) {
            return estimated(written, counted(written, negative, digits.substring(0, significant)));
        }
        return digits.contains("X") ? unspecified(negative, digits) : counted(written, negative, digits);
    }

    static String of(LocalDate day) {
        return named(day.getYear());
    }

    private static String named(long year) {
        if (year <= 0) {
            return number(1 - year) + " BC";
        }
        if (year < 100) {
            return "AD " + year;
        }
        return year > 9999 ? "the year " + number(year) : Long.toString(year);
    }

    private static String number(long year) {
        return year > 9999 ? String.format(Locale.ROOT, "%,d", year) : Long.toString(year);
    }

    private static String counted(String written, boolean negative, String digits) {
        int exponent = digits.indexOf('E');
        String mantissa = exponent < 0 ? digits : digits.substring(0, exponent);
        String zeros = exponent < 0 ? "0" : digits.substring(exponent + 1);
        if (zeros.length() > 2 || mantissa.length() + Integer.parseInt(zeros) > DIGITS_THAT_ARE_COUNTED) {
            return "the year written " + written;
        }
        long year = Long.parseLong(mantissa + "0".repeat(Integer.parseInt(zeros)));
        return named(negative ? -year : year);
    }

    private static String estimated(String written, String estimate) {
        Between possible = (Between) Edtf.parse(written).start();
        boolean beyondTheCalendar = possible.earliestDay().equals(LocalDate.MIN)
                || possible.latestDay().equals(LocalDate.MAX);
        return beyondTheCalendar
                ? "some year near " + estimate
                : "some year from %s to %s, estimated as %s"
                        .formatted(of(possible.earliestDay()), of(possible.latestDay()), estimate);
    }

    private static String unspecified(boolean negative, String digits) {
        if (digits.equals("XXXX")) {
            return "an unknown year";
        }
        if (!negative && digits.matches("\\d{3}X")) {
            return "the " + digits.replace('X', '0') + "s";
        }
        if (!digits.matches("\\d+X+")) {
            return "a year of the form " + (negative ? "-" : "") + digits + ", X being unknown";
        }
        long least = Long.parseLong(digits.replace('X', '0'));
        long most = Long.parseLong(digits.replace('X', '9'));
        return negative
                ? "some year from " + named(-most) + " to " + named(-least)
                : "some year from " + named(least) + " to " + named(most);
    }
}
