package org.claimsledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.claimsledger.store.LedgerStore.Limits;
import org.claimsledger.store.StoreLocation.Database;
import org.claimsledger.store.StoreRefused.Code;
import org.jspecify.annotations.Nullable;

/** A database that several nodes share. */
final class PostgresFoundation implements Foundation {

    private final PostgresServer server;
    private final String ledger;
    private final EventTypes types = new EventTypes();
    private final TagIds tagIds;
    private final PostgresTables tables;
    private final Connections connections;
    private final Head.Last end;
    private @Nullable PostgresFollower follower;
    private @Nullable Consumer<Head.Last> news;

    private PostgresFoundation(PostgresServer server, String ledger, Limits limits) throws SQLException {
        this.server = server;
        this.ledger = ledger;
        this.tagIds = new TagIds(limits.knownTagIds());
        this.tables = new PostgresTables(server, ledger, types, tagIds);
        this.connections = new Connections(server::connect, PostgresServer::isLost);
        this.end = extent().last();
    }

    static PostgresFoundation open(Database database, InstantSource clock, Limits limits) {
        var server = new PostgresServer(database);
        String ledger = PostgresSchema.openOrBegin(server, clock);
        try {
            return new PostgresFoundation(server, ledger, limits);
        } catch (SQLException e) {
            throw new StoreRefused(
                    Code.UNUSABLE, "The ledger in " + server.name() + " could not be opened: " + e.getMessage(), e);
        }
    }

    private PostgresExtent extent() throws SQLException {
        try (Connection connection = server.connect();
                PreparedStatement select = connection.prepareStatement(PostgresExtent.SELECT)) {
            PostgresExtent extent = PostgresExtent.of(select);
            types.load(connection);
            return extent;
        }
    }

    @Override
    public String ledger() {
        return ledger;
    }

    @Override
    public Head.Last end() {
        return end;
    }

    @Override
    public Connections connections() {
        return connections;
    }

    @Override
    public EventTypes types() {
        return types;
    }

    @Override
    public TagIds tagIds() {
        return tagIds;
    }

    @Override
    public Sequencer.Ledger tables() {
        return tables;
    }

    @Override
    public void follow(Consumer<Head.Last> told) {
        var following = new PostgresFollower(server, types, tables::process, told);
        news = told;
        follower = following;
        following.start();
    }

    @Override
    public void refresh() {
        Consumer<Head.Last> told = news;
        if (told == null) {
            return;
        }
        told.accept(connections.read(reading -> {
            PostgresExtent extent = PostgresExtent.of(reading.prepared(PostgresExtent.SELECT));
            if (extent.lastType() > types.count()) {
                types.load(reading.connection());
            }
            return extent.last();
        }));
    }

    @Override
    public void close() {
        PostgresFollower following = follower;
        if (following != null) {
            following.close();
        }
        tables.close();
    }

    @Override
    public String toString() {
        return server.name();
    }
}
