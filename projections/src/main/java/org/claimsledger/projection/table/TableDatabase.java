package org.claimsledger.projection.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/**
 * One file of tables. Nothing in it is dear: it can be derived from the log again.
 *
 * <p>Opened over H2's {@code async} files, since a thread that is interrupted while it reads any other kind closes the
 * database for everybody.
 */
public final class TableDatabase implements AutoCloseable {

    private static final int IDLE = 16;
    private static final long MEGABYTE = 1 << 20;

    /** What is done with a session. */
    @FunctionalInterface
    public interface SessionWork<T> {
        T run(TableSession tableSession) throws SQLException;
    }

    private final String url;
    private final Connection keepAlive;
    private final H2Versions versions;
    private final ArrayBlockingQueue<TableSession> idle = new ArrayBlockingQueue<>(IDLE);
    private volatile boolean closed;

    /**
     * Opens a file as it was when a version of it was kept.
     *
     * @throws SQLException where it does not hold that version, or cannot be read
     */
    public static TableDatabase openAtVersion(Path file, long version) throws SQLException {
        try {
            H2Versions.rewind(file, version);
        } catch (MVStoreException e) {
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw new SQLException(e.getMessage(), "", ErrorCode.DATABASE_ALREADY_OPEN_1, e);
            }
            throw new SQLException("It cannot be taken back to version " + version, e);
        } catch (RuntimeException e) {
            throw new SQLException("It cannot be taken back to version " + version, e);
        }
        return new TableDatabase(file);
    }

    /** Opens the file, or makes one where there is none. */
    public TableDatabase(Path file) throws SQLException {
        this.url = "jdbc:h2:async:" + file.toAbsolutePath().toString().replace(";", "\\;")
                + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;LOCK_TIMEOUT=10000;WRITE_DELAY=0;CACHE_SIZE="
                + cacheSize();
        this.keepAlive = connect();
        this.versions = H2Versions.of(keepAlive);
    }

    /** In kilobytes: a part of the heap, within bounds; there are as many caches as projections. */
    private static long cacheSize() {
        return Math.clamp(Runtime.getRuntime().maxMemory() / 12, 16 * MEGABYTE, 384 * MEGABYTE) / 1024;
    }

    /** The file that H2 makes of the name it is given. */
    public static Path fileOnDisk(Path file) {
        return file.resolveSibling(file.getFileName() + H2Versions.SUFFIX);
    }

    /** Deletes all that H2 made of the name. */
    public static void delete(Path file) throws IOException {
        Files.deleteIfExists(fileOnDisk(file));
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".trace.db"));
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "projections", "");
    }

    /** {@link H2Versions#checkpoint} */
    public void checkpoint(H2Versions.SignatureWriter signatureWriter, H2Versions.VersionRecorder versionRecorder)
            throws SQLException, IOException {
        versions.checkpoint(signatureWriter, versionRecorder);
    }

    /** Writes all that was committed to disk, synced. To be called by the thread that changes tables. */
    public void flush() {
        versions.flush();
    }

    /** A session of one's own, in which nothing holds before it is committed. */
    public TableSession write() throws SQLException {
        Connection connection = connect();
        connection.setAutoCommit(false);
        return new TableSession(connection);
    }

    /** Reads with a session that is shared in turns; one that failed is not used again. */
    public <T> T read(SessionWork<T> sessionWork) {
        try {
            TableSession tableSession = borrow();
            try {
                T result = sessionWork.run(tableSession);
                returnSession(tableSession);
                return result;
            } catch (SQLException | RuntimeException e) {
                tableSession.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new TablesUnreadable(closed ? "The tables are closed" : "The tables did not answer", e);
        }
    }

    private TableSession borrow() throws SQLException {
        if (closed) {
            throw new SQLException("closed");
        }
        TableSession tableSession = idle.poll();
        return tableSession != null ? tableSession : new TableSession(connect());
    }

    private void returnSession(TableSession tableSession) throws SQLException {
        if (closed || !idle.offer(tableSession)) {
            tableSession.close();
        }
    }

    /** Compacts the file and closes it. */
    @Override
    public void close() throws SQLException {
        shutdown("shutdown");
    }

    /** Closes it as it is, for files that are given up. */
    public void closeImmediately() throws SQLException {
        shutdown("shutdown immediately");
    }

    private void shutdown(String how) throws SQLException {
        if (closed) {
            return;
        }
        closed = true;
        for (TableSession tableSession = idle.poll(); tableSession != null; tableSession = idle.poll()) {
            tableSession.close();
        }
        versions.release();
        try (var statement = keepAlive.createStatement()) {
            statement.execute(how);
        }
    }
}
