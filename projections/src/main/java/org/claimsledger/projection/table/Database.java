package org.claimsledger.projection.table;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;

/**
 * The file that holds the tables. Nothing in it is dear: it is written to disk when H2 sees fit and can be derived from
 * the log again.
 *
 * <p>Opened over H2's {@code async} files, since a thread that is interrupted while it reads any other kind closes the
 * database for everybody.
 */
public final class Database implements AutoCloseable {

    private static final String SUFFIX = ".mv.db";
    private static final int IDLE = 16;
    private static final long MEGABYTE = 1 << 20;

    /** What is done with a session. */
    @FunctionalInterface
    public interface Work<T> {
        T with(Session session) throws SQLException;
    }

    private final String url;
    private final Connection keeper;
    private final ArrayBlockingQueue<Session> idle = new ArrayBlockingQueue<>(IDLE);
    private volatile boolean closed;

    /** Opens the file, or makes one where there is none. */
    public Database(Path file) throws SQLException {
        this.url = "jdbc:h2:async:" + file.toAbsolutePath().toString().replace(";", "\\;")
                + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;LOCK_TIMEOUT=10000;CACHE_SIZE=" + cacheSize();
        this.keeper = connect();
    }

    /** In kilobytes: an eighth of the heap, within bounds. */
    private static long cacheSize() {
        return Math.clamp(Runtime.getRuntime().maxMemory() / 8, 32 * MEGABYTE, 512 * MEGABYTE) / 1024;
    }

    /** The file that H2 makes of the name it is given. */
    public static Path onDisk(Path file) {
        return file.resolveSibling(file.getFileName() + SUFFIX);
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "projections", "");
    }

    /** A session of one's own, in which nothing holds before it is committed. */
    public Session write() throws SQLException {
        Connection connection = connect();
        connection.setAutoCommit(false);
        return new Session(connection);
    }

    /** Reads with a session that is shared in turns; one that failed is not used again. */
    public <T> T read(Work<T> work) {
        try {
            Session session = borrow();
            try {
                T result = work.with(session);
                giveBack(session);
                return result;
            } catch (SQLException | RuntimeException e) {
                session.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new TablesUnreadable(closed ? "The tables are closed" : "The tables did not answer", e);
        }
    }

    private Session borrow() throws SQLException {
        if (closed) {
            throw new SQLException("closed");
        }
        Session session = idle.poll();
        return session != null ? session : new Session(connect());
    }

    private void giveBack(Session session) throws SQLException {
        if (closed || !idle.offer(session)) {
            session.close();
        }
    }

    @Override
    public void close() throws SQLException {
        if (closed) {
            return;
        }
        closed = true;
        try (var statement = keeper.createStatement()) {
            statement.execute("shutdown");
        }
    }
}
