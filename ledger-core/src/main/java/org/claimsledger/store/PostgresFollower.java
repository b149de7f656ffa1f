package org.claimsledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of what other nodes append, on a connection and a thread of its own. A notification says that there is
 * something, never what; how far the ledger goes is then read. It is read now and then in any case, since a
 * notification can be lost together with its connection.
 */
final class PostgresFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresFollower.class);

    private static final int POLL_MILLIS = 1_000;
    private static final long POLL = POLL_MILLIS * 1_000_000L;
    private static final long BEFORE_ANOTHER_TRY = 250_000_000;

    private final PostgresServer server;
    private final EventTypes types;
    private final IntSupplier ownProcess;
    private final Consumer<Head.Last> news;
    private final Thread thread;
    private volatile @Nullable Connection listening;
    private volatile boolean closed;

    /** @param ownProcess the server's process that tells of this node's own events */
    PostgresFollower(PostgresServer server, EventTypes types, IntSupplier ownProcess, Consumer<Head.Last> news) {
        this.server = server;
        this.types = types;
        this.ownProcess = ownProcess;
        this.news = news;
        this.thread = Thread.ofPlatform().name("ledger-follower").daemon(true).unstarted(this::follow);
    }

    void start() {
        thread.start();
    }

    private void follow() {
        boolean away = false;
        while (!closed) {
            try (Connection connection = server.connect()) {
                listening = connection;
                if (away) {
                    LOG.info("The ledger's database answers again");
                    away = false;
                }
                listen(connection);
            } catch (SQLException | RuntimeException e) {
                if (!closed && !away) {
                    LOG.warn("The ledger's database does not answer; it is tried again and again", e);
                    away = true;
                }
                LockSupport.parkNanos(BEFORE_ANOTHER_TRY);
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement select = connection.prepareStatement(PostgresExtent.SELECT)) {
            statement.execute("listen claims_ledger");
            PGConnection notified = connection.unwrap(PGConnection.class);
            while (!closed) {
                tell(PostgresExtent.of(select), connection);
                awaitNews(notified);
            }
        }
    }

    private void tell(PostgresExtent extent, Connection connection) throws SQLException {
        if (extent.lastType() > types.count()) {
            types.load(connection);
        }
        news.accept(extent.last());
    }

    /** Returns when another node tells of something, and after a while in any case. */
    private void awaitNews(PGConnection notified) throws SQLException {
        long began = System.nanoTime();
        long left = POLL;
        while (left > 0 && !closed) {
            PGNotification[] heard = notified.getNotifications((int) Math.max(1, left / 1_000_000));
            if (Arrays.stream(heard).anyMatch(one -> one.getPID() != ownProcess.getAsInt())) {
                return;
            }
            left = POLL - (System.nanoTime() - began);
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
