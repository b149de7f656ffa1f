package org.claimsledger.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.claimsledger.store.StoreLimits;
import org.claimsledger.store.StoreLocation.PostgresDatabase;
import org.claimsledger.store.StoreRefused;
import org.claimsledger.store.StoreRefused.Code;
import org.claimsledger.store.append.LedgerHead;
import org.claimsledger.store.append.Sequencer;
import org.claimsledger.store.sql.ConnectionPool;
import org.claimsledger.store.sql.ConnectionPool.PooledConnection;
import org.claimsledger.store.sql.EventTypeDictionary;
import org.claimsledger.store.sql.StorageBackend;
import org.claimsledger.store.sql.TagDictionary;
import org.jspecify.annotations.Nullable;

/** A database that several nodes share. */
public final class PostgresBackend implements StorageBackend {

    private static final PostgresListener.Channel APPENDS =
            new PostgresListener.Channel("claims_ledger", "ledger-follower", "The ledger's database");

    private final PostgresConnector server;
    private final String ledger;
    private final EventTypeDictionary types = new EventTypeDictionary();
    private final TagDictionary tagDictionary;
    private final PostgresGroupStore tables;
    private final ConnectionPool connectionPool;
    private final LedgerHead.LastEvent end;
    private @Nullable PostgresListener listener;
    private @Nullable Consumer<LedgerHead.LastEvent> headConsumer;

    private PostgresBackend(PostgresConnector server, String ledger, StoreLimits limits) throws SQLException {
        this.server = server;
        this.ledger = ledger;
        this.tagDictionary = new TagDictionary(limits.cachedTagIds());
        this.tables = new PostgresGroupStore(server, ledger, types, tagDictionary);
        this.connectionPool = new ConnectionPool(server::connect, PostgresConnector::isLost);
        this.end = loadLastIds().last();
    }

    public static PostgresBackend open(PostgresDatabase postgresDatabase, InstantSource clock, StoreLimits limits) {
        var server = new PostgresConnector(postgresDatabase);
        String ledger = PostgresSchema.openOrBegin(server, clock);
        try {
            return new PostgresBackend(server, ledger, limits);
        } catch (SQLException e) {
            throw new StoreRefused(
                    Code.UNUSABLE, "The ledger in " + server.name() + " could not be opened: " + e.getMessage(), e);
        }
    }

    private PostgresLastIds loadLastIds() throws SQLException {
        try (Connection connection = server.connect();
                PreparedStatement select = connection.prepareStatement(PostgresLastIds.SELECT)) {
            PostgresLastIds lastIds = PostgresLastIds.of(select);
            types.load(connection);
            return lastIds;
        }
    }

    @Override
    public String ledgerId() {
        return ledger;
    }

    @Override
    public LedgerHead.LastEvent lastEvent() {
        return end;
    }

    @Override
    public ConnectionPool connections() {
        return connectionPool;
    }

    @Override
    public EventTypeDictionary typeDictionary() {
        return types;
    }

    @Override
    public TagDictionary tagDictionary() {
        return tagDictionary;
    }

    @Override
    public Sequencer.GroupStore groupStore() {
        return tables;
    }

    @Override
    public void listenForAppends(Consumer<LedgerHead.LastEvent> consumer) {
        var started = new PostgresListener(
                server,
                APPENDS,
                pid -> pid != tables.backendPid(),
                () -> connection -> consumer.accept(readHead(connection)));
        headConsumer = consumer;
        listener = started;
        started.start();
    }

    @Override
    public void refresh() {
        Consumer<LedgerHead.LastEvent> consumer = headConsumer;
        if (consumer != null) {
            consumer.accept(connectionPool.read(this::readHead));
        }
    }

    /** The last event of any node; its type is known here when this returns. */
    private LedgerHead.LastEvent readHead(PooledConnection connection) throws SQLException {
        PostgresLastIds lastIds = PostgresLastIds.of(connection.statement(PostgresLastIds.SELECT));
        if (lastIds.lastTypeId() > types.count()) {
            types.load(connection.connection());
        }
        return lastIds.last();
    }

    @Override
    public void close() {
        PostgresListener started = listener;
        if (started != null) {
            started.close();
        }
        tables.close();
    }

    @Override
    public String toString() {
        return server.name();
    }
}
