package org.claimsledger.token;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.LockSupport;
import org.claimsledger.store.PostgresServer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears when a node makes or revokes a token, on a connection and a thread of its own, and looks once a second in any case,
 * since a notification can be lost together with its connection. While the database is away, what was known holds.
 */
final class TokenNews implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TokenNews.class);

    private static final int POLL_MILLIS = 1_000;
    private static final long BEFORE_ANOTHER_TRY = 250_000_000;

    /** Rows are only added, so that their numbers say whether there are new ones. */
    private static final String HOW_MANY = """
        select (select count(*) from api_token), (select count(*) from api_token_revoked)
        """;

    private final PostgresServer server;
    private final Runnable changed;
    private final Thread thread;
    private volatile @Nullable Connection listening;
    private volatile boolean closed;

    TokenNews(PostgresServer server, Runnable changed) {
        this.server = server;
        this.changed = changed;
        this.thread = Thread.ofPlatform().name("ledger-tokens").daemon(true).unstarted(this::follow);
    }

    private record Rows(long tokens, long revoked) {}

    void start() {
        thread.start();
    }

    private void follow() {
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
                LockSupport.parkNanos(BEFORE_ANOTHER_TRY);
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + TokenTables.CHANNEL);
            PGConnection notified = connection.unwrap(PGConnection.class);
            Rows known = null;
            while (!closed) {
                Rows rows = rows(statement);
                if (!rows.equals(known)) {
                    changed.run();
                    known = rows;
                }
                notified.getNotifications(POLL_MILLIS);
            }
        }
    }

    private static Rows rows(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(HOW_MANY)) {
            row.next();
            return new Rows(row.getLong(1), row.getLong(2));
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
