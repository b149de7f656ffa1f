package org.claimsledger.store.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.messaging.eventstreaming.Tag;
import org.claimsledger.store.sql.ConnectionPool.PooledConnection;
import org.jspecify.annotations.Nullable;

/** The ids of tags. An id never changes, so those lately used are kept in memory. */
public final class TagDictionary {

    private static final String BY_DIGEST = """
        select n.packed, t.tag_key, t.tag_value
        from unnest(cast(? as bigint array)) as wanted (name)
        join tag_by_name n on n.packed > wanted.name and n.packed <= wanted.name + ?
        join tag t on t.id = n.packed - wanted.name
        """;

    private final Map<Tag, Long> cached;

    public TagDictionary(int capacity) {
        this.cached = Collections.synchronizedMap(new LruCache(capacity));
    }

    @Nullable
    Long cached(Tag tag) {
        return cached.get(tag);
    }

    /** How many ids are kept in memory. */
    public int size() {
        return cached.size();
    }

    void cache(Tag tag, long id) {
        cached.put(tag, id);
    }

    /** The tag's id, or null if no event that the connection sees carries it. */
    @Nullable
    Long find(Tag tag, PooledConnection pooledConnection) throws SQLException {
        Long id = cached.get(tag);
        return id != null
                ? id
                : findStored(Map.of(tag, TagDigest.of(tag)), pooledConnection).get(tag);
    }

    /**
     * The ids of those tags that events carry, as the connection sees them.
     *
     * @param names tags and their digests
     */
    Map<Tag, Long> findStored(Map<Tag, Long> names, PooledConnection pooledConnection) throws SQLException {
        PreparedStatement select = pooledConnection.statement(BY_DIGEST);
        select.setArray(
                1,
                pooledConnection
                        .connection()
                        .createArrayOf("bigint", names.values().toArray(Long[]::new)));
        select.setLong(2, PackedTag.LAST_TAG);
        var ids = new HashMap<Tag, Long>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                Tag tag = Tag.of(rows.getString(2), rows.getString(3));
                if (names.containsKey(tag)) {
                    long id = TagDigest.id(rows.getLong(1));
                    ids.put(tag, id);
                    cached.put(tag, id);
                }
            }
        }
        return ids;
    }

    /** The entries used last. */
    private static final class LruCache extends LinkedHashMap<Tag, Long> {

        private static final long serialVersionUID = 1L;

        private final int capacity;

        LruCache(int capacity) {
            super(1024, 0.75f, true);
            this.capacity = capacity;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Tag, Long> eldest) {
            return size() > capacity;
        }
    }
}
