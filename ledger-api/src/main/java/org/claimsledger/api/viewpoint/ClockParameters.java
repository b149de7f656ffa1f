package org.claimsledger.api.viewpoint;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.claimsledger.store.EventLog;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;

/** Reads the dates by which a viewpoint is named. */
public final class ClockParameters {

    private ClockParameters() {}

    /** The position that a date, an instant or {@code @position} means. */
    public static long position(String asOf, EventLog log) {
        return position(ViewpointDate.RECORDED.parameter(), asOf, log);
    }

    /** The position that a text means in the parameter of this name. */
    static long position(String parameter, String text, EventLog log) {
        return text.startsWith("@") ? explicitPosition(parameter, text, log) : log.positionAt(instant(parameter, text));
    }

    private static long explicitPosition(String parameter, String text, EventLog log) {
        try {
            long position = Long.parseLong(text.substring(1));
            if (position >= 0 && isInLog(position, log)) {
                return position;
            }
        } catch (NumberFormatException refusedBelow) {
            // like every number out of range
        }
        throw Refused.because(
                RefusalCode.INVALID_VIEWPOINT, parameter + "=@position names a position from 0 to " + log.head());
    }

    /** The end of what had been published: a date, which means its end, or an instant. Absent where none is given. */
    public static @Nullable Instant publishedBy(@Nullable String text) {
        return text == null ? null : instant(ViewpointDate.PUBLISHED.parameter(), text);
    }

    /** A position may be one that another node has assigned a moment ago. */
    static boolean isInLog(long position, EventLog log) {
        return position <= log.head() || position <= log.refreshedHead();
    }

    /** The instant that a parameter means: a date without a time is the end of that day, UTC. */
    public static Instant instant(String parameter, String text) {
        try {
            if (text.indexOf('T') < 0) {
                return LocalDate.parse(text)
                        .plusDays(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .minusNanos(1_000);
            }
            // a plus sign in a query is a space unless the client took care
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException invalid) {
            throw Refused.because(
                    RefusalCode.INVALID_VIEWPOINT,
                    parameter + " is a date as in 2026-11-22, an instant as in 2026-11-22T10:15:00Z"
                            + (parameter.equals(ViewpointDate.RECORDED.parameter())
                                    ? ", or a position as in @41"
                                    : ""));
        }
    }

    /** The time of an {@code Accept-Datetime} header (RFC 7089). */
    static Instant acceptDatetime(String text) {
        try {
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException invalid) {
            throw Refused.because(
                    RefusalCode.INVALID_VIEWPOINT, "Accept-Datetime is a date as in Sun, 22 Nov 2026 10:15:00 GMT");
        }
    }

    /** A day in the world. Absent where none is given. */
    public static @Nullable LocalDate day(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException invalid) {
            throw Refused.because(
                    RefusalCode.INVALID_VIEWPOINT, ViewpointDate.VALID.parameter() + " is a date as in 2014-06-01");
        }
    }

    public static LocalDate today(InstantSource clock) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
