package org.claimsledger.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.eventstreaming.Tag;
import org.claimsledger.store.Restoration.RestoredEvent;
import org.claimsledger.store.StoreStopped;
import org.claimsledger.store.append.SequencedEvent;
import org.claimsledger.store.sql.ConnectionPool.PooledConnection;
import org.jspecify.annotations.Nullable;

/**
 * Fills empty tables with a whole ledger. Rows of events are written as they come; the keys of tags are kept back and
 * written in key order, so that all are there only after {@link #finish}. Used by one thread.
 */
public final class BulkEventWriter {

    /** Runs after each group: a commit, or nothing where all of it is one transaction. */
    @FunctionalInterface
    public interface AfterGroup {
        void run() throws SQLException;
    }

    /** How many tags' ids are kept in memory while a ledger is restored. */
    public static final int CACHED_TAG_IDS = 500_000;

    private final PooledConnection pooledConnection;
    private final AfterGroup afterGroup;
    private final TagDictionary tagDictionary;
    private final LongHashSet seenDigests = new LongHashSet();
    private final EventInserts inserts;
    private final SortedKeyWriter digestWriter;
    private final SortedKeyWriter entryWriter;

    public BulkEventWriter(Connection connection, int cachedTagIds, AfterGroup afterGroup) throws SQLException {
        this.pooledConnection = new PooledConnection(connection);
        this.tagDictionary = new TagDictionary(cachedTagIds);
        this.afterGroup = afterGroup;
        inserts = new EventInserts(connection, new EventTypeDictionary());
        digestWriter = new SortedKeyWriter(inserts::insertTagNames, afterGroup);
        entryWriter = new SortedKeyWriter(inserts::insertEventTags, afterGroup);
    }

    /** Adds events of another ledger, in order, as one group, and answers with the last one. */
    public SequencedEvent restore(List<RestoredEvent> group) {
        List<SequencedEvent> events = group.stream().map(SequencedEvent::of).toList();
        try {
            insert(events);
        } catch (SQLException e) {
            throw new StoreStopped("The events from " + events.getFirst().position() + " could not be stored: " + e, e);
        }
        return events.getLast();
    }

    private void insert(List<SequencedEvent> events) throws SQLException {
        for (SequencedEvent event : events) {
            inserts.addEvent(event);
            for (Tag tag : event.event().tags()) {
                entryWriter.add(PackedTag.of(tagId(tag), event.position()));
            }
        }
        inserts.executeTags();
        inserts.executeEvents();
        afterGroup.run();
    }

    /** A tag whose digest was never seen has no id yet; otherwise the dictionary tells. */
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
        long given = inserts.addTag(tag);
        digestWriter.add(name | given);
        tagDictionary.cache(tag, given);
        return given;
    }

    private @Nullable Long stored(Tag tag, long name) throws SQLException {
        inserts.executeTags();
        digestWriter.flush();
        return tagDictionary.findStored(Map.of(tag, name), pooledConnection).get(tag);
    }

    /** Writes the keys that were kept back. */
    public void finish() throws SQLException {
        digestWriter.flush();
        entryWriter.flush();
    }
}
