package org.claimsledger.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.axonframework.conversion.Converter;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.axonframework.messaging.eventstreaming.Tag;
import org.claimsledger.store.Connections.Reading;

/** The selects: events by position, by tag and by criteria. Bounds are the caller's, who knows what is durable. */
final class EventReader {

    /** How a row becomes an event: as bytes for the log, as a message for Axon. */
    private interface Row<E> {
        E event(ResultSet row) throws SQLException;
    }

    private static final String STORED = """
        select e.position, e.recorded_at, e.type, e.id, e.metadata, e.payload, e.salt, e.hash
        """;
    private static final String MESSAGE = """
        select e.position, e.recorded_at, e.type, e.id, e.metadata, e.payload
        """;
    private static final String IN_ORDER = """
        from event e
        where e.position > ? and e.position <= ?
        order by e.position
        """;
    private static final String OF_TAG = """
        from event_tag t join event e on e.position = t.packed - ?
        where t.packed > ? and t.packed <= ?
        order by t.packed
        limit ?
        """;
    private static final String AT = """
        from event e where e.position = ?
        """;
    private static final String RECORDED_AT = """
        select recorded_at from event where position = ?
        """;
    private static final String LAST_OF_TAG = """
        select max(packed) from event_tag where packed > ? and packed <= ?
        """;

    private final Connections connections;
    private final EventTypes types;
    private final TagIds tagIds;
    private final CriterionQuery criterionQuery;
    private final Converter converter;

    EventReader(Connections connections, EventTypes types, TagIds tagIds, Converter converter) {
        this.connections = connections;
        this.types = types;
        this.tagIds = tagIds;
        this.criterionQuery = new CriterionQuery(types, tagIds);
        this.converter = converter;
    }

    /** The events after one position and up to another, at most {@code limit}. */
    List<StoredEvent> stored(long after, long upTo, int limit) {
        return connections.read(reading -> inOrder(STORED, after, upTo, limit, reading, this::storedEvent));
    }

    /** All of a tag's events after one position and up to another. */
    List<StoredEvent> stored(Tag tag, long after, long upTo) {
        return connections.read(
                reading -> ofTag(STORED, tag, after, upTo, Integer.MAX_VALUE, reading, this::storedEvent));
    }

    /** The first {@code limit} selected events after one position and up to another, as messages. */
    List<RecordedMessage> messages(Selection selection, long after, long upTo, int limit) {
        if (after >= upTo || selection.nothing()) {
            return List.of();
        }
        return connections.read(reading -> {
            if (selection.everything()) {
                return inOrder(MESSAGE, after, upTo, limit, reading, this::message);
            }
            Tag only = selection.onlyTag();
            if (only != null) {
                return ofTag(MESSAGE, only, after, upTo, limit, reading, this::message);
            }
            return at(positions(selection, after, upTo, limit, reading), reading);
        });
    }

    private List<Long> positions(Selection selection, long after, long upTo, int limit, Reading reading)
            throws SQLException {
        var positions = new TreeSet<Long>();
        for (EventCriterion criterion : selection.criteria()) {
            positions.addAll(criterionQuery.positions(criterion, after, upTo, limit, reading));
        }
        return positions.stream().limit(limit).toList();
    }

    /** Whether an event after one position and up to another fits the criterion. */
    boolean exists(EventCriterion criterion, long after, long upTo) {
        return after < upTo
                && !connections
                        .read(reading -> criterionQuery.positions(criterion, after, upTo, 1, reading))
                        .isEmpty();
    }

    /** The last position of a tag up to one, 0 where it has none. */
    long last(Tag tag, long upTo) {
        return connections.read(reading -> {
            Long id = tagIds.find(tag, reading);
            if (id == null) {
                return 0L;
            }
            PreparedStatement select = reading.prepared(LAST_OF_TAG);
            select.setLong(1, PackedTag.of(id, 0));
            select.setLong(2, PackedTag.of(id, upTo));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return PackedTag.position(row.getLong(1));
            }
        });
    }

    OptionalLong recordedAt(long position) {
        return connections.read(reading -> recordedAt(position, reading));
    }

    /** The last position up to {@code head} that was recorded at or before a time. Times rise, so halving finds it. */
    long lastRecordedBy(long micros, long head) {
        return connections.read(reading -> {
            long before = 0;
            long after = head + 1;
            while (after - before > 1) {
                long middle = (before + after) >>> 1;
                if (recordedAt(middle, reading).orElseThrow() <= micros) {
                    before = middle;
                } else {
                    after = middle;
                }
            }
            return before;
        });
    }

    /** The event at a position, where there is one. */
    Optional<StoredEvent> at(long position) {
        return connections.read(reading -> {
            PreparedStatement select = reading.prepared(STORED + AT);
            select.setLong(1, position);
            return events(select, this::storedEvent).stream().findFirst();
        });
    }

    private static OptionalLong recordedAt(long position, Reading reading) throws SQLException {
        PreparedStatement select = reading.prepared(RECORDED_AT);
        select.setLong(1, position);
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
        }
    }

    /** Positions have no gaps, so that the limit is one of the position. */
    private static <E> List<E> inOrder(String columns, long after, long upTo, int limit, Reading reading, Row<E> row)
            throws SQLException {
        PreparedStatement select = reading.prepared(columns + IN_ORDER);
        select.setLong(1, after);
        select.setLong(2, Math.min(upTo, after + limit));
        return events(select, row);
    }

    private <E> List<E> ofTag(String columns, Tag tag, long after, long upTo, int limit, Reading reading, Row<E> row)
            throws SQLException {
        Long id = tagIds.find(tag, reading);
        if (id == null || after >= upTo) {
            return List.of();
        }
        PreparedStatement select = reading.prepared(columns + OF_TAG);
        select.setLong(1, PackedTag.of(id, 0));
        select.setLong(2, PackedTag.of(id, after));
        select.setLong(3, PackedTag.of(id, upTo));
        select.setInt(4, limit);
        return events(select, row);
    }

    private List<RecordedMessage> at(List<Long> positions, Reading reading) throws SQLException {
        PreparedStatement select = reading.prepared(MESSAGE + AT);
        var messages = new ArrayList<RecordedMessage>(positions.size());
        for (long position : positions) {
            select.setLong(1, position);
            messages.addAll(events(select, this::message));
        }
        return messages;
    }

    private static <E> List<E> events(PreparedStatement select, Row<E> row) throws SQLException {
        var events = new ArrayList<E>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                events.add(row.event(rows));
            }
        }
        return events;
    }

    private StoredEvent storedEvent(ResultSet row) throws SQLException {
        var type = types.type(row.getInt(3));
        return new StoredEvent(
                row.getLong(1),
                row.getString(4),
                type.qualifiedName().localName(),
                type.version(),
                RecordedTime.instant(row.getLong(2)),
                row.getBytes(5),
                row.getBytes(6),
                row.getBytes(7),
                row.getBytes(8));
    }

    private RecordedMessage message(ResultSet row) throws SQLException {
        return new RecordedMessage(
                row.getLong(1),
                row.getString(4),
                types.type(row.getInt(3)),
                RecordedTime.instant(row.getLong(2)),
                row.getBytes(5),
                row.getBytes(6),
                converter);
    }
}
