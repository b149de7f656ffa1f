package org.claimsledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import org.claimsledger.store.BulkTables.AfterGroup;

/** Keys for a table of one column, kept back until there are many: in key order an index is filled several times faster. */
final class SortedKeys {

    private static final int MOST = 2_000_000;
    private static final int STATEMENT = 10_000;

    private final Connection connection;
    private final PreparedStatement insert;
    private final AfterGroup afterGroup;
    private long[] keys = new long[STATEMENT];
    private int count;

    /** @param insert takes an array of keys */
    SortedKeys(Connection connection, String insert, AfterGroup afterGroup) throws SQLException {
        this.connection = connection;
        this.afterGroup = afterGroup;
        this.insert = connection.prepareStatement(insert);
    }

    void add(long key) throws SQLException {
        if (count == MOST) {
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
        for (int from = 0; from < count; from += STATEMENT) {
            Long[] some = new Long[Math.min(STATEMENT, count - from)];
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
