package org.claimsledger.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.messaging.eventstreaming.Tag;
import org.claimsledger.store.Connections.Reading;
import org.jspecify.annotations.Nullable;

/** Which number a tag has in the dictionary. An id never changes, hence those lately used are kept in memory. */
final class TagIds {

    private static final String BY_NAME = """
        select n.packed, t.tag_key, t.tag_value
        from unnest(cast(? as bigint array)) as wanted (name)
        join tag_by_name n on n.packed > wanted.name and n.packed <= wanted.name + ?
        join tag t on t.id = n.packed - wanted.name
        """;

    private final Map<Tag, Long> known;

    TagIds(int capacity) {
        this.known = Collections.synchronizedMap(new Recent(capacity));
    }

    @Nullable
    Long known(Tag tag) {
        return known.get(tag);
    }

    /** How many are kept in memory. */
    int size() {
        return known.size();
    }

    void remember(Tag tag, long id) {
        known.put(tag, id);
    }

    /** The tag's id, or null where no event of the reading connection's state carries it. */
    @Nullable
    Long find(Tag tag, Reading reading) throws SQLException {
        Long id = known.get(tag);
        return id != null ? id : stored(Map.of(tag, TagName.of(tag)), reading).get(tag);
    }

    /**
     * The ids of those tags that events of the reading connection's state carry.
     *
     * @param names tags and their digests
     */
    Map<Tag, Long> stored(Map<Tag, Long> names, Reading reading) throws SQLException {
        PreparedStatement select = reading.prepared(BY_NAME);
        select.setArray(
                1, reading.connection().createArrayOf("bigint", names.values().toArray(Long[]::new)));
        select.setLong(2, PackedTag.LAST_TAG);
        var found = new HashMap<Tag, Long>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                Tag tag = Tag.of(rows.getString(2), rows.getString(3));
                if (names.containsKey(tag)) {
                    long id = TagName.id(rows.getLong(1));
                    found.put(tag, id);
                    known.put(tag, id);
                }
            }
        }
        return found;
    }

    /** The entries used last. */
    private static final class Recent extends LinkedHashMap<Tag, Long> {

        private static final long serialVersionUID = 1L;

        private final int capacity;

        Recent(int capacity) {
            super(1024, 0.75f, true);
            this.capacity = capacity;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Tag, Long> eldest) {
            return size() > capacity;
        }
    }
}
