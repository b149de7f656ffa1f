package org.claimsledger.api.viewpoint;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
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
        return at(position(query.clock(AS_OF)), Clocks.day(query.clock(VALID_ON), clock));
    }

    /** The viewpoint that a list was begun from. */
    Viewpoint of(Cursor cursor, Query query) {
        if (!Clocks.isOfTheLedger(cursor.position(), log)) {
            throw Refused.because(
                    RefusalCode.INVALID_CURSOR, "The cursor is of a ledger that holds more than this one");
        }
        return at(readable(cursor.position()), Clocks.day(query.clock(VALID_ON), clock));
    }

    private Viewpoint at(long position, LocalDate validOn) {
        return new Viewpoint(position, log.recordedAt(position).orElse(null), validOn);
    }

    /** The position that such a text means; the last one that can be read where none is given. */
    public long position(@Nullable String asOf) {
        if (asOf == null) {
            return projections.applied();
        }
        return readable(Clocks.position(asOf, log));
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
}
