package org.claimsledger.token;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.LockSupport;
import org.claimsledger.store.postgres.PostgresConnector;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears when a node makes or revokes a token, on a connection and a thread of its own, and looks once a second in any case,
 * since a notification can be lost together with its connection. While the database is away, what was known holds.
 */
final class TokenChangeListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TokenChangeListener.class);

    private static final int POLL_MILLIS = 1_000;
    private static final long RETRY_NANOS = 250_000_000;

    /** Rows are only added, so that their numbers say whether there are new ones. */
    private static final String ROW_COUNTS = """
        select (select count(*) from api_token), (select count(*) from api_token_revoked)
        """;

    private final PostgresConnector server;
    private final Runnable changed;
    private final Thread thread;
    private volatile @Nullable Connection listening;
    private volatile boolean closed;

    TokenChangeListener(PostgresConnector server, Runnable changed) {
        this.server = server;
        this.changed = changed;
        this.thread = Thread.ofPlatform().name("ledger-tokens").daemon(true).unstarted(this::run);
    }

    private record RowCounts(long tokens, long revoked) {}

    void start() {
        thread.start();
    }

    private void run() {
        boolean away = false;
        while (!closed) {
            try (Connection connection = server.connect()) {
                listening = connection;
                if (away) {
                    LOG.info("The database that keeps the tokens answers again");
                    away = false;
                }
                listen(connection);
            } catch (SQLException | RuntimeException e) {
                if (!closed && !away) {
                    LOG.warn("The database that keeps the tokens does not answer; it is tried again and again", e);
                    away = true;
                }
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + PostgresTokenStorage.CHANNEL);
            PGConnection notified = connection.unwrap(PGConnection.class);
            RowCounts known = null;
            while (!closed) {
                RowCounts rowCounts = rowCounts(statement);
                if (!rowCounts.equals(known)) {
                    changed.run();
                    known = rowCounts;
                }
                notified.getNotifications(POLL_MILLIS);
            }
        }
    }

    private static RowCounts rowCounts(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(ROW_COUNTS)) {
            row.next();
            return new RowCounts(row.getLong(1), row.getLong(2));
        }
    }

    @Override
    public void close() {
        closed = true;
        Connection connection = listening;
        if (connection != null) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("The connection that listens did not end", e);
            }
        }
        LockSupport.unpark(thread);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
