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
 * The versions in which H2 writes its file. Left to itself H2 writes one in the background while somebody changes tables,
 * and what it takes down of one table can be later than what it takes down of another: after a kill such a file held rows
 * beyond the position that it named. So nothing is written in the background here, but only by the thread that changes
 * tables, and the version of a moment when nothing was in hand is kept until there is a later one.
 */
public final class H2Versions {

    static final String SUFFIX = ".mv.db";

    private static final int ENOUGH_LIVE = 50;
    private static final int REWRITTEN_AT_ONCE = 4 << 20;

    private final MVStore store;
    private MVStore.@Nullable TxCounter retainedVersion;

    /** Writes and commits something by which a version can be known again. */
    @FunctionalInterface
    public interface SignatureWriter {
        void write() throws SQLException;
    }

    /** Notes durably which version it is that was kept. */
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
     * Writes all that was committed to disk, synced, as a version that nothing overwrites until the next one is noted. To
     * be called by the thread that changes tables, when it has committed.
     *
     * <p>It takes two versions. The first one still lists parts of the file that are no longer needed; H2 forgets them
     * with the second, which overwrites nothing, and only then can that one be told complete at an opening.
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

    /** Nothing is kept any longer, since the file is about to be closed. */
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
     * Takes a closed file back to a version that was kept of it. What came later stays in the file, unused; so that nobody
     * takes it for something newer, the versions that follow are numbered beyond it.
     *
     * @throws MVStoreException where the file does not hold the version any more, or cannot be read
     * @throws IllegalArgumentException where it never held it
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
