package org.claimsledger.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.messaging.eventstreaming.Tag;
import org.claimsledger.store.append.SequencedEvent;
import org.claimsledger.store.sql.ConnectionPool.PooledConnection;

/**
 * Writes sequenced events into their tables, in the transaction of one connection that is its own. Used by one thread
 * at a time, the one that writes. It alone gives out the ids of tags and types, in a shared database under a lock. An id
 * is remembered once it is committed, because one that was rolled back is given out again.
 */
public final class EventWriter implements AutoCloseable {

    private static final String LAST_TAG = """
        select coalesce(max(id), 0) from tag
        """;

    private final Connection connection;
    private final EventTypeDictionary types;
    private final TagDictionary tagDictionary;
    private final EventInserts inserts;
    private final PooledConnection pooledConnection;
    private final Map<Tag, Long> uncommittedTags = new HashMap<>();

    public EventWriter(Connection connection, EventTypeDictionary types, TagDictionary tagDictionary)
            throws SQLException {
        this.connection = connection;
        this.types = types;
        this.tagDictionary = tagDictionary;
        connection.setAutoCommit(false);
        inserts = new EventInserts(connection, types);
        pooledConnection = new PooledConnection(connection);
        try (var select = connection.prepareStatement(LAST_TAG);
                var row = select.executeQuery()) {
            row.next();
            inserts.setLastTagId(row.getLong(1));
        }
    }

    /** Adds the events to the open transaction; nobody sees them before {@link #commit}. */
    public void insert(List<SequencedEvent> events) throws SQLException {
        Map<Tag, Long> ids = tagIds(events);
        var packed = new ArrayList<Long>(events.size() * 4);
        for (SequencedEvent event : events) {
            inserts.addEvent(event);
            for (Tag tag : event.event().tags()) {
                packed.add(PackedTag.of(Objects.requireNonNull(ids.get(tag)), event.position()));
            }
        }
        inserts.executeEvents();
        inserts.insertEventTags(sorted(packed));
    }

    /** The ids of all tags of some events; new tags are given one. */
    private Map<Tag, Long> tagIds(List<SequencedEvent> events) throws SQLException {
        var ids = new HashMap<Tag, Long>();
        var unknown = new LinkedHashMap<Tag, Long>();
        for (SequencedEvent event : events) {
            for (Tag tag : event.event().tags()) {
                Long id = tagDictionary.cached(tag);
                if (id != null) {
                    ids.put(tag, id);
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
            long id = inserts.addTag(name.getKey());
            packed.add(name.getValue() | id);
            ids.put(name.getKey(), id);
            uncommittedTags.put(name.getKey(), id);
        }
        inserts.executeTags();
        inserts.insertTagNames(sorted(packed));
        return ids;
    }

    private static Long[] sorted(List<Long> packed) {
        return packed.stream().sorted().toArray(Long[]::new);
    }

    /** The last id of a tag, where other nodes may have given out some since. */
    public void setLastTagId(long id) {
        inserts.setLastTagId(id);
    }

    public void commit() throws SQLException {
        connection.commit();
        committed();
    }

    /** The inserted rows are committed: readers may use the new ids. */
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
