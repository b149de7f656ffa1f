package org.claimsledger.api.viewpoint;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.Projections;
import org.claimsledger.store.EventLog;
import org.claimsledger.time.Viewpoint;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the point from which a call reads: one position of the log that all tables have applied. */
@Component
public final class Viewpoints {

    /** A date, an instant, or {@code @position}. */
    public static final String AS_OF = "asOf";
    /** A date. */
    public static final String VALID_ON = "validOn";

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final EventLog log;
    private final Projections projections;
    private final InstantSource clock;

    public Viewpoints(Ledger ledger, Projections projections, InstantSource clock) {
        this.log = ledger.log();
        this.projections = projections;
        this.clock = clock;
    }

    public Viewpoint of(Query query) {
        return at(position(query.clock(AS_OF)), validOn(query.clock(VALID_ON)));
    }

    /** The viewpoint that a list was begun from. */
    Viewpoint of(Cursor cursor, Query query) {
        if (!isOfTheLedger(cursor.position())) {
            throw Refused.because(
                    RefusalCode.INVALID_CURSOR, "The cursor is of a ledger that holds more than this one");
        }
        return at(readable(cursor.position()), validOn(query.clock(VALID_ON)));
    }

    private Viewpoint at(long position, LocalDate validOn) {
        return new Viewpoint(position, log.recordedAt(position).orElse(null), validOn);
    }

    /** The position that such a text means; the last one that can be read where none is given. */
    public long position(@Nullable String asOf) {
        if (asOf == null) {
            return projections.applied();
        }
        long position = asOf.startsWith("@") ? numbered(asOf) : log.positionAt(instant(asOf));
        return readable(position);
    }

    private long readable(long position) {
        try {
            if (position <= projections.applied() || projections.awaitApplied(position, PATIENCE)) {
                return position;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw Refused.because(RefusalCode.NOT_READY, "Position " + position + " cannot be read yet");
    }

    private long numbered(String asOf) {
        try {
            long position = Long.parseLong(asOf.substring(1));
            if (position >= 0 && isOfTheLedger(position)) {
                return position;
            }
        } catch (NumberFormatException refusedBelow) {
            // like every number out of range
        }
        throw Refused.because(RefusalCode.INVALID_VIEWPOINT, "asOf=@position names a position from 0 to " + log.head());
    }

    /** A position may be one that another node has given a moment ago. */
    private boolean isOfTheLedger(long position) {
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

    private LocalDate validOn(@Nullable String text) {
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
