package org.claimsledger.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.eventstreaming.Tag;
import org.claimsledger.store.Restoration.RestoredEvent;
import org.claimsledger.store.StoreStopped;
import org.claimsledger.store.append.SequencedEvent;
import org.claimsledger.store.sql.BulkEventWriter.AfterGroup;
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

    /** A set of numbers that are not negative, in little more memory than the numbers take. */
    private static final class LongHashSet {

        private static final long FREE = -1;

        private long[] slots = free(1 << 16);
        private int size;

        private static long[] free(int length) {
            long[] slots = new long[length];
            Arrays.fill(slots, FREE);
            return slots;
        }

        /** False if it was there before. */
        boolean add(long digest) {
            if (2L * size >= slots.length) {
                grow();
            }
            if (!put(digest, slots)) {
                return false;
            }
            size++;
            return true;
        }

        private void grow() {
            long[] larger = free(2 * slots.length);
            for (long digest : slots) {
                if (digest != FREE) {
                    put(digest, larger);
                }
            }
            slots = larger;
        }

        private static boolean put(long digest, long[] into) {
            int at = (int) (digest * 0x9E3779B97F4A7C15L >>> 32) & into.length - 1;
            while (into[at] != FREE) {
                if (into[at] == digest) {
                    return false;
                }
                at = at + 1 & into.length - 1;
            }
            into[at] = digest;
            return true;
        }
    }

    /** Keys for a table of one column, kept back until there are many: in key order an index is filled several times faster. */
    private static final class SortedKeyWriter {

        /** Inserts keys that are in order. */
        @FunctionalInterface
        interface KeyInsert {
            void insert(Long[] sortedKeys) throws SQLException;
        }

        private static final int MAX_BUFFERED_KEYS = 2_000_000;
        private static final int KEYS_PER_STATEMENT = 10_000;

        private final KeyInsert insert;
        private final AfterGroup afterGroup;
        private long[] keys = new long[KEYS_PER_STATEMENT];
        private int count;

        SortedKeyWriter(KeyInsert insert, AfterGroup afterGroup) {
            this.insert = insert;
            this.afterGroup = afterGroup;
        }

        void add(long key) throws SQLException {
            if (count == MAX_BUFFERED_KEYS) {
                flush();
            }
            if (count == keys.length) {
                keys = Arrays.copyOf(keys, 2 * count);
            }
            keys[count++] = key;
        }

        /** Stores the keys that were kept back. */
        void flush() throws SQLException {
            Arrays.sort(keys, 0, count);
            for (int from = 0; from < count; from += KEYS_PER_STATEMENT) {
                Long[] some = new Long[Math.min(KEYS_PER_STATEMENT, count - from)];
                for (int i = 0; i < some.length; i++) {
                    some[i] = keys[from + i];
                }
                insert.insert(some);
                afterGroup.run();
            }
            count = 0;
        }
    }
}
