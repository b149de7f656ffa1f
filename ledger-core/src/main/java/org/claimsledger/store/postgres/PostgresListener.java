package org.claimsledger.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.claimsledger.store.ThreadJoin;
import org.claimsledger.store.sql.ConnectionPool.PooledConnection;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to one of the database's channels, on a connection and a thread of its own. A notification says that there is
 * news, never which; a {@link Reading} then reads it. It also reads when a connection is made and at least once a
 * second, because a notification can be lost together with its connection. While the database is away, it is tried
 * again and again.
 */
public final class PostgresListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresListener.class);

    private static final int POLL_MILLIS = 1_000;
    private static final long POLL_NANOS = POLL_MILLIS * 1_000_000L;
    private static final long RETRY_NANOS = 250_000_000;

    /** Reads the news on the connection that listens. */
    @FunctionalInterface
    public interface Reading {
        void read(PooledConnection connection) throws SQLException;
    }

    /**
     * The channel, and its names for people.
     *
     * @param database begins the sentences of the log about it
     */
    public record Channel(String name, String threadName, String database) {}

    private final PostgresConnector server;
    private final Channel channel;
    private final IntPredicate isNews;
    private final Supplier<Reading> readings;
    private final Thread thread;
    private volatile @Nullable Connection listening;
    private volatile boolean closed;

    /**
     * @param isNews whether a notification from a process of the server says anything new
     * @param readings gives each connection a reading of its own
     */
    public PostgresListener(
            PostgresConnector server, Channel channel, IntPredicate isNews, Supplier<Reading> readings) {
        this.server = server;
        this.channel = channel;
        this.isNews = isNews;
        this.readings = readings;
        this.thread =
                Thread.ofPlatform().name(channel.threadName()).daemon(true).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    private void run() {
        boolean away = false;
        while (!closed) {
            try (Connection connection = server.connect()) {
                listening = connection;
                if (away) {
                    LOG.info("{} answers again", channel.database());
                    away = false;
                }
                listen(connection);
            } catch (SQLException | RuntimeException e) {
                if (!closed && !away) {
                    LOG.warn("{} does not answer; it is tried again and again", channel.database(), e);
                    away = true;
                }
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + channel.name());
        }
        PGConnection notified = connection.unwrap(PGConnection.class);
        var prepared = new PooledConnection(connection);
        Reading reading = readings.get();
        while (!closed) {
            reading.read(prepared);
            awaitNotification(notified);
        }
    }

    /** Returns when there is news, and after a second in any case. */
    private void awaitNotification(PGConnection notified) throws SQLException {
        long began = System.nanoTime();
        long left = POLL_NANOS;
        while (left > 0 && !closed) {
            PGNotification[] notifications = notified.getNotifications((int) Math.max(1, left / 1_000_000));
            if (Arrays.stream(notifications).anyMatch(notification -> isNews.test(notification.getPID()))) {
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
        ThreadJoin.uninterruptibly(thread);
    }
}
