package org.claimsledger.projection.table;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One connection and the statements that it has prepared; for one thread at a time. */
public final class TableSession implements AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    TableSession(Connection connection) {
        this.connection = connection;
    }

    /** The statement with its parameters bound anew, in the order of the question marks. */
    public PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    public void execute(List<String> sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String each : sql) {
                statement.execute(each);
            }
        }
    }

    /** For {@code = any(?)}. */
    public Array textArray(Collection<String> texts) throws SQLException {
        return connection.createArrayOf("varchar", texts.toArray());
    }

    /** For {@code unnest(cast(? as bigint array))}. */
    public Array longArray(Collection<Long> numbers) throws SQLException {
        return connection.createArrayOf("bigint", numbers.toArray());
    }

    public void commit() throws SQLException {
        connection.commit();
    }

    /** Undoes everything that was not committed. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
