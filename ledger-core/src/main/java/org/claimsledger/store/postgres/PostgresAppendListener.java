package org.claimsledger.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.claimsledger.store.append.LedgerHead;
import org.claimsledger.store.sql.EventTypeDictionary;
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
final class PostgresAppendListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresAppendListener.class);

    private static final int POLL_MILLIS = 1_000;
    private static final long POLL_NANOS = POLL_MILLIS * 1_000_000L;
    private static final long RETRY_NANOS = 250_000_000;

    private final PostgresConnector server;
    private final EventTypeDictionary types;
    private final IntSupplier ownBackendPid;
    private final Consumer<LedgerHead.LastEvent> headConsumer;
    private final Thread thread;
    private volatile @Nullable Connection listening;
    private volatile boolean closed;

    /** @param ownProcess the server's process that tells of this node's own events */
    PostgresAppendListener(
            PostgresConnector server,
            EventTypeDictionary types,
            IntSupplier ownProcess,
            Consumer<LedgerHead.LastEvent> news) {
        this.server = server;
        this.types = types;
        this.ownBackendPid = ownProcess;
        this.headConsumer = news;
        this.thread = Thread.ofPlatform().name("ledger-follower").daemon(true).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
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
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement select = connection.prepareStatement(PostgresLastIds.SELECT)) {
            statement.execute("listen claims_ledger");
            PGConnection notified = connection.unwrap(PGConnection.class);
            while (!closed) {
                reportHead(PostgresLastIds.of(select), connection);
                awaitNotification(notified);
            }
        }
    }

    private void reportHead(PostgresLastIds extent, Connection connection) throws SQLException {
        if (extent.lastTypeId() > types.count()) {
            types.load(connection);
        }
        headConsumer.accept(extent.last());
    }

    /** Returns when another node tells of something, and after a while in any case. */
    private void awaitNotification(PGConnection notified) throws SQLException {
        long began = System.nanoTime();
        long left = POLL_NANOS;
        while (left > 0 && !closed) {
            PGNotification[] heard = notified.getNotifications((int) Math.max(1, left / 1_000_000));
            if (Arrays.stream(heard).anyMatch(one -> one.getPID() != ownBackendPid.getAsInt())) {
                return;
            }
            left = POLL_NANOS - (System.nanoTime() - began);
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
