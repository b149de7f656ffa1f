package org.claimsledger.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import org.claimsledger.store.Restoration;
import org.claimsledger.store.StoreLocation.PostgresDatabase;
import org.claimsledger.store.StoreRefused;
import org.claimsledger.store.StoreRefused.Code;
import org.claimsledger.store.StoreStopped;
import org.claimsledger.store.sql.BulkEventWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A restoration into an empty database, in one transaction from the first table to the last key: nobody sees any of it
 * before the commit, and if it breaks off, the database is as empty as before.
 */
public final class PostgresRestoration implements Restoration {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresRestoration.class);

    /** Events may come slowly, out of a pipe. */
    private static final String NO_IDLE_TIMEOUT = """
        set idle_in_transaction_session_timeout = 0
        """;

    private final PostgresConnector server;
    private final Connection connection;
    private final BulkEventWriter tables;

    private PostgresRestoration(PostgresConnector server, Connection connection) throws SQLException {
        this.server = server;
        this.connection = connection;
        this.tables = new BulkEventWriter(connection, BulkEventWriter.CACHED_TAG_IDS, () -> {});
    }

    public static Restoration begin(PostgresDatabase postgresDatabase, InstantSource clock) {
        PostgresConnector server = new PostgresConnector(postgresDatabase);
        try {
            Connection connection = server.connect();
            try (Statement statement = connection.createStatement()) {
                statement.execute(NO_IDLE_TIMEOUT);
                connection.setAutoCommit(false);
                PostgresSchema.beginWithoutCommit(server, connection, clock);
                return new PostgresRestoration(server, connection);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new StoreRefused(
                    Code.UNUSABLE, "The database " + server.name() + " cannot be used: " + e.getMessage(), e);
        }
    }

    @Override
    public void write(List<RestoredEvent> group) {
        tables.restore(group);
    }

    @Override
    public void complete() {
        try {
            tables.finish();
            connection.commit();
            connection.close();
        } catch (SQLException e) {
            throw new StoreStopped("The ledger in " + server.name() + " could not be completed: " + e, e);
        }
    }

    /** A connection that is closed before its commit leaves nothing. */
    @Override
    public void close() {
        try {
            if (!connection.isClosed()) {
                connection.rollback();
                connection.close();
            }
        } catch (SQLException e) {
            LOG.debug("A connection that is not used any more did not close", e);
        }
    }
}
