package org.claimsledger.projection.table;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.claimsledger.store.sql.ConnectionPool.PooledConnection;

/** Binds and runs statements on one connection, for one thread at a time. */
public final class TableSession implements AutoCloseable {

    private final PooledConnection pooled;

    TableSession(PooledConnection pooled) {
        this.pooled = pooled;
    }

    /** The statement with these parameters bound, in the order of the question marks. */
    public PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = pooled.statement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    public void execute(List<String> sql) throws SQLException {
        try (var statement = pooled.connection().createStatement()) {
            for (String each : sql) {
                statement.execute(each);
            }
        }
    }

    /** A parameter for {@code = any(?)}. */
    /** A parameter for {@code unnest(cast(? as bigint array))}. */
    public Array longArray(Collection<Long> numbers) throws SQLException {
        return pooled.connection().createArrayOf("bigint", numbers.toArray());
    }

    public Array textArray(Collection<String> texts) throws SQLException {
        return pooled.connection().createArrayOf("varchar", texts.toArray());
    }

    public void commit() throws SQLException {
        pooled.connection().commit();
    }

    /** Rolls back all uncommitted changes. */
    @Override
    public void close() throws SQLException {
        pooled.connection().close();
    }
}
