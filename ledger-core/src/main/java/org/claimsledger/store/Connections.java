package org.claimsledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;

/** Connections to read with, each with the statements it has prepared. As many as are asked for, some kept. */
final class Connections implements AutoCloseable {

    private static final int KEPT = 16;

    /** Where connections come from. */
    @FunctionalInterface
    interface Source {
        Connection connect() throws SQLException;
    }

    /** A read that runs on one connection. */
    @FunctionalInterface
    interface Read<T> {
        T with(Reading reading) throws SQLException;
    }

    /** One connection and its prepared statements, for one thread at a time. */
    static final class Reading {

        private final Connection connection;
        private final Map<String, PreparedStatement> statements = new HashMap<>();

        Reading(Connection connection) {
            this.connection = connection;
        }

        Connection connection() {
            return connection;
        }

        PreparedStatement prepared(String sql) throws SQLException {
            PreparedStatement statement = statements.get(sql);
            if (statement == null) {
                statement = connection.prepareStatement(sql);
                statements.put(sql, statement);
            }
            return statement;
        }
    }

    private final Source source;
    private final ArrayBlockingQueue<Reading> idle = new ArrayBlockingQueue<>(KEPT);
    private volatile boolean closed;

    Connections(Source source) {
        this.source = source;
    }

    /** A connection that failed is not used again: nobody knows what state it is in. */
    <T> T read(Read<T> read) {
        try {
            Reading reading = borrow();
            try {
                T result = read.with(reading);
                giveBack(reading);
                return result;
            } catch (SQLException | RuntimeException e) {
                reading.connection().close();
                throw e;
            }
        } catch (SQLException e) {
            throw closed
                    ? new StoreUnreadable("The ledger is closed.", e)
                    : new StoreUnreadable("The ledger's database did not answer: " + e.getMessage(), e);
        }
    }

    private Reading borrow() throws SQLException {
        if (closed) {
            throw new SQLException("closed");
        }
        Reading reading = idle.poll();
        return reading != null ? reading : new Reading(source.connect());
    }

    private void giveBack(Reading reading) throws SQLException {
        if (closed || !idle.offer(reading)) {
            reading.connection().close();
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
