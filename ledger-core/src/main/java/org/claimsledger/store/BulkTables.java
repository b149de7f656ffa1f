package org.claimsledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.eventstreaming.Tag;
import org.claimsledger.store.Connections.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Fills empty tables with a whole ledger. Rows of events are written as they come; dictionary and index of tags are kept
 * back and written in key order, so that they are there only after {@link #finish}. Used by one thread.
 */
final class BulkTables {

    /** What is done after each group: a commit, or nothing where all of it is one transaction. */
    @FunctionalInterface
    interface AfterGroup {
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
    private final Reading reading;
    private final AfterGroup afterGroup;
    private final EventTypes types = new EventTypes();
    private final TagIds known;
    private final Digests seen = new Digests();
    private final PreparedStatement insertEvent;
    private final PreparedStatement insertTag;
    private final SortedKeys names;
    private final SortedKeys entries;
    private long lastTag;

    BulkTables(Connection connection, int knownTags, AfterGroup afterGroup) throws SQLException {
        this.connection = connection;
        this.reading = new Reading(connection);
        this.known = new TagIds(knownTags);
        this.afterGroup = afterGroup;
        insertEvent = connection.prepareStatement(INSERT_EVENT);
        insertTag = connection.prepareStatement(INSERT_TAG);
        names = new SortedKeys(connection, INSERT_NAMES, afterGroup);
        entries = new SortedKeys(connection, INSERT_ENTRIES, afterGroup);
    }

    /** Adds events, in order, as one group. */
    void insert(List<SequencedEvent> events) throws SQLException {
        for (SequencedEvent event : events) {
            add(event);
            for (Tag tag : event.event().tags()) {
                entries.add(PackedTag.of(id(tag), event.position()));
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
    private long id(Tag tag) throws SQLException {
        Long id = known.known(tag);
        if (id != null) {
            return id;
        }
        long name = TagName.of(tag);
        Long stored = seen.add(name) ? null : stored(tag, name);
        if (stored != null) {
            return stored;
        }
        if (lastTag == PackedTag.LAST_TAG) {
            throw new IllegalStateException("The ledger has no room for another tag.");
        }
        long given = ++lastTag;
        insertTag.setLong(1, given);
        insertTag.setString(2, tag.key());
        insertTag.setString(3, tag.value());
        insertTag.addBatch();
        names.add(name | given);
        known.remember(tag, given);
        return given;
    }

    private @Nullable Long stored(Tag tag, long name) throws SQLException {
        insertTag.executeBatch();
        names.flush();
        return known.stored(Map.of(tag, name), reading).get(tag);
    }

    /** Writes what was kept back. */
    void finish() throws SQLException {
        names.flush();
        entries.flush();
    }
}
