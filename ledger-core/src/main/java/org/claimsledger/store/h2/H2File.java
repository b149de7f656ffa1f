package org.claimsledger.store.h2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.claimsledger.store.sql.Dialect;
import org.h2.engine.Database;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStore.TxCounter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The H2 file that holds the events. H2 writes it when it sees fit; {@link #pinState} and {@link #sync} are the only
 * promise that it makes, the journal stands for everything since.
 *
 * <p>H2 saves its tables one after another. Where a thread of its own does so beside a transaction, a state comes out
 * that holds one table of a group and lacks another, and nothing that would undo it. So that thread is stopped, and
 * H2 writes on the thread that inserts, or between two groups.
 */
public final class H2File implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(H2File.class);

    private static final String NAME = "events";
    private static final String SUFFIX = ".mv.db";

    /** A clean stop makes the file small where less of it than this is in use. */
    private static final double WASTEFUL_BELOW = 0.75;

    /** Beyond this, in bytes in use, a stop would take minutes; the gaps are then left to be filled again. */
    private static final long MAX_COMPACTED_BYTES = 4L << 30;

    private static final String FILL_RATES = """
        select setting_value from information_schema.settings
        where setting_name in ('info.FILL_RATE', 'info.CHUNKS_FILL_RATE')
        """;

    /** Statistics are of no use to statements that all go by a primary key, and gathering them costs. */
    private static final String SETTINGS = ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;ANALYZE_AUTO=0;"
            + "MAX_COMPACT_TIME=0;CACHE_SIZE=" + cacheInKilobytes();

    /** No thread of H2's own writes, and no commit does. */
    private static final int NO_AUTO_COMMIT_DELAY = -1;

    /**
     * Where less than so many percent of the file's parts are in use, some are moved together at each {@link
     * #pinState}.
     */
    private static final int TARGET_FILL_PERCENT = 70;

    /** How many bytes are moved together at once. */
    private static final int COMPACTION_BYTES = 4 << 20;

    private final Path path;
    private final String name;
    private final String url;
    private final Connection ownConnection;
    private final Database database;
    private final MVStore store;
    private TxCounter pinned;
    private boolean wasteful;

    /** Opens the file in a ledger's folder, or makes one where there is none. */
    public H2File(Path folder, Disk disk) throws SQLException {
        this.path = path(folder);
        this.name = disk.nameForH2(path);
        this.url = url(folder, disk) + SETTINGS;
        this.ownConnection = connect();
        this.database = databaseOf(ownConnection);
        this.store = database.getStore().getMvStore();
        store.setAutoCommitDelay(NO_AUTO_COMMIT_DELAY);
        this.pinned = store.registerVersionUsage();
        store.setRetentionTime(0);
    }

    private static MVStore storeOf(Connection connection) throws SQLException {
        return databaseOf(connection).getStore().getMvStore();
    }

    private static Database databaseOf(Connection connection) throws SQLException {
        if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
            return session.getDatabase();
        }
        throw new IllegalStateException("H2 runs elsewhere");
    }

    /** An eighth of the memory that Java may use, and no more than a quarter of a gigabyte. */
    private static long cacheInKilobytes() {
        return Math.clamp(Runtime.getRuntime().maxMemory() / 8 / 1024, 16 * 1024, 256 * 1024);
    }

    private static String url(Path folder, Disk disk) {
        return "jdbc:h2:" + disk.nameForH2(folder.resolve(NAME));
    }

    public static Path path(Path folder) {
        return folder.resolve(NAME + SUFFIX);
    }

    static boolean exists(Path folder) {
        return Files.exists(path(folder));
    }

    /** A connection that reads the file as it is and changes nothing, not even where it was not closed cleanly. */
    static Connection readOnly(Path folder, Disk disk) throws SQLException {
        return connect(
                url(folder, disk) + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;IFEXISTS=TRUE;ACCESS_MODE_DATA=r");
    }

    /** H2's number of the state that a connection reads. */
    static long version(Connection connection) throws SQLException {
        return storeOf(connection).getCurrentVersion();
    }

    /** The state of a file that was stopped cleanly; null where it was not. */
    static @Nullable H2FileState cleanlyStopped(Connection connection, Path folder, Disk disk)
            throws SQLException, IOException {
        return H2FileState.cleanlyStopped(storeOf(connection), disk.nameForH2(path(folder)));
    }

    public Connection connect() throws SQLException {
        return connect(url);
    }

    private static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, "ledger", "");
    }

    public void create(Dialect dialect) throws SQLException {
        for (String statement : dialect.schema()) {
            execute(statement);
        }
    }

    /** A state of the file, held on to until it is released. */
    record PinnedState(H2FileState state, TxCounter counter) {}

    /** Hands the file's state over to the system, and holds on to it. Must be called between groups. */
    PinnedState pinState() throws IOException {
        store.compact(TARGET_FILL_PERCENT, COMPACTION_BYTES);
        H2FileState state = H2FileState.committed(store, name);
        return new PinnedState(state, store.registerVersionUsage());
    }

    /** Returns when everything that was handed over before is on disk. */
    void sync() {
        store.sync();
    }

    /** Releases a state of which no mark was made; the one held before is kept. */
    void unpin(PinnedState unmarked) {
        store.deregisterVersionUsage(unmarked.counter());
    }

    /** Releases the state held before; from now on this one is kept. */
    void replacePinned(PinnedState next) {
        TxCounter before = pinned;
        pinned = next.counter();
        store.deregisterVersionUsage(before);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = ownConnection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A clean stop: all is written and on disk. Until that is done, the state held last is left as it is. */
    @Override
    public void close() throws SQLException {
        wasteful = isWasteful();
        store.setReuseSpace(false);
        store.deregisterVersionUsage(pinned);
        execute("shutdown");
    }

    /** Makes a closed file small where much of it is not in use: a new one that takes its place when it is complete. */
    void compact() {
        if (wasteful && path.toFile().getUsableSpace() > path.toFile().length()) {
            try {
                MVStore.compact(name, true, null);
            } catch (RuntimeException e) {
                LOG.warn("The events file was not made smaller; it is whole", e);
            }
        }
    }

    private boolean isWasteful() throws SQLException {
        double used = usedFraction();
        return used < WASTEFUL_BELOW && path.toFile().length() * used < MAX_COMPACTED_BYTES;
    }

    /** The part of the file that is in use: of the chunks in the file, and of the pages in the chunks. */
    private double usedFraction() throws SQLException {
        double used = 1;
        try (Statement statement = ownConnection.createStatement();
                ResultSet rates = statement.executeQuery(FILL_RATES)) {
            while (rates.next()) {
                used *= rates.getInt(1) / 100.0;
            }
        }
        return used;
    }

    /** Closes the file without writing to it, also if H2 gave up on it before. */
    public void abandon() {
        try {
            execute("shutdown immediately");
        } catch (SQLException e) {
            LOG.warn("The events file was let go, and H2 had something to say about it", e);
            database.shutdownImmediately();
        }
    }
}
