package org.claimsledger.api.viewpoint;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.claimsledger.store.EventLog;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;

/** The spellings of dates by which a viewpoint is named. */
public final class Clocks {

    private Clocks() {}

    /** The position that a date, an instant or {@code @position} means. */
    public static long position(String asOf, EventLog log) {
        return asOf.startsWith("@") ? numbered(asOf, log) : log.positionAt(instant(asOf));
    }

    private static long numbered(String asOf, EventLog log) {
        try {
            long position = Long.parseLong(asOf.substring(1));
            if (position >= 0 && isOfTheLedger(position, log)) {
                return position;
            }
        } catch (NumberFormatException refusedBelow) {
            // like every number out of range
        }
        throw Refused.because(RefusalCode.INVALID_VIEWPOINT, "asOf=@position names a position from 0 to " + log.head());
    }

    /** A position may be one that another node has given a moment ago. */
    static boolean isOfTheLedger(long position, EventLog log) {
        return position <= log.head() || position <= log.latest();
    }

    /** A date without a time means the end of that day, UTC. */
    private static Instant instant(String text) {
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
                    "asOf is a date as in 2026-11-22, an instant as in 2026-11-22T10:15:00Z, or a position as in @41");
        }
    }

    /** A day of the world; today where none is given. */
    public static LocalDate day(@Nullable String text, InstantSource clock) {
        if (text == null) {
            return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException invalid) {
            throw Refused.because(RefusalCode.INVALID_VIEWPOINT, "validOn is a date as in 2014-06-01");
        }
    }
}
