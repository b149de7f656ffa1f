package org.claimsledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Writes sequenced events into their tables, in the transaction of one connection that is its own. Used by one thread
 * at a time, the one that writes; it alone gives out the ids of tags and types, so they need no lock.
 */
final class EventTables implements AutoCloseable {

    private static final String INSERT_EVENT = """
            insert into event (position, recorded_at, type, id, metadata, payload, salt, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String INSERT_TAG = """
            insert into tag (id, tag_key, tag_value) values (?, ?, ?)
            """;
    private static final String INSERT_EVENT_TAG = """
            insert into event_tag (packed) values (?)
            """;
    private static final String LAST_TAG = """
            select coalesce(max(id), 0) from tag
            """;

    private final Connection connection;
    private final EventTypes types;
    private final TagIds tagIds;
    private final PreparedStatement insertEvent;
    private final PreparedStatement insertTag;
    private final PreparedStatement insertEventTag;
    private final PreparedStatement findTag;
    private long lastTag;

    EventTables(Connection connection, EventTypes types, TagIds tagIds) throws SQLException {
        this.connection = connection;
        this.types = types;
        this.tagIds = tagIds;
        connection.setAutoCommit(false);
        insertEvent = connection.prepareStatement(INSERT_EVENT);
        insertTag = connection.prepareStatement(INSERT_TAG);
        insertEventTag = connection.prepareStatement(INSERT_EVENT_TAG);
        findTag = connection.prepareStatement(TagIds.BY_NAME);
        try (var select = connection.prepareStatement(LAST_TAG);
                var row = select.executeQuery()) {
            row.next();
            lastTag = row.getLong(1);
        }
    }

    /** Adds the events to the open transaction; nobody sees them before {@link #commit}. */
    void insert(List<SequencedEvent> events) throws SQLException {
        var packed = new ArrayList<Long>(events.size() * 4);
        for (SequencedEvent event : events) {
            addEvent(event);
            for (Tag tag : event.event().tags()) {
                packed.add(PackedTag.of(idFor(tag), event.position()));
            }
        }
        insertEvent.executeBatch();
        insertIndex(packed);
    }

    private void addEvent(SequencedEvent sequenced) throws SQLException {
        PreparedEvent event = sequenced.event();
        insertEvent.setLong(1, sequenced.position());
        insertEvent.setLong(2, sequenced.recordedAt());
        insertEvent.setInt(3, types.idFor(event.type(), connection));
        insertEvent.setString(4, event.id());
        insertEvent.setBytes(5, event.metadata());
        insertEvent.setBytes(6, event.payload());
        insertEvent.setBytes(7, event.salt());
        insertEvent.setBytes(8, event.hash());
        insertEvent.addBatch();
    }

    /** In key order, since sorted inserts are the cheap ones. */
    private void insertIndex(List<Long> packed) throws SQLException {
        if (packed.isEmpty()) {
            return;
        }
        Long[] keys = packed.toArray(Long[]::new);
        Arrays.sort(keys);
        for (Long key : keys) {
            insertEventTag.setLong(1, key);
            insertEventTag.addBatch();
        }
        insertEventTag.executeBatch();
    }

    private long idFor(Tag tag) throws SQLException {
        Long known = tagIds.known(tag);
        if (known == null) {
            known = stored(tag);
        }
        return known != null ? known : allot(tag);
    }

    private @Nullable Long stored(Tag tag) throws SQLException {
        findTag.setString(1, tag.value());
        findTag.setString(2, tag.key());
        try (ResultSet row = findTag.executeQuery()) {
            if (!row.next()) {
                return null;
            }
            long id = row.getLong(1);
            tagIds.remember(tag, id);
            return id;
        }
    }

    private long allot(Tag tag) throws SQLException {
        if (lastTag == PackedTag.LAST_TAG) {
            throw new IllegalStateException("The ledger has no room for another tag.");
        }
        long id = ++lastTag;
        insertTag.setLong(1, id);
        insertTag.setString(2, tag.key());
        insertTag.setString(3, tag.value());
        insertTag.executeUpdate();
        tagIds.remember(tag, id);
        return id;
    }

    void commit() throws SQLException {
        connection.commit();
    }

    void rollback() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
