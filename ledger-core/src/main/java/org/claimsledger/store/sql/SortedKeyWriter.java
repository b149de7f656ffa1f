package org.claimsledger.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import org.claimsledger.store.sql.BulkEventWriter.AfterGroup;

/** Keys for a table of one column, kept back until there are many: in key order an index is filled several times faster. */
final class SortedKeyWriter {

    private static final int MAX_BUFFERED_KEYS = 2_000_000;
    private static final int KEYS_PER_STATEMENT = 10_000;

    private final Connection connection;
    private final PreparedStatement insert;
    private final AfterGroup afterGroup;
    private long[] keys = new long[KEYS_PER_STATEMENT];
    private int count;

    /** @param insert takes an array of keys */
    SortedKeyWriter(Connection connection, String insert, AfterGroup afterGroup) throws SQLException {
        this.connection = connection;
        this.afterGroup = afterGroup;
        this.insert = connection.prepareStatement(insert);
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

    /** Stores what was kept back. */
    void flush() throws SQLException {
        Arrays.sort(keys, 0, count);
        for (int from = 0; from < count; from += KEYS_PER_STATEMENT) {
            Long[] some = new Long[Math.min(KEYS_PER_STATEMENT, count - from)];
            for (int i = 0; i < some.length; i++) {
                some[i] = keys[from + i];
            }
            insert.setArray(1, connection.createArrayOf("bigint", some));
            insert.executeUpdate();
            afterGroup.run();
        }
        count = 0;
    }
}
