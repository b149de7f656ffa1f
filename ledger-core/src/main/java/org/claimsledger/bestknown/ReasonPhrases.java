package org.claimsledger.bestknown;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.claimsledger.time.Bound;
import org.claimsledger.time.DateInWords;
import org.jspecify.annotations.Nullable;

/** The wording of figures, lists and dates in sentences. */
final class ReasonPhrases {

    private static final String[] NUMBERS = {
        "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"
    };

    /** The most names that a list gives. */
    private static final int LISTED = 3;

    private ReasonPhrases() {}

    static String numeral(int number) {
        return number < NUMBERS.length ? NUMBERS[number] : String.valueOf(number);
    }

    /** A number of things: {@code no origin}, {@code one origin}, {@code two origins}. */
    static String count(int number, String thing) {
        return switch (number) {
            case 0 -> "no " + thing;
            case 1 -> "one " + thing;
            default -> numeral(number) + " " + thing + "s";
        };
    }

    static String capitalised(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** {@code a, b and c}; of more than three {@code a, b, c and two more}. */
    static String listed(Collection<String> names) {
        List<String> all = List.copyOf(names);
        if (all.size() == 1) {
            return all.getFirst();
        }
        if (all.size() <= LISTED) {
            return String.join(", ", all.subList(0, all.size() - 1)) + " and " + all.getLast();
        }
        return String.join(", ", all.subList(0, LISTED)) + " and " + numeral(all.size() - LISTED) + " more";
    }

    /** The day of an instant, in UTC: {@code 22 November 2026}. */
    static String day(Instant instant) {
        return DateInWords.day(ForceOnDay.day(instant));
    }

    /** {@code on 5 June 2024}, {@code in June 2024}, {@code in 2024}, {@code by 5 June 2024}. */
    static String when(DateSpan date) {
        boolean begins = !date.first().equals(Instant.MIN);
        LocalDate first = ForceOnDay.day(date.first());
        LocalDate last = ForceOnDay.day(date.last());
        if (date.last().equals(Instant.MAX)) {
            return begins ? "on " + DateInWords.day(first) + " or later" : "at an unknown time";
        }
        if (!begins) {
            return "by " + DateInWords.day(last);
        }
        return between(first, last);
    }

    private static String between(LocalDate first, LocalDate last) {
        String period = period(first, last);
        if (period == null) {
            return "between " + DateInWords.day(first) + " and " + DateInWords.day(last);
        }
        return (first.equals(last) ? "on " : "in ") + period;
    }

    /** {@code 5 June 2024}, {@code June 2024}, {@code 2024}, {@code some time by 5 June 2024}. */
    static String until(DateSpan date) {
        boolean bounded = !date.first().equals(Instant.MIN) && !date.last().equals(Instant.MAX);
        String period = bounded ? period(ForceOnDay.day(date.first()), ForceOnDay.day(date.last())) : null;
        return period == null ? "some time " + when(date) : period;
    }

    /** The day, month or year that two days begin and end; absent where it is none of these. */
    private static @Nullable String period(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return DateInWords.day(last);
        }
        if (first.getDayOfMonth() == 1 && last.equals(first.plusMonths(1).minusDays(1))) {
            String day = DateInWords.day(last);
            return day.substring(day.indexOf(' ') + 1);
        }
        return first.getDayOfYear() == 1 && last.equals(first.plusYears(1).minusDays(1))
                ? String.valueOf(last.getYear())
                : null;
    }

    /** When something ended, as exactly as is known, in days as they are written. */
    static String endDate(Bound.Between end) {
        return end.earliestDay().equals(LocalDate.MIN)
                ? "by " + DateInWords.day(end.latestDay())
                : between(end.earliestDay(), end.latestDay());
    }

    /** A given reason as the end of a sentence. */
    static String givenReason(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            return ".";
        }
        String given = reason.strip();
        return given.endsWith(".") ? ": " + given : ": " + given + ".";
    }
}
