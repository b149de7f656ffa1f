package org.claimsledger.projection.claims;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.claimsledger.projection.table.OpenEnded;

/** Converts published times to and from columns, which hold microseconds since 1970. */
final class ReportedTime {

    private static final Instant FIRST = Instant.EPOCH.plus(OpenEnded.BEGINNING + 1, ChronoUnit.MICROS);
    private static final Instant LAST = Instant.EPOCH.plus(OpenEnded.OPEN - 1, ChronoUnit.MICROS);

    private ReportedTime() {}

    /** The first microsecond at or after the instant. */
    static long from(Instant reported) {
        if (reported.isBefore(FIRST)) {
            return OpenEnded.BEGINNING;
        }
        if (reported.isAfter(LAST)) {
            return OpenEnded.OPEN - 1;
        }
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, reported);
        return instant(micros).isBefore(reported) ? micros + 1 : micros;
    }

    /** The last microsecond at or before the instant. */
    static long upTo(Instant publishedBy) {
        long from = from(publishedBy);
        return from == OpenEnded.BEGINNING || !instant(from).isAfter(publishedBy) ? from : from - 1;
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
