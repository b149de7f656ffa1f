package org.claimsledger.store.engine;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.claimsledger.store.StoreLocation.PostgresDatabase;

/** A real PostgreSQL for the tests, started once in each process and stopped with it; each test gets a new database. */
public final class PostgresForTests {

    private static final String USER = "postgres";

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private PostgresForTests() {}

    private static final class Running {

        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** An empty database. */
    public static PostgresDatabase newDatabase() {
        String name = "ledger" + DATABASES.incrementAndGet();
        execute(of("postgres"), "create database " + name);
        return of(name);
    }

    /** An empty schema in a shared database, which is faster to make than a database. */
    static PostgresDatabase newDatabaseWithSchema() {
        String name = "ledger" + DATABASES.incrementAndGet();
        PostgresDatabase shared = of("postgres");
        execute(shared, "create schema " + name);
        return new PostgresDatabase(shared.url() + "?currentSchema=" + name, USER, "");
    }

    private static PostgresDatabase of(String name) {
        return at(Running.SERVER.getPort(), name);
    }

    public static int port() {
        return Running.SERVER.getPort();
    }

    /** The database as it is reached through another port, such as that of a proxy. */
    public static PostgresDatabase throughPort(int port, PostgresDatabase postgresDatabase) {
        return at(
                port, postgresDatabase.name().substring(postgresDatabase.name().lastIndexOf('/') + 1));
    }

    private static PostgresDatabase at(int port, String name) {
        return new PostgresDatabase("jdbc:postgresql://127.0.0.1:" + port + "/" + name, USER, "");
    }

    /** A plain connection, as the owner of everything. */
    public static Connection connect(PostgresDatabase postgresDatabase) throws SQLException {
        return DriverManager.getConnection(
                postgresDatabase.url(), postgresDatabase.user(), postgresDatabase.password());
    }

    public static void execute(PostgresDatabase postgresDatabase, String sql) {
        try (Connection connection = connect(postgresDatabase);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The number that a query gives. */
    public static long number(PostgresDatabase postgresDatabase, String sql) {
        try (Connection connection = connect(postgresDatabase);
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
