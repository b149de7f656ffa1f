package org.claimsledger.api.viewpoint;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.stream.Stream;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.ReadModels;
import org.claimsledger.store.EventLog;
import org.claimsledger.time.Viewpoint;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the point from which a call reads: one position of the log that all that is read has applied. */
@Component
public final class ViewpointReader {

    /** A date, an instant, or {@code @position}. */
    public static final String AS_OF = "asOf";
    /** A date or an instant. */
    public static final String PUBLISHED_BY = "publishedBy";
    /** A date. */
    public static final String VALID_ON = "validOn";

    private static final String[] CLOCKS = {AS_OF, PUBLISHED_BY, VALID_ON};

    private static final Duration READY_TIMEOUT = Duration.ofSeconds(2);

    private final EventLog log;
    private final ReadyPosition tables;
    private final ReadyPosition searches;
    private final InstantSource clock;

    public ViewpointReader(Ledger ledger, ReadModels readModels, InstantSource clock) {
        this.log = ledger.log();
        this.clock = clock;
        this.tables = new ReadyPosition() {
            @Override
            public long applied() {
                return readModels.applied();
            }

            @Override
            public boolean awaitApplied(long position, Duration timeout) throws InterruptedException {
                return readModels.awaitApplied(position, timeout);
            }
        };
        this.searches = new ReadyPosition() {
            @Override
            public long applied() {
                return readModels.searchable();
            }

            @Override
            public boolean awaitApplied(long position, Duration timeout) throws InterruptedException {
                return readModels.awaitShown(position, timeout);
            }
        };
    }

    /** What needs nothing but tables. */
    ReadyPosition tables() {
        return tables;
    }

    /** What needs the index as well. */
    ReadyPosition searches() {
        return searches;
    }

    /** The viewpoint of a call that has the three clocks and no other parameters. */
    public Viewpoint of(HttpServletRequest request) {
        return of(QueryParameters.of(request, CLOCKS));
    }

    /** The parameters of a call that has the three clocks and these. */
    public static QueryParameters query(HttpServletRequest request, String... others) {
        return QueryParameters.of(
                request,
                Stream.concat(Arrays.stream(CLOCKS), Arrays.stream(others))
                        .distinct()
                        .toArray(String[]::new));
    }

    public Viewpoint of(QueryParameters queryParameters) {
        return of(queryParameters, tables);
    }

    /** The viewpoint of a call that searches. */
    public Viewpoint ofSearch(QueryParameters queryParameters) {
        return of(queryParameters, searches);
    }

    Viewpoint of(QueryParameters queryParameters, ReadyPosition readyPosition) {
        return at(asOf(queryParameters, readyPosition), queryParameters);
    }

    /** The viewpoint that a list was begun from. */
    Viewpoint of(PageCursor pageCursor, QueryParameters queryParameters, ReadyPosition readyPosition) {
        if (!ClockParameters.isInLog(pageCursor.position(), log)) {
            throw Refused.because(
                    RefusalCode.INVALID_CURSOR, "The cursor is of a ledger that holds more than this one");
        }
        return at(requireReady(pageCursor.position(), readyPosition), queryParameters);
    }

    private Viewpoint at(long position, QueryParameters queryParameters) {
        queryParameters.markVariesByDatetime();
        return new Viewpoint(
                position,
                log.recordedAt(position).orElse(null),
                ClockParameters.publishedBy(queryParameters.clock(PUBLISHED_BY)),
                ClockParameters.day(queryParameters.clock(VALID_ON)),
                ClockParameters.today(clock));
    }

    /** The parameter goes before the header, which says the same for clients of Memento. */
    private long asOf(QueryParameters queryParameters, ReadyPosition readyPosition) {
        String header = queryParameters.acceptDatetime();
        String parameter = queryParameters.clock(AS_OF);
        if (parameter != null || header == null) {
            return parameter == null
                    ? readyPosition.applied()
                    : requireReady(ClockParameters.position(AS_OF, parameter, log), readyPosition);
        }
        long position = requireReady(log.positionAt(ClockParameters.acceptDatetime(header)), readyPosition);
        queryParameters.markRecordedAt(log.recordedAt(position).orElse(null));
        return position;
    }

    /** The position that such a text means; the last one that can be read where none is given. */
    public long position(@Nullable String asOf) {
        return asOf == null ? tables.applied() : position(AS_OF, asOf);
    }

    /** The same for a parameter of another name. */
    public long position(String parameter, String text) {
        return requireReady(ClockParameters.position(parameter, text, log), tables);
    }

    /** The viewpoint that has this position and all that had been published by then. */
    public Viewpoint at(long position, @Nullable Instant publishedBy) {
        return new Viewpoint(
                position, log.recordedAt(position).orElse(null), publishedBy, null, ClockParameters.today(clock));
    }

    /** The last position of the log, for what must not miss anything that is recorded. */
    public long head() {
        return requireReady(log.head(), tables);
    }

    private static long requireReady(long position, ReadyPosition readyPosition) {
        try {
            if (position <= readyPosition.applied() || readyPosition.awaitApplied(position, READY_TIMEOUT)) {
                return position;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw Refused.because(RefusalCode.NOT_READY, "Position " + position + " cannot be read yet");
    }
}
