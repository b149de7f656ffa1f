package org.claimsledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connections to read with, each with the statements it has prepared. As many as are asked for, some kept. Where the
 * other end of those that were kept is gone, they are dropped, and the read is made anew on a fresh one.
 */
final class Connections implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    private static final int KEPT = 16;

    /** Where connections come from. */
    @FunctionalInterface
    interface Source {
        Connection connect() throws SQLException;
    }

    /** Whether a failure means that the connection is lost, and with it probably all others. */
    @FunctionalInterface
    interface Loss {
        boolean isMeantBy(SQLException failure);
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
        private boolean kept;

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
    private final Loss loss;
    private final ArrayBlockingQueue<Reading> idle = new ArrayBlockingQueue<>(KEPT);
    private volatile boolean closed;

    /** Connections to a file of this process, which are not lost. */
    Connections(Source source) {
        this(source, failure -> false);
    }

    Connections(Source source, Loss loss) {
        this.source = source;
        this.loss = loss;
    }

    <T> T read(Read<T> read) {
        try {
            Reading reading = borrow();
            try {
                return read(read, reading);
            } catch (SQLException e) {
                if (!reading.kept || !loss.isMeantBy(e)) {
                    throw e;
                }
                dropIdle();
                return read(read, new Reading(source.connect()));
            }
        } catch (SQLException e) {
            throw closed
                    ? new StoreUnreadable("The ledger is closed.", e)
                    : new StoreUnreadable("The ledger's database did not answer: " + e.getMessage(), e);
        }
    }

    /** A connection that failed is not used again: nobody knows what state it is in. */
    private <T> T read(Read<T> read, Reading reading) throws SQLException {
        try {
            T result = read.with(reading);
            giveBack(reading);
            return result;
        } catch (SQLException | RuntimeException e) {
            close(reading, e);
            throw e;
        }
    }

    private static void close(Reading reading, Exception failure) {
        try {
            reading.connection().close();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private void dropIdle() {
        for (Reading reading = idle.poll(); reading != null; reading = idle.poll()) {
            try {
                reading.connection().close();
            } catch (SQLException e) {
                LOG.debug("A connection that is not used any more did not close", e);
            }
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
        reading.kept = true;
        if (closed || !idle.offer(reading)) {
            reading.connection().close();
        }
    }

    @Override
    public void close() {
        closed = true;
        dropIdle();
    }
}
