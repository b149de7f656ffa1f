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
    private final PostgresGroupStore tables;
    private final OpenedLedger ledger;
    private @Nullable PostgresListener listener;
    private @Nullable Consumer<LedgerHead.LastEvent> headConsumer;

    private PostgresBackend(PostgresConnector server, String ledgerId, StoreLimits limits) throws SQLException {
        this.server = server;
        var types = new EventTypeDictionary();
        var tagDictionary = new TagDictionary(limits.cachedTagIds());
        this.tables = new PostgresGroupStore(server, ledgerId, types, tagDictionary);
        this.ledger = new OpenedLedger(
                ledgerId,
                loadLastEvent(server, types),
                new ConnectionPool(server::connect, PostgresConnector::isLost),
                types,
                tagDictionary,
                tables);
    }

    public static PostgresBackend open(PostgresDatabase postgresDatabase, InstantSource clock, StoreLimits limits) {
        var server = new PostgresConnector(postgresDatabase);
        String ledgerId = PostgresSchema.openOrBegin(server, clock);
        try {
            return new PostgresBackend(server, ledgerId, limits);
        } catch (SQLException e) {
            throw new StoreRefused(
                    Code.UNUSABLE, "The ledger in " + server.name() + " could not be opened: " + e.getMessage(), e);
        }
    }

    private static LedgerHead.LastEvent loadLastEvent(PostgresConnector server, EventTypeDictionary types)
            throws SQLException {
        try (Connection connection = server.connect();
                PreparedStatement select = connection.prepareStatement(PostgresLastIds.SELECT)) {
            PostgresLastIds lastIds = PostgresLastIds.of(select);
            types.load(connection);
            return lastIds.last();
        }
    }

    @Override
    public OpenedLedger ledger() {
        return ledger;
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
            consumer.accept(ledger.connections().read(this::readHead));
        }
    }

    /** The last event of any node; its type is known here when this returns. */
    private LedgerHead.LastEvent readHead(PooledConnection connection) throws SQLException {
        PostgresLastIds lastIds = PostgresLastIds.of(connection.statement(PostgresLastIds.SELECT));
        EventTypeDictionary types = ledger.typeDictionary();
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
