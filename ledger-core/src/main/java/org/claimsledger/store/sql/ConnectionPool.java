package org.claimsledger.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import org.claimsledger.store.StoreUnreadable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connections to read with, each with the statements that it has prepared. There are as many as reads at one time; some
 * are kept for later reads. If a kept connection turns out to be lost, all kept ones are dropped, and the read runs
 * again on a new one.
 */
public final class ConnectionPool implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionPool.class);

    private static final int MAX_IDLE = 16;

    /** Opens connections. */
    @FunctionalInterface
    public interface ConnectionSource {
        Connection connect() throws SQLException;
    }

    /** Whether a failure means that the connection is lost, and with it probably all others. */
    @FunctionalInterface
    public interface LossDetector {
        boolean isLost(SQLException failure);
    }

    /** Makes of a failed read the exception that its caller gets. */
    @FunctionalInterface
    public interface FailureWrapper {
        RuntimeException wrap(SQLException failure, boolean closed);
    }

    /** A read that runs on one connection. */
    @FunctionalInterface
    public interface ReadOperation<T> {
        T runOn(PooledConnection pooledConnection) throws SQLException;
    }

    /** One connection and its prepared statements, for one thread at a time. */
    public static final class PooledConnection {

        private final Connection connection;
        private final Map<String, PreparedStatement> statements = new HashMap<>();
        private boolean reused;

        public PooledConnection(Connection connection) {
            this.connection = connection;
        }

        public Connection connection() {
            return connection;
        }

        public PreparedStatement statement(String sql) throws SQLException {
            PreparedStatement statement = statements.get(sql);
            if (statement == null) {
                statement = connection.prepareStatement(sql);
                statements.put(sql, statement);
            }
            return statement;
        }
    }

    private final ConnectionSource connectionSource;
    private final LossDetector lossDetector;
    private final FailureWrapper failures;
    private final ArrayBlockingQueue<PooledConnection> idle = new ArrayBlockingQueue<>(MAX_IDLE);
    private volatile boolean closed;

    /** Connections to a file of this process, which are never lost. */
    public ConnectionPool(ConnectionSource connectionSource) {
        this(connectionSource, failure -> false, ConnectionPool::storeUnreadable);
    }

    public ConnectionPool(ConnectionSource connectionSource, LossDetector lossDetector) {
        this(connectionSource, lossDetector, ConnectionPool::storeUnreadable);
    }

    public ConnectionPool(ConnectionSource connectionSource, LossDetector lossDetector, FailureWrapper failures) {
        this.connectionSource = connectionSource;
        this.lossDetector = lossDetector;
        this.failures = failures;
    }

    private static StoreUnreadable storeUnreadable(SQLException failure, boolean closed) {
        return closed
                ? new StoreUnreadable("The ledger is closed.", failure)
                : new StoreUnreadable("The ledger's database did not answer: " + failure.getMessage(), failure);
    }

    public <T> T read(ReadOperation<T> readOperation) {
        try {
            PooledConnection pooledConnection = borrow();
            try {
                return read(readOperation, pooledConnection);
            } catch (SQLException e) {
                if (!pooledConnection.reused || !lossDetector.isLost(e)) {
                    throw e;
                }
                closeIdle();
                return read(readOperation, new PooledConnection(connectionSource.connect()));
            }
        } catch (SQLException e) {
            throw failures.wrap(e, closed);
        }
    }

    /** A connection that failed is not used again: nobody knows what state it is in. */
    private <T> T read(ReadOperation<T> readOperation, PooledConnection pooledConnection) throws SQLException {
        try {
            T result = readOperation.runOn(pooledConnection);
            release(pooledConnection);
            return result;
        } catch (SQLException | RuntimeException e) {
            close(pooledConnection, e);
            throw e;
        }
    }

    private static void close(PooledConnection pooledConnection, Exception failure) {
        try {
            pooledConnection.connection().close();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private void closeIdle() {
        for (PooledConnection pooledConnection = idle.poll();
                pooledConnection != null;
                pooledConnection = idle.poll()) {
            try {
                pooledConnection.connection().close();
            } catch (SQLException e) {
                LOG.debug("A connection that is not used any more did not close", e);
            }
        }
    }

    private PooledConnection borrow() throws SQLException {
        if (closed) {
            throw new SQLException("closed");
        }
        PooledConnection pooledConnection = idle.poll();
        return pooledConnection != null ? pooledConnection : new PooledConnection(connectionSource.connect());
    }

    private void release(PooledConnection pooledConnection) throws SQLException {
        pooledConnection.reused = true;
        if (closed || !idle.offer(pooledConnection)) {
            pooledConnection.connection().close();
        }
    }

    @Override
    public void close() {
        closed = true;
        closeIdle();
    }
}
