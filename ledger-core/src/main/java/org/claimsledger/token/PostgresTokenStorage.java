package org.claimsledger.token;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.store.StoreLocation.PostgresDatabase;
import org.claimsledger.store.postgres.PostgresConnector;
import org.claimsledger.store.postgres.PostgresListener;
import org.claimsledger.token.TokenRegistry.TokenStorageRefused;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.claimsledger.value.Sha256;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tokens in the database that several nodes share. Like those of the ledger, its tables are only added to: a revocation is
 * a row, and so is a day on which a token was used. Every change notifies all nodes.
 */
final class PostgresTokenStorage implements TokenStorage {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresTokenStorage.class);

    private static final PostgresListener.Channel CHANGES =
            new PostgresListener.Channel("claims_ledger_tokens", "ledger-tokens", "The database that keeps the tokens");

    private static final String TABLES_EXIST = """
        select count(*) > 0 from pg_class c
        where c.relnamespace = (select oid from pg_namespace where nspname = current_schema())
            and c.relname = 'api_token'
        """;

    /** A node that creates the tables locks this; the bytes spell "tokens". */
    private static final String CREATION_LOCK = """
        select pg_advisory_xact_lock(%d)
        """.formatted(0x746f6b656e73L);

    private static final List<String> TABLES = List.of("""
        create table api_token (
            id varchar(26) not null primary key,
            name varchar(80) not null unique,
            role varchar(20) not null,
            hash varchar(64) not null unique,
            created bigint not null,
            expires bigint not null)
        """, """
        create table api_token_revoked (
            id varchar(26) not null primary key references api_token,
            revoked bigint not null)
        """, """
        create table api_token_used (
            id varchar(26) not null references api_token,
            day date not null,
            primary key (id, day))
        """, """
        create trigger append_only before update or delete or truncate on api_token
            for each statement execute function refuse_change()
        """, """
        create trigger append_only before update or delete or truncate on api_token_revoked
            for each statement execute function refuse_change()
        """, """
        create trigger append_only before update or delete or truncate on api_token_used
            for each statement execute function refuse_change()
        """, """
        alter table api_token enable always trigger append_only
        """, """
        alter table api_token_revoked enable always trigger append_only
        """, """
        alter table api_token_used enable always trigger append_only
        """);

    private static final String ALL = """
        select t.id, t.name, t.role, t.hash, t.created, t.expires, r.revoked,
            (select max(u.day) from api_token_used u where u.id = t.id)
        from api_token t left join api_token_revoked r on r.id = t.id
        order by t.created, t.id
        """;
    private static final String COUNT = """
        select count(*) from api_token
        """;
    private static final String ADD = """
        insert into api_token (id, name, role, hash, created, expires) values (?, ?, ?, ?, ?, ?)
        """;
    private static final String REVOKE = """
        insert into api_token_revoked (id, revoked) values (?, ?) on conflict do nothing
        """;
    private static final String USE = """
        insert into api_token_used (id, day) values (?, ?) on conflict do nothing
        """;
    private static final String NOTIFY = """
        select pg_notify('%s', '')
        """.formatted(CHANGES.name());

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final PostgresConnector server;
    private @Nullable PostgresListener changeListener;

    private PostgresTokenStorage(PostgresConnector server) {
        this.server = server;
    }

    static PostgresTokenStorage in(PostgresDatabase postgresDatabase) {
        PostgresConnector server = new PostgresConnector(postgresDatabase);
        try (Connection connection = server.connect()) {
            connection.setAutoCommit(false);
            if (!tablesExist(connection)) {
                createTables(connection);
            }
            connection.commit();
            return new PostgresTokenStorage(server);
        } catch (SQLException e) {
            throw new TokenStorageRefused(
                    INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())
                            ? "The database " + server.name()
                                    + " has no tables for tokens, and its user may not make them."
                                    + " Let a node start once as their owner, then grant select and insert."
                            : "The tokens in the database " + server.name() + " cannot be used: " + e.getMessage(),
                    e);
        }
    }

    private static boolean tablesExist(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TABLES_EXIST)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static void createTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(CREATION_LOCK);
            if (!tablesExist(connection)) {
                for (String sql : TABLES) {
                    statement.execute(sql);
                }
            }
        }
    }

    @Override
    public List<Token> all() {
        return inTransaction(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(ALL)) {
                List<Token> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(token(rows));
                }
                return List.copyOf(all);
            }
        });
    }

    private static Token token(ResultSet row) throws SQLException {
        long revoked = row.getLong(7);
        boolean stands = row.wasNull();
        return new Token(
                row.getString(1),
                new TokenName(row.getString(2)),
                Role.of(row.getString(3)).orElseThrow(() -> new SQLException("A token's role is unknown")),
                new Sha256(row.getString(4)),
                instant(row.getLong(5)),
                instant(row.getLong(6)),
                row.getObject(8, LocalDate.class),
                stands ? null : instant(revoked));
    }

    @Override
    public void add(Token token) {
        inTransaction(connection -> {
            requireBelowLimit(connection);
            try (PreparedStatement insert = connection.prepareStatement(ADD)) {
                insert.setString(1, token.id());
                insert.setString(2, token.name().text());
                insert.setString(3, token.role().lowerCaseName());
                insert.setString(4, token.hash().hex());
                insert.setLong(5, micros(token.created()));
                insert.setLong(6, micros(token.expires()));
                insert.executeUpdate();
            } catch (SQLException e) {
                if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                    throw TokenRules.nameTaken();
                }
                throw e;
            }
            return notifyNodes(connection);
        });
    }

    private static void requireBelowLimit(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(COUNT)) {
            row.next();
            TokenRules.requireBelowLimit(row.getInt(1));
        }
    }

    @Override
    public void revoke(String id, Instant now) {
        inTransaction(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(REVOKE)) {
                insert.setString(1, id);
                insert.setLong(2, micros(now));
                insert.executeUpdate();
            }
            return notifyNodes(connection);
        });
    }

    @Override
    public void recordUse(String id, LocalDate day) {
        inTransaction(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(USE)) {
                insert.setString(1, id);
                insert.setObject(2, day);
                return insert.executeUpdate();
            }
        });
    }

    private static boolean notifyNodes(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(NOTIFY);
        }
    }

    @Override
    public void listenForChanges(Runnable changed) {
        var started = new PostgresListener(server, CHANGES, pid -> true, () -> new TokenRowCounts(changed));
        changeListener = started;
        started.start();
    }

    @Override
    public void close() {
        PostgresListener started = changeListener;
        if (started != null) {
            started.close();
        }
    }

    /** Runs on one connection; all that it did is committed when the call returns. */
    @FunctionalInterface
    private interface TransactionWork<T> {
        T run(Connection connection) throws SQLException;
    }

    private <T> T inTransaction(TransactionWork<T> transactionWork) {
        try (Connection connection = server.connect()) {
            connection.setAutoCommit(false);
            T done = transactionWork.run(connection);
            connection.commit();
            return done;
        } catch (SQLException e) {
            if (PostgresConnector.isLost(e)) {
                LOG.warn("The tokens in the database could not be read or changed", e);
                throw Refused.because(
                        RefusalCode.STORE_UNAVAILABLE,
                        "The database that keeps the tokens does not answer; look at their list before you try again");
            }
            throw new IllegalStateException("The tokens in the database could not be read or changed", e);
        }
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
