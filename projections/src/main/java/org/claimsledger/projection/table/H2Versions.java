package org.claimsledger.projection.table;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * The versions in which H2 writes its file. By default H2 writes versions in the background while tables change, and
 * such a version can hold a later state of one table than of another: after a kill, a file held rows beyond the
 * position that it named. Here only the thread that changes tables writes. A version is kept at a moment when no change
 * is under way, until there is a later one.
 */
public final class H2Versions {

    static final String SUFFIX = ".mv.db";

    private static final int ENOUGH_LIVE = 50;
    private static final int REWRITTEN_AT_ONCE = 4 << 20;

    private final MVStore store;
    private MVStore.@Nullable TxCounter retainedVersion;

    /** Writes and commits a signature by which the version can be recognized. */
    @FunctionalInterface
    public interface SignatureWriter {
        void write() throws SQLException;
    }

    /** Records durably which version is kept. */
    @FunctionalInterface
    public interface VersionRecorder {
        void write(long version) throws IOException;
    }

    private H2Versions(MVStore store) {
        this.store = store;
    }

    static H2Versions of(Connection connection) throws SQLException {
        var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        MVStore store = session.getDatabase().getStore().getMvStore();
        store.setAutoCommitDelay(-1);
        store.setRetentionTime(0);
        return new H2Versions(store);
    }

    /**
     * Writes all committed changes to disk, synced, as a version that nothing overwrites until the next one is
     * recorded. To be called after a commit by the thread that changes tables.
     *
     * <p>This takes two versions. The first one still lists parts of the file that are no longer needed. H2 forgets
     * them in the second one, which overwrites nothing, so that an opening can tell that the second one is complete.
     */
    public void checkpoint(SignatureWriter signatureWriter, VersionRecorder versionRecorder)
            throws SQLException, IOException {
        store.compact(ENOUGH_LIVE, REWRITTEN_AT_ONCE);
        store.commit();
        store.sync();
        MVStore.TxCounter before = retainedVersion;
        retainedVersion = store.registerVersionUsage();
        if (before != null) {
            store.deregisterVersionUsage(before);
        }
        store.setReuseSpace(false);
        signatureWriter.write();
        store.commit();
        store.sync();
        versionRecorder.write(store.getCurrentVersion());
        store.setReuseSpace(true);
    }

    /** Keeps no version any longer, because the file is about to be closed. */
    void release() {
        MVStore.TxCounter last = retainedVersion;
        if (last != null && !store.isClosed()) {
            retainedVersion = null;
            store.deregisterVersionUsage(last);
            store.setReuseSpace(true);
        }
    }

    void flush() {
        store.commit();
        store.sync();
    }

    /**
     * Takes a closed file back to a kept version. Later versions stay in the file, unused. New versions get higher
     * numbers than those, so that none of them is taken for the newest one.
     *
     * @throws MVStoreException where the file no longer holds the version, or cannot be read
     * @throws IllegalArgumentException where the file never held the version
     */
    static void rewind(Path file, long version) {
        MVStore store = new MVStore.Builder()
                .fileName("async:" + TableDatabase.fileOnDisk(file).toAbsolutePath())
                .autoCommitDisabled()
                .open();
        try {
            long newest = store.getCurrentVersion();
            store.setReuseSpace(false);
            store.rollbackTo(version);
            while (store.getCurrentVersion() <= newest) {
                store.setStoreVersion(store.getStoreVersion() + 1);
                store.commit();
            }
            store.sync();
            store.close();
        } finally {
            store.closeImmediately();
        }
    }
}
