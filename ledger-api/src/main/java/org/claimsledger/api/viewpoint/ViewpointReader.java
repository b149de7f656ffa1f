package org.claimsledger.api.viewpoint;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.ReadModels;
import org.claimsledger.store.EventLog;
import org.claimsledger.time.Viewpoint;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the viewpoint that an address names, for the API and for pages. A viewpoint has one position of the log, and
 * everything that a call reads has applied it.
 */
@Component
public final class ViewpointReader {

    private static final Duration READY_TIMEOUT = Duration.ofSeconds(2);

    private final EventLog log;
    private final ReadModels readModels;
    private final InstantSource clock;

    public ViewpointReader(Ledger ledger, ReadModels readModels, InstantSource clock) {
        this.log = ledger.log();
        this.readModels = readModels;
        this.clock = clock;
    }

    /** The viewpoint of a call that has the three dates and no other parameters. */
    public Viewpoint of(HttpServletRequest request) {
        return of(query(request));
    }

    /** The parameters of a call that has the three dates and these others. */
    public static QueryParameters query(HttpServletRequest request, String... others) {
        return QueryParameters.of(
                request,
                Stream.concat(
                                Arrays.stream(ViewpointDate.values()).map(ViewpointDate::parameter),
                                Arrays.stream(others))
                        .distinct()
                        .toArray(String[]::new));
    }

    public Viewpoint of(QueryParameters query) {
        return of(query, ReadSide.TABLES);
    }

    /** The viewpoint of a call that searches. */
    public Viewpoint ofSearch(QueryParameters query) {
        return of(query, ReadSide.SEARCH);
    }

    Viewpoint of(QueryParameters query, ReadSide readSide) {
        return ofApi(query, () -> asOf(query, readSide));
    }

    /** The viewpoint that a list was begun from. */
    Viewpoint of(PageCursor cursor, QueryParameters query, ReadSide readSide) {
        if (!ClockParameters.isInLog(cursor.position(), log)) {
            throw Refused.because(
                    RefusalCode.INVALID_CURSOR, "The cursor is of a ledger that holds more than this one");
        }
        return ofApi(query, () -> requireReady(cursor.position(), readSide));
    }

    /** The API reports the first fault. Its answer depends on the header as soon as the position is read. */
    private Viewpoint ofApi(QueryParameters query, Supplier<Long> asOf) {
        try {
            return read(query.viewpoint(), () -> {
                long position = asOf.get();
                query.markVariesByDatetime();
                return position;
            });
        } catch (UnreadableDates unreadable) {
            throw unreadable.first();
        }
    }

    /** The parameter goes before the header, which says the same for clients of Memento. */
    private long asOf(QueryParameters query, ReadSide readSide) {
        String header = query.acceptDatetime();
        String text = text(ViewpointDate.RECORDED, query.viewpoint());
        if (text != null || header == null) {
            return position(text, readSide);
        }
        long position = requireReady(log.positionAt(ClockParameters.acceptDatetime(header)), readSide);
        query.markRecordedAt(log.recordedAt(position).orElse(null));
        return position;
    }

    /**
     * The viewpoint of a page.
     *
     * @throws UnreadableDates where a date cannot be read; it tells all faults at once
     */
    public Viewpoint of(ViewpointParameters parameters) {
        return read(parameters, () -> position(text(ViewpointDate.RECORDED, parameters), ReadSide.TABLES));
    }

    private Viewpoint read(ViewpointParameters parameters, Supplier<Long> asOf) {
        Map<ViewpointDate, Refused> faults = new EnumMap<>(ViewpointDate.class);
        Long position = read(ViewpointDate.RECORDED, asOf, faults);
        Instant publishedBy = read(
                ViewpointDate.PUBLISHED,
                () -> ClockParameters.publishedBy(text(ViewpointDate.PUBLISHED, parameters)),
                faults);
        LocalDate validOn =
                read(ViewpointDate.VALID, () -> ClockParameters.day(text(ViewpointDate.VALID, parameters)), faults);
        if (position == null || !faults.isEmpty()) {
            throw new UnreadableDates(parameters, faults);
        }
        return new Viewpoint(
                position, log.recordedAt(position).orElse(null), publishedBy, validOn, ClockParameters.today(clock));
    }

    /** Only a text that is no date is a fault of its own; any other refusal ends the reading. */
    private static <T extends @Nullable Object> @Nullable T read(
            ViewpointDate date, Supplier<T> reading, Map<ViewpointDate, Refused> faults) {
        try {
            return reading.get();
        } catch (Refused refused) {
            if (refused.first().code() != RefusalCode.INVALID_VIEWPOINT) {
                throw refused;
            }
            faults.put(date, refused);
            return null;
        }
    }

    /** A date that is given but empty is an accident, and not to be read as now. */
    private static @Nullable String text(ViewpointDate date, ViewpointParameters parameters) {
        String text = parameters.text(date);
        return text == null ? null : QueryParameters.requireDate(date.parameter(), text);
    }

    /** The position that such a text means; the last one that can be read where none is given. */
    public long position(@Nullable String asOf) {
        return position(asOf, ReadSide.TABLES);
    }

    /** The position that a text means in the parameter of this name. */
    public long position(String parameter, String text) {
        return requireReady(ClockParameters.position(parameter, text, log), ReadSide.TABLES);
    }

    private long position(@Nullable String asOf, ReadSide readSide) {
        return asOf == null
                ? readSide.applied(readModels)
                : requireReady(ClockParameters.position(asOf, log), readSide);
    }

    /** The viewpoint that has this position and all that had been published by then. */
    public Viewpoint at(long position, @Nullable Instant publishedBy) {
        return new Viewpoint(
                position, log.recordedAt(position).orElse(null), publishedBy, null, ClockParameters.today(clock));
    }

    /** The last position of the log, for what must not miss anything that is recorded. */
    public long head() {
        return requireReadable(log.head());
    }

    /** Waits until this position can be read, and returns it; refused where that takes too long. */
    public long requireReadable(long position) {
        return requireReady(position, ReadSide.TABLES);
    }

    private long requireReady(long position, ReadSide readSide) {
        try {
            if (position <= readSide.applied(readModels)
                    || readSide.awaitApplied(position, READY_TIMEOUT, readModels)) {
                return position;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw Refused.because(RefusalCode.NOT_READY, "Position " + position + " cannot be read yet");
    }

    /** The projections that a call reads, which decide how far it can see. */
    enum ReadSide {
        /** All tables. */
        TABLES {
            @Override
            long applied(ReadModels readModels) {
                return readModels.applied();
            }

            @Override
            boolean awaitApplied(long position, Duration timeout, ReadModels readModels) throws InterruptedException {
                return readModels.awaitApplied(position, timeout);
            }
        },
        /** All tables and the search index. */
        SEARCH {
            @Override
            long applied(ReadModels readModels) {
                return readModels.searchable();
            }

            @Override
            boolean awaitApplied(long position, Duration timeout, ReadModels readModels) throws InterruptedException {
                return readModels.awaitShown(position, timeout);
            }
        };

        /** The last position that can be read. */
        abstract long applied(ReadModels readModels);

        /** False where that position cannot be read in time, or not at all. */
        abstract boolean awaitApplied(long position, Duration timeout, ReadModels readModels)
                throws InterruptedException;
    }
}
