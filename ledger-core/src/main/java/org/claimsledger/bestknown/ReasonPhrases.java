package org.claimsledger.bestknown;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.claimsledger.time.Bound;
import org.jspecify.annotations.Nullable;

/** The wording of figures and dates in sentences. */
final class ReasonPhrases {

    private static final String[] NUMBERS = {
        "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"
    };

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

    /** The day of an instant, in UTC; the beginning and the end of time have none. */
    static String day(Instant instant) {
        if (instant.equals(Instant.MIN)) {
            return "always";
        }
        return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
    }

    /** When something ended, as exactly as is known. */
    static String endDate(Bound.Between end) {
        return end.earliestDay().equals(end.latestDay())
                ? "on " + end.latestDay()
                : "between " + end.earliestDay() + " and " + end.latestDay();
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
