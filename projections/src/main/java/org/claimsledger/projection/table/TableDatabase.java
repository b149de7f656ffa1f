package org.claimsledger.projection.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.claimsledger.store.sql.ConnectionPool;
import org.claimsledger.store.sql.ConnectionPool.PooledConnection;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/**
 * One file of tables, all of which can be derived again from the log.
 *
 * <p>Opened with H2's {@code async} file system, because with any other one a thread that is interrupted while it reads
 * closes the database for all threads.
 */
public final class TableDatabase implements AutoCloseable {

    private static final long MEGABYTE = 1 << 20;

    /** Reads or writes on a session. */
    @FunctionalInterface
    public interface SessionWork<T> {
        T run(TableSession tableSession) throws SQLException;
    }

    private final String url;
    private final Connection keepAlive;
    private final H2Versions versions;
    private final ConnectionPool pool;
    private volatile boolean closed;

    /**
     * Opens a file at a kept version.
     *
     * @throws SQLException where the file does not hold that version, or cannot be read
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

    /** Opens the file, or creates it where it is absent. */
    public TableDatabase(Path file) throws SQLException {
        this.url = "jdbc:h2:async:" + file.toAbsolutePath().toString().replace(";", "\\;")
                + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;LOCK_TIMEOUT=10000;WRITE_DELAY=0;CACHE_SIZE="
                + cacheSize();
        this.keepAlive = connect();
        this.versions = H2Versions.of(keepAlive);
        this.pool = new ConnectionPool(this::connect, failure -> false, TableDatabase::unreadable);
    }

    private static TablesUnreadable unreadable(SQLException failure, boolean closed) {
        return new TablesUnreadable(closed ? "The tables are closed" : "The tables did not answer", failure);
    }

    /** Kilobytes: a share of the heap, within bounds, because each projection has a cache of its own. */
    private static long cacheSize() {
        return Math.clamp(Runtime.getRuntime().maxMemory() / 12, 16 * MEGABYTE, 384 * MEGABYTE) / 1024;
    }

    /** The file that H2 creates for the name that it is given. */
    public static Path fileOnDisk(Path file) {
        return file.resolveSibling(file.getFileName() + H2Versions.SUFFIX);
    }

    /** Deletes all files that H2 creates for the name. */
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

    /** Writes all committed changes to disk, synced. To be called by the thread that changes tables. */
    public void flush() {
        versions.flush();
    }

    /** A new session, whose changes hold only once they are committed. */
    public TableSession write() throws SQLException {
        Connection connection = connect();
        connection.setAutoCommit(false);
        return new TableSession(new PooledConnection(connection));
    }

    /** Reads with a pooled session; a session that failed is not used again. */
    public <T> T read(SessionWork<T> sessionWork) {
        return pool.read(connection -> sessionWork.run(new TableSession(connection)));
    }

    /** Compacts the file and closes it. */
    @Override
    public void close() throws SQLException {
        shutdown("shutdown");
    }

    /** Closes the file without compacting it. For a file that is no longer needed. */
    public void closeImmediately() throws SQLException {
        shutdown("shutdown immediately");
    }

    private void shutdown(String how) throws SQLException {
        if (closed) {
            return;
        }
        closed = true;
        pool.close();
        versions.release();
        try (var statement = keepAlive.createStatement()) {
            statement.execute(how);
        }
    }
}
