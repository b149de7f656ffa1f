package org.claimsledger.time;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The written form of recorded times: RFC 3339 in UTC, always to the microsecond, so that they sort as text. */
public final class Rfc3339 {

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Rfc3339() {}

    public static String format(Instant instant) {
        return MICROSECONDS.format(instant);
    }
}
