package org.claimsledger.store;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Recorded times as they are stored: whole microseconds since 1970, UTC. */
public final class RecordedTime {

    private static final long FARTHEST_SECOND = Long.MAX_VALUE / 1_000_000 - 1;

    private RecordedTime() {}

    /** The microsecond that the instant falls in; instants beyond what a long holds count as its bounds. */
    public static long micros(Instant instant) {
        long seconds = Math.clamp(instant.getEpochSecond(), -FARTHEST_SECOND, FARTHEST_SECOND);
        return seconds * 1_000_000 + instant.getNano() / 1_000;
    }

    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** The clock's time, or a microsecond after the last recorded one where the clock stands still or steps back. */
    public static long next(InstantSource clock, long last) {
        return Math.max(micros(clock.instant()), last + 1);
    }
}
