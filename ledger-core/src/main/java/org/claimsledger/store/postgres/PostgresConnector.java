package org.claimsledger.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.claimsledger.store.StoreLocation.PostgresDatabase;
import org.postgresql.Driver;

/**
 * Opens connections to the database with the settings that the store relies on. Tokens, which are kept there too, use
 * the same.
 */
public final class PostgresConnector {

    /**
     * All statements go by a primary key, so that no plan depends on statistics that are late or wrong. Commits wait
     * for the disk, whatever the server's default is. A node that finds the ledger locked for too long is refused,
     * and a node that is stuck while it has the lock loses it.
     */
    private static final String SESSION = """
        set session characteristics as transaction isolation level read committed;
        select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off';
        set lock_timeout = '5s';
        set idle_in_transaction_session_timeout = '10s';
        set plan_cache_mode = force_generic_plan;
        set enable_seqscan = off;
        set enable_bitmapscan = off;
        set enable_hashjoin = off;
        set enable_mergejoin = off;
        set enable_material = off;
        set jit = off
        """;

    private static final String CONNECTION_EXCEPTIONS = "08";
    private static final String OPERATOR_INTERVENTIONS = "57P";
    private static final String IDLE_TOO_LONG = "25P03";

    private final PostgresDatabase postgresDatabase;
    private final Driver driver = new Driver();

    public PostgresConnector(PostgresDatabase postgresDatabase) {
        this.postgresDatabase = postgresDatabase;
    }

    /** The database's address without its parameters. */
    public String name() {
        return postgresDatabase.name();
    }

    public Connection connect() throws SQLException {
        Connection connection = driver.connect(postgresDatabase.url(), properties());
        if (connection == null) {
            throw new SQLException("The address " + name() + " is not one of PostgreSQL", "08001");
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(SESSION);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Times in seconds. Parameters of the address take precedence. */
    private Properties properties() {
        var properties = new Properties();
        if (postgresDatabase.user() != null) {
            properties.setProperty("user", postgresDatabase.user());
        }
        if (postgresDatabase.password() != null) {
            properties.setProperty("password", postgresDatabase.password());
        }
        properties.setProperty("ApplicationName", "claims-ledger");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "30");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("prepareThreshold", "1");
        return properties;
    }

    /** Whether the connection is gone: broken, or ended by the server. */
    public static boolean isLost(SQLException failure) {
        String state = failure.getSQLState();
        return state != null
                && (state.startsWith(CONNECTION_EXCEPTIONS)
                        || state.startsWith(OPERATOR_INTERVENTIONS)
                        || state.equals(IDLE_TOO_LONG));
    }
}
