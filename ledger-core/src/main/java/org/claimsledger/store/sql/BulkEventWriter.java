package org.claimsledger.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.eventstreaming.Tag;
import org.claimsledger.store.append.PreparedEvent;
import org.claimsledger.store.append.SequencedEvent;
import org.claimsledger.store.sql.ConnectionPool.PooledConnection;
import org.jspecify.annotations.Nullable;

/**
 * Fills empty tables with a whole ledger. Rows of events are written as they come; dictionary and index of tags are kept
 * back and written in key order, so that they are there only after {@link #finish}. Used by one thread.
 */
public final class BulkEventWriter {

    /** What is done after each group: a commit, or nothing where all of it is one transaction. */
    @FunctionalInterface
    public interface AfterGroup {
        void run() throws SQLException;
    }

    private static final String INSERT_EVENT = """
        insert into event (position, recorded_at, type, id, metadata, payload, salt, hash)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String INSERT_TAG = """
        insert into tag (id, tag_key, tag_value) values (?, ?, ?)
        """;
    private static final String INSERT_NAMES = """
        insert into tag_by_name (packed) select * from unnest(cast(? as bigint array))
        """;
    private static final String INSERT_ENTRIES = """
        insert into event_tag (packed) select * from unnest(cast(? as bigint array))
        """;

    private final Connection connection;
    private final PooledConnection pooledConnection;
    private final AfterGroup afterGroup;
    private final EventTypeDictionary types = new EventTypeDictionary();
    private final TagDictionary tagDictionary;
    private final LongHashSet seenDigests = new LongHashSet();
    private final PreparedStatement insertEvent;
    private final PreparedStatement insertTag;
    private final SortedKeyWriter digestWriter;
    private final SortedKeyWriter entryWriter;
    private long lastTagId;

    public BulkEventWriter(Connection connection, int knownTags, AfterGroup afterGroup) throws SQLException {
        this.connection = connection;
        this.pooledConnection = new PooledConnection(connection);
        this.tagDictionary = new TagDictionary(knownTags);
        this.afterGroup = afterGroup;
        insertEvent = connection.prepareStatement(INSERT_EVENT);
        insertTag = connection.prepareStatement(INSERT_TAG);
        digestWriter = new SortedKeyWriter(connection, INSERT_NAMES, afterGroup);
        entryWriter = new SortedKeyWriter(connection, INSERT_ENTRIES, afterGroup);
    }

    /** Adds events, in order, as one group. */
    public void insert(List<SequencedEvent> events) throws SQLException {
        for (SequencedEvent event : events) {
            add(event);
            for (Tag tag : event.event().tags()) {
                entryWriter.add(PackedTag.of(tagId(tag), event.position()));
            }
        }
        insertTag.executeBatch();
        insertEvent.executeBatch();
        afterGroup.run();
    }

    private void add(SequencedEvent sequenced) throws SQLException {
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

    /** A tag whose digest was never seen has no id; where it was, the dictionary knows. */
    private long tagId(Tag tag) throws SQLException {
        Long id = tagDictionary.cached(tag);
        if (id != null) {
            return id;
        }
        long name = TagDigest.of(tag);
        Long stored = seenDigests.add(name) ? null : stored(tag, name);
        if (stored != null) {
            return stored;
        }
        if (lastTagId == PackedTag.LAST_TAG) {
            throw new IllegalStateException("The ledger has no room for another tag.");
        }
        long given = ++lastTagId;
        insertTag.setLong(1, given);
        insertTag.setString(2, tag.key());
        insertTag.setString(3, tag.value());
        insertTag.addBatch();
        digestWriter.add(name | given);
        tagDictionary.cache(tag, given);
        return given;
    }

    private @Nullable Long stored(Tag tag, long name) throws SQLException {
        insertTag.executeBatch();
        digestWriter.flush();
        return tagDictionary.findStored(Map.of(tag, name), pooledConnection).get(tag);
    }

    /** Writes what was kept back. */
    public void finish() throws SQLException {
        digestWriter.flush();
        entryWriter.flush();
    }
}
