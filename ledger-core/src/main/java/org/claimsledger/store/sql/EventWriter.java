package org.claimsledger.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.messaging.eventstreaming.Tag;
import org.claimsledger.store.append.PreparedEvent;
import org.claimsledger.store.append.SequencedEvent;
import org.claimsledger.store.sql.ConnectionPool.PooledConnection;

/**
 * Writes sequenced events into their tables, in the transaction of one connection that is its own. Used by one thread
 * at a time, the one that writes; it alone gives out the ids of tags and types, in a shared database under the lock that
 * it holds. An id is remembered once it is committed, since one that was rolled back goes to something else.
 */
public final class EventWriter implements AutoCloseable {

    private static final String INSERT_EVENT = """
        insert into event (position, recorded_at, type, id, metadata, payload, salt, hash)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String INSERT_TAG = """
        insert into tag (id, tag_key, tag_value) values (?, ?, ?)
        """;
    private static final String INSERT_TAG_NAME = """
        insert into tag_by_name (packed) select * from unnest(cast(? as bigint array))
        """;
    private static final String INSERT_EVENT_TAG = """
        insert into event_tag (packed) select * from unnest(cast(? as bigint array))
        """;
    private static final String LAST_TAG = """
        select coalesce(max(id), 0) from tag
        """;

    private final Connection connection;
    private final EventTypeDictionary types;
    private final TagDictionary tagDictionary;
    private final PreparedStatement insertEvent;
    private final PreparedStatement insertTag;
    private final PreparedStatement insertEventTag;
    private final PreparedStatement insertTagName;
    private final PooledConnection pooledConnection;
    private final Map<Tag, Long> uncommittedTags = new HashMap<>();
    private long lastTagId;

    public EventWriter(Connection connection, EventTypeDictionary types, TagDictionary tagDictionary)
            throws SQLException {
        this.connection = connection;
        this.types = types;
        this.tagDictionary = tagDictionary;
        connection.setAutoCommit(false);
        insertEvent = connection.prepareStatement(INSERT_EVENT);
        insertTag = connection.prepareStatement(INSERT_TAG);
        insertEventTag = connection.prepareStatement(INSERT_EVENT_TAG);
        insertTagName = connection.prepareStatement(INSERT_TAG_NAME);
        pooledConnection = new PooledConnection(connection);
        try (var select = connection.prepareStatement(LAST_TAG);
                var row = select.executeQuery()) {
            row.next();
            lastTagId = row.getLong(1);
        }
    }

    /** Adds the events to the open transaction; nobody sees them before {@link #commit}. */
    public void insert(List<SequencedEvent> events) throws SQLException {
        Map<Tag, Long> ids = tagIds(events);
        var packed = new ArrayList<Long>(events.size() * 4);
        for (SequencedEvent event : events) {
            addEvent(event);
            for (Tag tag : event.event().tags()) {
                packed.add(PackedTag.of(Objects.requireNonNull(ids.get(tag)), event.position()));
            }
        }
        insertEvent.executeBatch();
        insertKeys(insertEventTag, packed);
    }

    /** The ids of all tags of some events; those that had none are given one. */
    private Map<Tag, Long> tagIds(List<SequencedEvent> events) throws SQLException {
        var ids = new HashMap<Tag, Long>();
        var unknown = new LinkedHashMap<Tag, Long>();
        for (SequencedEvent event : events) {
            for (Tag tag : event.event().tags()) {
                Long known = tagDictionary.cached(tag);
                if (known != null) {
                    ids.put(tag, known);
                } else {
                    unknown.computeIfAbsent(tag, TagDigest::of);
                }
            }
        }
        if (!unknown.isEmpty()) {
            Map<Tag, Long> stored = tagDictionary.findStored(unknown, pooledConnection);
            ids.putAll(stored);
            unknown.keySet().removeAll(stored.keySet());
            ids.putAll(assignTagIds(unknown));
        }
        return ids;
    }

    private Map<Tag, Long> assignTagIds(Map<Tag, Long> names) throws SQLException {
        var ids = new HashMap<Tag, Long>();
        var packed = new ArrayList<Long>(names.size());
        for (Map.Entry<Tag, Long> name : names.entrySet()) {
            if (lastTagId == PackedTag.LAST_TAG) {
                throw new IllegalStateException("The ledger has no room for another tag.");
            }
            long id = ++lastTagId;
            insertTag.setLong(1, id);
            insertTag.setString(2, name.getKey().key());
            insertTag.setString(3, name.getKey().value());
            insertTag.addBatch();
            packed.add(name.getValue() | id);
            ids.put(name.getKey(), id);
            uncommittedTags.put(name.getKey(), id);
        }
        insertTag.executeBatch();
        insertKeys(insertTagName, packed);
        return ids;
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

    /** All in one statement and in key order, which is the cheapest way to fill an index. */
    private void insertKeys(PreparedStatement insert, List<Long> packed) throws SQLException {
        if (!packed.isEmpty()) {
            Long[] keys = packed.toArray(Long[]::new);
            Arrays.sort(keys);
            insert.setArray(1, connection.createArrayOf("bigint", keys));
            insert.executeUpdate();
        }
    }

    /** The last id of a tag, where others have allotted some since. */
    public void setLastTagId(long id) {
        lastTagId = id;
    }

    public void commit() throws SQLException {
        connection.commit();
        committed();
    }

    /** What was inserted is there: the ids that were allotted may be told to everyone who reads. */
    public void committed() {
        uncommittedTags.forEach(tagDictionary::cache);
        uncommittedTags.clear();
        types.committed();
    }

    public void rollback() throws SQLException {
        connection.rollback();
        uncommittedTags.clear();
        types.rolledBack();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
