package org.claimsledger.projection.table;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects rows and writes them to their tables together. */
public final class RowBatch {

    private final Map<Table, List<@Nullable Object[]>> added = new LinkedHashMap<>();

    /** @param values one for each column, in the order of the columns: numbers, booleans, texts, bytes, or null */
    public void add(Table table, @Nullable Object... values) {
        added.computeIfAbsent(table, ignored -> new ArrayList<>()).add(values);
    }

    public void write(TableSession tableSession) throws SQLException {
        for (Map.Entry<Table, List<@Nullable Object[]>> each : added.entrySet()) {
            PreparedStatement insert = tableSession.prepare(each.getKey().insert());
            for (@Nullable Object[] row : each.getValue()) {
                bind(insert, row);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        added.clear();
    }

    private static void bind(PreparedStatement insert, @Nullable Object[] row) throws SQLException {
        for (int i = 0; i < row.length; i++) {
            insert.setObject(i + 1, row[i]);
        }
    }
}
