package org.claimsledger.desk.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.claimsledger.time.DateInWords;

/** Instants as people write them, in UTC. */
public final class InstantWords {

    private static final LocalTime LAST_OF_DAY = LocalTime.MAX.withNano(999_999_000);

    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private InstantWords() {}

    /** {@code 22 November 2026}. */
    public static String day(Instant instant) {
        return DateInWords.day(dayOf(instant));
    }

    /** {@code 22 Nov 2026}. */
    public static String shortDay(LocalDate day) {
        return SHORT_DAY.format(day);
    }

    public static String shortDay(Instant instant) {
        return shortDay(dayOf(instant));
    }

    /** {@code 22 Nov 2026, 15:44}. */
    public static String minute(Instant instant) {
        return shortDay(instant) + ", " + MINUTE.format(instant.atOffset(ZoneOffset.UTC));
    }

    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    /** The end of a day as its date, any other instant with its time. */
    public static String inclusive(Instant instant) {
        OffsetDateTime at = instant.atOffset(ZoneOffset.UTC);
        return at.toLocalTime().equals(LAST_OF_DAY) ? day(instant) : day(instant) + ", " + MINUTE.format(at) + " UTC";
    }
}
