package org.claimsledger.store.sql;

import java.sql.SQLException;
import java.util.Arrays;
import org.claimsledger.store.sql.BulkEventWriter.AfterGroup;

/** Keys for a table of one column, kept back until there are many: in key order an index is filled several times faster. */
final class SortedKeyWriter {

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
