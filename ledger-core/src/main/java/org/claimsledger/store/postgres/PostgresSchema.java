package org.claimsledger.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.claimsledger.store.LedgerMarker;
import org.claimsledger.store.StoreRefused;
import org.claimsledger.store.StoreRefused.Code;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the ledger that a database holds, or begins one in an empty database. Several nodes may do so at once: one of
 * them begins it, and the others find it.
 */
final class PostgresSchema {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresSchema.class);

    /** The version of the tables that this program reads and writes. */
    private static final int FORMAT_VERSION = 1;

    /** The advisory lock of nodes that begin a ledger; the bytes spell "claims". */
    private static final String CREATION_LOCK = """
        select pg_advisory_xact_lock(%d)
        """.formatted(0x636c61696d73L);

    private static final String STATE = """
        select current_schema(), pg_is_in_recovery(), current_setting('fsync'), current_setting('full_page_writes')
        """;
    private static final String RELATIONS = """
        select c.relname from pg_class c
        where c.relnamespace = (select oid from pg_namespace where nspname = current_schema())
            and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
        order by c.relname
        """;
    private static final String MARKER_COLUMNS = """
        select a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relnamespace = (select oid from pg_namespace where nspname = current_schema())
            and c.relname = 'claims_ledger' and a.attnum > 0 and not a.attisdropped
        """;
    private static final String MARKER = """
        select ledger, format from claims_ledger
        """;
    private static final String INSERT_MARKER = """
        insert into claims_ledger (ledger, format, created) values (?, ?, ?)
        """;

    private final PostgresConnector server;
    private final Connection connection;

    private PostgresSchema(PostgresConnector server, Connection connection) {
        this.server = server;
        this.connection = connection;
    }

    /** The id of the ledger that is there now. */
    static String openOrBegin(PostgresConnector server, InstantSource clock) {
        try (Connection connection = server.connect()) {
            connection.setAutoCommit(false);
            return new PostgresSchema(server, connection).openOrBegin(clock);
        } catch (SQLException e) {
            throw new StoreRefused(
                    Code.UNUSABLE, "The database " + server.name() + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Begins a ledger in the connection's transaction, where the database holds nothing. */
    static void beginWithoutCommit(PostgresConnector server, Connection connection, InstantSource clock)
            throws SQLException {
        PostgresSchema schema = new PostgresSchema(server, connection);
        schema.requireThatItCanBeWritten();
        schema.execute(CREATION_LOCK);
        List<String> relations = schema.strings(RELATIONS);
        if (!relations.isEmpty()) {
            schema.requireALedger(relations);
            throw schema.refused(
                    Code.NOT_EMPTY, "holds a ledger already. Events are restored into an empty database or schema.");
        }
        schema.create(clock);
    }

    private String openOrBegin(InstantSource clock) throws SQLException {
        requireThatItCanBeWritten();
        List<String> relations = strings(RELATIONS);
        if (relations.isEmpty()) {
            execute(CREATION_LOCK);
            relations = strings(RELATIONS);
        }
        if (relations.isEmpty()) {
            return begin(clock);
        }
        requireALedger(relations);
        return ledgerId();
    }

    private void requireThatItCanBeWritten() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(STATE)) {
            row.next();
            if (row.getString(1) == null) {
                throw refused(Code.UNUSABLE, "has no schema to put tables into.");
            }
            if (row.getBoolean(2)) {
                throw refused(Code.UNUSABLE, "is a standby, which only reads. Name the primary server.");
            }
            if (!row.getString(3).equals("on") || !row.getString(4).equals("on")) {
                LOG.warn(
                        "The server of {} runs with fsync or full_page_writes off: what the ledger acknowledges is"
                                + " lost, or damaged, when the machine fails",
                        server.name());
            }
        }
    }

    private String begin(InstantSource clock) throws SQLException {
        String ledger = create(clock);
        connection.commit();
        LOG.info("A ledger was begun in {}", server.name());
        return ledger;
    }

    private String create(InstantSource clock) throws SQLException {
        for (String statement : new PostgresDialect().schema()) {
            execute(statement);
        }
        LedgerMarker marker = LedgerMarker.create(clock);
        try (PreparedStatement insert = connection.prepareStatement(INSERT_MARKER)) {
            insert.setString(1, marker.ledgerId());
            insert.setInt(2, FORMAT_VERSION);
            insert.setString(3, marker.created().toString());
            insert.executeUpdate();
        }
        return marker.ledgerId();
    }

    private void requireALedger(List<String> relations) throws SQLException {
        if (!relations.contains("claims_ledger")
                || !strings(MARKER_COLUMNS).containsAll(List.of("one", "ledger", "format", "created"))) {
            throw refused(
                    Code.FOREIGN,
                    "is neither empty nor a ledger: it holds the table " + relations.getFirst()
                            + ". Name an empty database, or an empty schema with ?currentSchema=….");
        }
    }

    private String ledgerId() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(MARKER)) {
            if (!row.next()) {
                throw refused(Code.DAMAGED, "has lost the row that says which ledger it holds. Restore a backup.");
            }
            if (row.getInt(2) > FORMAT_VERSION) {
                throw refused(
                        Code.NEWER,
                        "holds a ledger of format " + row.getInt(2) + ", and this program reads up to format "
                                + FORMAT_VERSION + ". Use the program that wrote it, or a later one.");
            }
            String ledger = row.getString(1);
            requireAllTables();
            return ledger;
        }
    }

    private void requireAllTables() throws SQLException {
        var missing = new TreeSet<>(PostgresDialect.TABLE_NAMES);
        strings(RELATIONS).forEach(missing::remove);
        if (!missing.isEmpty()) {
            throw refused(Code.DAMAGED, "lacks the table " + missing.first() + ". Restore a backup.");
        }
    }

    private StoreRefused refused(Code code, String what) {
        return new StoreRefused(code, "The database " + server.name() + " " + what, null);
    }

    private List<String> strings(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            var strings = new ArrayList<String>();
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
            return strings;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
