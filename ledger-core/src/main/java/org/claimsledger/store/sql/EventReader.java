package org.claimsledger.store.sql;

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
import org.claimsledger.store.RecordedTime;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.store.append.ConflictCheck.StoredEventLookup;
import org.claimsledger.store.append.EventSelection;
import org.claimsledger.store.sql.ConnectionPool.PooledConnection;

/** The selects: events by position, by tag and by criteria. The caller, who knows which events are durable, gives the bounds. */
public final class EventReader implements StoredEventLookup {

    /** Makes an event of a row: as bytes for the log, or as a message for Axon. */
    private interface RowMapper<E> {
        E map(ResultSet row) throws SQLException;
    }

    private static final String STORED_EVENT_COLUMNS = """
        select e.position, e.recorded_at, e.type, e.id, e.metadata, e.payload, e.salt, e.hash
        """;
    private static final String MESSAGE_COLUMNS = """
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

    private final ConnectionPool connectionPool;
    private final EventTypeDictionary types;
    private final TagDictionary tagDictionary;
    private final CriterionQuery criterionQuery;
    private final Converter converter;

    public EventReader(
            ConnectionPool connectionPool,
            EventTypeDictionary types,
            TagDictionary tagDictionary,
            Converter converter) {
        this.connectionPool = connectionPool;
        this.types = types;
        this.tagDictionary = tagDictionary;
        this.criterionQuery = new CriterionQuery(types, tagDictionary);
        this.converter = converter;
    }

    /** The events after one position and up to another, at most {@code limit}. */
    List<StoredEvent> storedEvents(long after, long upTo, int limit) {
        return connectionPool.read(pooledConnection ->
                eventsInOrder(STORED_EVENT_COLUMNS, after, upTo, limit, pooledConnection, this::storedEvent));
    }

    /** All of a tag's events after one position and up to another. */
    List<StoredEvent> storedEvents(Tag tag, long after, long upTo) {
        return connectionPool.read(pooledConnection -> eventsOfTag(
                STORED_EVENT_COLUMNS, tag, after, upTo, Integer.MAX_VALUE, pooledConnection, this::storedEvent));
    }

    /** The first {@code limit} selected events after one position and up to another, as messages. */
    public List<StoredEventMessage> messages(EventSelection eventSelection, long after, long upTo, int limit) {
        if (after >= upTo || eventSelection.isEmpty()) {
            return List.of();
        }
        return connectionPool.read(pooledConnection -> {
            if (eventSelection.all()) {
                return eventsInOrder(MESSAGE_COLUMNS, after, upTo, limit, pooledConnection, this::message);
            }
            Tag only = eventSelection.singleTag();
            if (only != null) {
                return eventsOfTag(MESSAGE_COLUMNS, only, after, upTo, limit, pooledConnection, this::message);
            }
            return eventsAt(positions(eventSelection, after, upTo, limit, pooledConnection), pooledConnection);
        });
    }

    private List<Long> positions(
            EventSelection eventSelection, long after, long upTo, int limit, PooledConnection pooledConnection)
            throws SQLException {
        var positions = new TreeSet<Long>();
        for (EventCriterion criterion : eventSelection.criteria()) {
            positions.addAll(criterionQuery.positions(criterion, after, upTo, limit, pooledConnection));
        }
        return positions.stream().limit(limit).toList();
    }

    @Override
    public boolean exists(EventCriterion criterion, long after, long upTo) {
        return after < upTo
                && !connectionPool
                        .read(pooledConnection -> criterionQuery.positions(criterion, after, upTo, 1, pooledConnection))
                        .isEmpty();
    }

    /** The last position of a tag up to another position, 0 if there is none. */
    long lastPosition(Tag tag, long upTo) {
        return connectionPool.read(pooledConnection -> {
            Long id = tagDictionary.find(tag, pooledConnection);
            if (id == null) {
                return 0L;
            }
            PreparedStatement select = pooledConnection.statement(LAST_OF_TAG);
            select.setLong(1, PackedTag.of(id, 0));
            select.setLong(2, PackedTag.of(id, upTo));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return PackedTag.position(row.getLong(1));
            }
        });
    }

    OptionalLong recordedAt(long position) {
        return connectionPool.read(pooledConnection -> recordedAt(position, pooledConnection));
    }

    /** The last position up to {@code head} that was recorded at or before a time. Times rise, so halving finds it. */
    public long lastRecordedBy(long micros, long head) {
        return connectionPool.read(pooledConnection -> {
            long before = 0;
            long after = head + 1;
            while (after - before > 1) {
                long middle = (before + after) >>> 1;
                if (recordedAt(middle, pooledConnection).orElseThrow() <= micros) {
                    before = middle;
                } else {
                    after = middle;
                }
            }
            return before;
        });
    }

    /** The event at a position, where there is one. */
    Optional<StoredEvent> eventsAt(long position) {
        return connectionPool.read(pooledConnection -> {
            PreparedStatement select = pooledConnection.statement(STORED_EVENT_COLUMNS + AT);
            select.setLong(1, position);
            return events(select, this::storedEvent).stream().findFirst();
        });
    }

    private static OptionalLong recordedAt(long position, PooledConnection pooledConnection) throws SQLException {
        PreparedStatement select = pooledConnection.statement(RECORDED_AT);
        select.setLong(1, position);
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
        }
    }

    /** Positions have no gaps, so that a limit of rows is a limit of positions. */
    private static <E> List<E> eventsInOrder(
            String columns, long after, long upTo, int limit, PooledConnection pooledConnection, RowMapper<E> rowMapper)
            throws SQLException {
        PreparedStatement select = pooledConnection.statement(columns + IN_ORDER);
        select.setLong(1, after);
        select.setLong(2, Math.min(upTo, after + limit));
        return events(select, rowMapper);
    }

    private <E> List<E> eventsOfTag(
            String columns,
            Tag tag,
            long after,
            long upTo,
            int limit,
            PooledConnection pooledConnection,
            RowMapper<E> rowMapper)
            throws SQLException {
        Long id = tagDictionary.find(tag, pooledConnection);
        if (id == null || after >= upTo) {
            return List.of();
        }
        PreparedStatement select = pooledConnection.statement(columns + OF_TAG);
        select.setLong(1, PackedTag.of(id, 0));
        select.setLong(2, PackedTag.of(id, after));
        select.setLong(3, PackedTag.of(id, upTo));
        select.setInt(4, limit);
        return events(select, rowMapper);
    }

    private List<StoredEventMessage> eventsAt(List<Long> positions, PooledConnection pooledConnection)
            throws SQLException {
        PreparedStatement select = pooledConnection.statement(MESSAGE_COLUMNS + AT);
        var messages = new ArrayList<StoredEventMessage>(positions.size());
        for (long position : positions) {
            select.setLong(1, position);
            messages.addAll(events(select, this::message));
        }
        return messages;
    }

    private static <E> List<E> events(PreparedStatement select, RowMapper<E> rowMapper) throws SQLException {
        var events = new ArrayList<E>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                events.add(rowMapper.map(rows));
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

    private StoredEventMessage message(ResultSet row) throws SQLException {
        return new StoredEventMessage(
                row.getLong(1),
                row.getString(4),
                types.type(row.getInt(3)),
                RecordedTime.instant(row.getLong(2)),
                row.getBytes(5),
                row.getBytes(6),
                converter);
    }
}
