package org.claimsledger.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The H2 file that holds the events. It is written to disk when H2 sees fit, some hundred milliseconds after a commit;
 * {@link #checkpoint} is the only promise it makes, the journal stands for everything since.
 *
 * <p>Opened over H2's {@code async} files, since a thread that is interrupted while it reads any other kind closes the
 * database for everybody.
 */
final class H2File implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(H2File.class);

    private static final String NAME = "events";
    private static final String SUFFIX = ".mv.db";

    /** A clean stop makes the file small where less of it than this is in use. */
    private static final double WASTEFUL = 0.75;

    /** Beyond this, in bytes in use, a stop would take minutes; the gaps are then left to be filled again. */
    private static final long MOST_TO_COMPACT = 4L << 30;

    private static final String FILL_RATES = """
        select setting_value from information_schema.settings
        where setting_name in ('info.FILL_RATE', 'info.CHUNKS_FILL_RATE')
        """;

    /**
     * Statistics are of no use to statements that all go by a primary key, and gathering them costs; so does making
     * the file small while it is being written.
     */
    private static final String SETTINGS = ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;ANALYZE_AUTO=0;"
            + "AUTO_COMPACT_FILL_RATE=70;CACHE_SIZE=" + cacheInKilobytes();

    private final Path path;
    private final String url;
    private final Connection keeper;

    /** Opens the file in a ledger's folder, or makes one where there is none. */
    H2File(Path folder) throws SQLException {
        this.path = path(folder);
        this.url = url(folder) + SETTINGS;
        this.keeper = connect();
    }

    /** An eighth of the memory that Java may use, and no more than a quarter of a gigabyte. */
    private static long cacheInKilobytes() {
        return Math.clamp(Runtime.getRuntime().maxMemory() / 8 / 1024, 16 * 1024, 256 * 1024);
    }

    private static String url(Path folder) {
        return "jdbc:h2:async:" + folder.toAbsolutePath().resolve(NAME);
    }

    static Path path(Path folder) {
        return folder.resolve(NAME + SUFFIX);
    }

    static boolean exists(Path folder) {
        return Files.exists(path(folder));
    }

    /** A connection that reads the file as it is and changes nothing, not even where it was not closed cleanly. */
    static Connection readOnly(Path folder) throws SQLException {
        return connect(url(folder) + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;IFEXISTS=TRUE;ACCESS_MODE_DATA=r");
    }

    Connection connect() throws SQLException {
        return connect(url);
    }

    private static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, "ledger", "");
    }

    void create(Dialect dialect) throws SQLException {
        for (String statement : dialect.schema()) {
            execute(statement);
        }
    }

    /** Returns when everything that was committed before the call is on disk. */
    void checkpoint() throws SQLException {
        execute("checkpoint sync");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = keeper.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A clean stop: all is written and, within bounds, compact. */
    @Override
    public void close() throws SQLException {
        execute(isWasteful() ? "shutdown compact" : "shutdown");
    }

    private boolean isWasteful() throws SQLException {
        double used = used();
        return used < WASTEFUL && path.toFile().length() * used < MOST_TO_COMPACT;
    }

    /** The part of the file that is in use: of the chunks in the file, and of the pages in the chunks. */
    private double used() throws SQLException {
        double used = 1;
        try (Statement statement = keeper.createStatement();
                ResultSet rates = statement.executeQuery(FILL_RATES)) {
            while (rates.next()) {
                used *= rates.getInt(1) / 100.0;
            }
        }
        return used;
    }

    /** Lets go of the file without writing to it. */
    void abandon() {
        try {
            execute("shutdown immediately");
        } catch (SQLException e) {
            LOG.warn("The events file was let go, and H2 had something to say about it", e);
        }
    }
}
