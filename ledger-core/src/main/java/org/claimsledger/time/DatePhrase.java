package org.claimsledger.time;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimsledger.time.Bound.Between;

/**
 * One date of an EDTF text, without time of day, in English words.
 *
 * @param brief for the middle of a line: {@code about 2006}, {@code February 2006}, {@code some day of April 1985}
 * @param full with the dates that its doubt leaves possible: {@code some time in 2006, perhaps 2005 or 2007}
 */
record DatePhrase(String brief, String full) {

    private static final Pattern DATE = Pattern.compile("(?<y0>[?~%]?)(?<year>Y?-?[0-9XES]+)(?<y1>[?~%]?)"
            + "(?:-(?<m0>[?~%]?)(?<month>[0-9X]{2})(?<m1>[?~%]?)"
            + "(?:-(?<d0>[?~%]?)(?<day>[0-9X]{2})(?<d1>[?~%]?))?)?");

    private static final List<String> GROUPINGS = List.of(
            "spring",
            "summer",
            "autumn",
            "winter",
            "the northern spring",
            "the northern summer",
            "the northern autumn",
            "the northern winter",
            "the southern spring",
            "the southern summer",
            "the southern autumn",
            "the southern winter",
            "the first quarter",
            "the second quarter",
            "the third quarter",
            "the fourth quarter",
            "the first third",
            "the second third",
            "the last third",
            "the first half",
            "the second half");

    private static final int FIRST_GROUPING = 21;

    /** @param text a date that {@link Edtf} reads */
    static DatePhrase of(String text) {
        Matcher date = DATE.matcher(text);
        if (!date.matches()) {
            throw new IllegalArgumentException("no date without time: " + text);
        }
        String plain = undoubted(date);
        String doubts = group(date, "y0")
                + group(date, "y1")
                + group(date, "m0")
                + group(date, "m1")
                + group(date, "d0")
                + group(date, "d1");
        String noun = noun(group(date, "year"), group(date, "month"), group(date, "day"), plain);
        String when = isOneDay(plain) ? noun : someTime(noun);
        if (doubts.isEmpty()) {
            return new DatePhrase(noun, when);
        }
        return new DatePhrase(hedged(doubts, noun), when + ", perhaps " + otherwise(text, plain));
    }

    private static String group(Matcher date, String name) {
        String text = date.group(name);
        return text == null ? "" : text;
    }

    private static String undoubted(Matcher date) {
        return date.group().replaceAll("[?~%]", "");
    }

    private static boolean isOneDay(String plain) {
        return plain.matches("-?\\d{4}-\\d{2}-\\d{2}");
    }

    private static String someTime(String noun) {
        return noun.startsWith("some ") || noun.startsWith("a ") ? noun : "some time in " + noun;
    }

    /** {@code ~} and {@code %} mean "about", {@code ?} and {@code %} mean "uncertain". */
    private static String hedged(String doubts, String noun) {
        boolean about = doubts.contains("~") || doubts.contains("%");
        boolean uncertain = doubts.contains("?") || doubts.contains("%");
        return (uncertain ? "perhaps " : "") + (about ? "about " : "") + noun;
    }

    /** The dates that the ledger holds possible besides the date itself. */
    private static String otherwise(String text, String plain) {
        boolean wholeIsDoubted = text.length() == plain.length() + 1 && text.startsWith(plain);
        if (wholeIsDoubted && plain.matches("\\d{4}")) {
            int year = Integer.parseInt(plain);
            return YearPhrase.of(Integer.toString(year - 1)) + " or " + YearPhrase.of(Integer.toString(year + 1));
        }
        if (wholeIsDoubted && plain.matches("\\d{4}-(0[1-9]|1[0-2])")) {
            return neighbours(Integer.parseInt(plain.substring(0, 4)), Integer.parseInt(plain.substring(5)));
        }
        if (wholeIsDoubted && isOneDay(plain)) {
            return "a day earlier or later";
        }
        Between possible = (Between) Edtf.parse(text).start();
        return possible.earliestDay().equals(LocalDate.MIN)
                        || possible.latestDay().equals(LocalDate.MAX)
                ? "earlier or later"
                : "as early as " + day(possible.earliestDay()) + " or as late as " + day(possible.latestDay());
    }

    private static String neighbours(int year, int month) {
        String before = name(month == 1 ? 12 : month - 1);
        String after = name(month == 12 ? 1 : month + 1);
        if (month == 1) {
            return before + " " + YearPhrase.of(Integer.toString(year - 1)) + " or " + after + " " + year;
        }
        return month == 12
                ? before + " " + year + " or " + after + " " + (year + 1)
                : before + " or " + after + " " + year;
    }

    private static String noun(String year, String month, String day, String plain) {
        if (month.isEmpty()) {
            return YearPhrase.of(year);
        }
        if (isNumber(month) && Integer.parseInt(month) >= FIRST_GROUPING) {
            String grouping = GROUPINGS.get(Integer.parseInt(month) - FIRST_GROUPING);
            return grouping.contains(" ")
                    ? grouping + " of " + YearPhrase.of(year)
                    : grouping + " " + YearPhrase.of(year);
        }
        if (day.isEmpty()) {
            return isNumber(month) ? name(Integer.parseInt(month)) + ofYear(year) : someMonth(month, year, plain);
        }
        if (isNumber(month)) {
            return isNumber(day)
                    ? Integer.parseInt(day) + " " + name(Integer.parseInt(month)) + ofYear(year)
                    : someDay(day, name(Integer.parseInt(month)) + ofYear(year), plain);
        }
        return month.equals("XX") && day.equals("XX") ? "some day of " + YearPhrase.of(year) : form(plain);
    }

    private static String someMonth(String month, String year, String plain) {
        return switch (month) {
            case "XX" -> "some month of " + YearPhrase.of(year);
            case "0X" -> "some month from January to September" + ofYear(year);
            case "1X" -> "some month from October to December" + ofYear(year);
            default -> form(plain);
        };
    }

    private static String someDay(String day, String month, String plain) {
        return switch (day) {
            case "XX" -> "some day of " + month;
            case "0X" -> "some day from 1 to 9 " + month;
            case "1X" -> "some day from 10 to 19 " + month;
            case "2X" -> "some day from 20 " + month + " on";
            default -> form(plain);
        };
    }

    private static String form(String plain) {
        return "a date of the form " + plain + ", X being unknown";
    }

    /** A year after a month. A year that is only partly known needs a preposition. */
    private static String ofYear(String year) {
        return year.contains("X") ? " of " + YearPhrase.of(year) : " " + YearPhrase.of(year);
    }

    private static boolean isNumber(String digits) {
        return digits.indexOf('X') < 0;
    }

    private static String name(int month) {
        return Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** A day of the calendar: {@code 22 November 2026}. */
    static String day(LocalDate day) {
        return day.getDayOfMonth() + " " + name(day.getMonthValue()) + " " + YearPhrase.of(day);
    }
}
