package org.claimsledger.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.axonframework.messaging.eventstreaming.Tag;
import org.claimsledger.store.append.PreparedEvent;
import org.claimsledger.store.append.SequencedEvent;

/** The inserts into the tables of events and tags, on one connection. Rows are batched until they are executed. */
final class EventInserts {

    private static final String EVENT = """
        insert into event (position, recorded_at, type, id, metadata, payload, salt, hash)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String TAG = """
        insert into tag (id, tag_key, tag_value) values (?, ?, ?)
        """;
    private static final String TAG_NAMES = """
        insert into tag_by_name (packed) select * from unnest(cast(? as bigint array))
        """;
    private static final String EVENT_TAGS = """
        insert into event_tag (packed) select * from unnest(cast(? as bigint array))
        """;

    private final Connection connection;
    private final EventTypeDictionary types;
    private final PreparedStatement event;
    private final PreparedStatement tag;
    private final PreparedStatement tagNames;
    private final PreparedStatement eventTags;
    private long lastTagId;

    EventInserts(Connection connection, EventTypeDictionary types) throws SQLException {
        this.connection = connection;
        this.types = types;
        event = connection.prepareStatement(EVENT);
        tag = connection.prepareStatement(TAG);
        tagNames = connection.prepareStatement(TAG_NAMES);
        eventTags = connection.prepareStatement(EVENT_TAGS);
    }

    /** Tags that are added from now on have the ids after this one. */
    void setLastTagId(long id) {
        lastTagId = id;
    }

    void addEvent(SequencedEvent sequenced) throws SQLException {
        PreparedEvent content = sequenced.event();
        event.setLong(1, sequenced.position());
        event.setLong(2, sequenced.recordedAt());
        event.setInt(3, types.idFor(content.type(), connection));
        event.setString(4, content.id());
        event.setBytes(5, content.metadata());
        event.setBytes(6, content.payload());
        event.setBytes(7, content.salt());
        event.setBytes(8, content.hash());
        event.addBatch();
    }

    /** Adds a tag that has no id yet, and answers with the one that it is given. */
    long addTag(Tag added) throws SQLException {
        if (lastTagId == PackedTag.LAST_TAG) {
            throw new IllegalStateException("The ledger has no room for another tag.");
        }
        long id = ++lastTagId;
        tag.setLong(1, id);
        tag.setString(2, added.key());
        tag.setString(3, added.value());
        tag.addBatch();
        return id;
    }

    void executeEvents() throws SQLException {
        event.executeBatch();
    }

    void executeTags() throws SQLException {
        tag.executeBatch();
    }

    /** Keys of tags by their digests. In key order an index is filled at the least cost. */
    void insertTagNames(Long[] sortedKeys) throws SQLException {
        insert(sortedKeys, tagNames);
    }

    /** Keys of events by their tags, in key order too. */
    void insertEventTags(Long[] sortedKeys) throws SQLException {
        insert(sortedKeys, eventTags);
    }

    private void insert(Long[] keys, PreparedStatement insert) throws SQLException {
        if (keys.length > 0) {
            insert.setArray(1, connection.createArrayOf("bigint", keys));
            insert.executeUpdate();
        }
    }
}
