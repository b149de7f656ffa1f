package org.claimsledger.api.viewpoint;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.stream.Stream;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.Projections;
import org.claimsledger.store.EventLog;
import org.claimsledger.time.Viewpoint;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the point from which a call reads: one position of the log that all that is read has applied. */
@Component
public final class Viewpoints {

    /** A date, an instant, or {@code @position}. */
    public static final String AS_OF = "asOf";
    /** A date or an instant. */
    public static final String PUBLISHED_BY = "publishedBy";
    /** A date. */
    public static final String VALID_ON = "validOn";

    private static final String[] CLOCKS = {AS_OF, PUBLISHED_BY, VALID_ON};

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final EventLog log;
    private final Reach tables;
    private final Reach searches;
    private final InstantSource clock;

    public Viewpoints(Ledger ledger, Projections projections, InstantSource clock) {
        this.log = ledger.log();
        this.clock = clock;
        this.tables = new Reach() {
            @Override
            public long applied() {
                return projections.applied();
            }

            @Override
            public boolean awaitApplied(long position, Duration timeout) throws InterruptedException {
                return projections.awaitApplied(position, timeout);
            }
        };
        this.searches = new Reach() {
            @Override
            public long applied() {
                return projections.searchable();
            }

            @Override
            public boolean awaitApplied(long position, Duration timeout) throws InterruptedException {
                return projections.awaitShown(position, timeout);
            }
        };
    }

    /** What needs nothing but tables. */
    Reach tables() {
        return tables;
    }

    /** What needs the index as well. */
    Reach searches() {
        return searches;
    }

    /** The viewpoint of a call that has the three clocks and no other parameters. */
    public Viewpoint of(HttpServletRequest request) {
        return of(Query.of(request, CLOCKS));
    }

    /** The parameters of a call that has the three clocks and these. */
    public static Query query(HttpServletRequest request, String... others) {
        return Query.of(
                request,
                Stream.concat(Arrays.stream(CLOCKS), Arrays.stream(others))
                        .distinct()
                        .toArray(String[]::new));
    }

    public Viewpoint of(Query query) {
        return of(query, tables);
    }

    /** The viewpoint of a call that searches. */
    public Viewpoint ofSearch(Query query) {
        return of(query, searches);
    }

    Viewpoint of(Query query, Reach reach) {
        return at(asOf(query, reach), query);
    }

    /** The viewpoint that a list was begun from. */
    Viewpoint of(Cursor cursor, Query query, Reach reach) {
        if (!Dates.isOfTheLedger(cursor.position(), log)) {
            throw Refused.because(
                    RefusalCode.INVALID_CURSOR, "The cursor is of a ledger that holds more than this one");
        }
        return at(readable(cursor.position(), reach), query);
    }

    private Viewpoint at(long position, Query query) {
        query.answersByDate();
        return new Viewpoint(
                position,
                log.recordedAt(position).orElse(null),
                Dates.publishedBy(query.clock(PUBLISHED_BY)),
                Dates.day(query.clock(VALID_ON)),
                Dates.today(clock));
    }

    /** The parameter goes before the header, which says the same for clients of Memento. */
    private long asOf(Query query, Reach reach) {
        String header = query.acceptDatetime();
        String parameter = query.clock(AS_OF);
        if (parameter != null || header == null) {
            return parameter == null ? reach.applied() : readable(Dates.position(AS_OF, parameter, log), reach);
        }
        long position = readable(log.positionAt(Dates.acceptDatetime(header)), reach);
        query.answersFor(log.recordedAt(position).orElse(null));
        return position;
    }

    /** The position that such a text means; the last one that can be read where none is given. */
    public long position(@Nullable String asOf) {
        return asOf == null ? tables.applied() : position(AS_OF, asOf);
    }

    /** The same for a parameter of another name. */
    public long position(String parameter, String text) {
        return readable(Dates.position(parameter, text, log), tables);
    }

    /** The viewpoint that has this position and all that had been published by then. */
    public Viewpoint at(long position, @Nullable Instant publishedBy) {
        return new Viewpoint(position, log.recordedAt(position).orElse(null), publishedBy, null, Dates.today(clock));
    }

    /** The last position of the log, for what must not miss anything that is recorded. */
    public long head() {
        return readable(log.head(), tables);
    }

    private static long readable(long position, Reach reach) {
        try {
            if (position <= reach.applied() || reach.awaitApplied(position, PATIENCE)) {
                return position;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw Refused.because(RefusalCode.NOT_READY, "Position " + position + " cannot be read yet");
    }
}
