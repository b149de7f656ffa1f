package org.claimsledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/** Which number a tag has in the dictionary. An id never changes, hence those lately used are kept in memory. */
final class TagIds {

    static final String BY_NAME = """
            select id from tag where tag_value = ? and tag_key = ?
            """;

    private final Map<Tag, Long> known;

    TagIds(int capacity) {
        this.known = Collections.synchronizedMap(new Recent(capacity));
    }

    @Nullable Long known(Tag tag) {
        return known.get(tag);
    }

    void remember(Tag tag, long id) {
        known.put(tag, id);
    }

    /** The tag's id, or null where no event of the connection's state carries it. */
    @Nullable Long find(Tag tag, Connection connection) throws SQLException {
        Long id = known.get(tag);
        if (id != null) {
            return id;
        }
        try (PreparedStatement select = connection.prepareStatement(BY_NAME)) {
            select.setString(1, tag.value());
            select.setString(2, tag.key());
            return found(tag, select);
        }
    }

    private @Nullable Long found(Tag tag, PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                return null;
            }
            long id = row.getLong(1);
            known.put(tag, id);
            return id;
        }
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
