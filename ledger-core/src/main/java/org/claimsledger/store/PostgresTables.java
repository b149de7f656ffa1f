package org.claimsledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tables in a database that other nodes append to as well. A group begins with a lock that all nodes take, and with
 * a look at how far the ledger goes; the commit lets go of it.
 *
 * <p>Where the database goes away, the group in hand is refused and the next one tries again. Where a commit was sent
 * and its answer was lost, the events are looked for, under the lock, until it is known what became of them.
 */
final class PostgresTables implements Sequencer.Ledger {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresTables.class);

    /** How long a lost commit is looked for before its callers are told that nobody knows. */
    static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final long PAUSE = 200;
    private static final String LOCKED = "55P03";

    /**
     * Two statements in one message, each with its own snapshot: the second sees what was committed before the lock was
     * given. A row that is locked, and not updated, leaves nothing behind for vacuum.
     */
    private static final String BEGIN = """
        select ledger from claims_ledger for update;
        """ + PostgresExtent.SELECT;

    private static final String TELL = """
        notify claims_ledger
        """;
    private static final String IDS = """
        select position, id from event where position >= ? and position <= ? order by position
        """;

    private final PostgresServer server;
    private final String ledger;
    private final EventTypes types;
    private final TagIds tagIds;
    private @Nullable Writing writing;
    private volatile int process;

    PostgresTables(PostgresServer server, String ledger, EventTypes types, TagIds tagIds) {
        this.server = server;
        this.ledger = ledger;
        this.types = types;
        this.tagIds = tagIds;
    }

    /** One connection and what is prepared on it. */
    private final class Writing {

        private final Connection connection;
        private final EventTables tables;
        private final PreparedStatement begin;
        private final PreparedStatement tell;

        Writing(Connection connection) throws SQLException {
            this.connection = connection;
            this.tables = new EventTables(connection, types, tagIds);
            connection.rollback();
            begin = connection.prepareStatement(BEGIN);
            tell = connection.prepareStatement(TELL);
            process = connection.unwrap(PGConnection.class).getBackendPID();
        }

        Head.Last begin() throws SQLException {
            begin.execute();
            requireTheSameLedger(begin.getResultSet());
            begin.getMoreResults();
            PostgresExtent extent = PostgresExtent.of(begin.getResultSet());
            if (extent.lastType() > types.count()) {
                types.load(connection);
            }
            tables.tagsGoUpTo(extent.lastTag());
            return extent.last();
        }

        void insert(List<SequencedEvent> group) throws SQLException {
            tables.insert(group);
            tell.execute();
        }
    }

    private void requireTheSameLedger(ResultSet row) throws SQLException {
        if (!row.next() || !row.getString(1).equals(ledger)) {
            throw new IllegalStateException(
                    "The database " + server.name() + " does not hold the ledger " + ledger + " any more");
        }
    }

    /** The server's process for the connection that writes: what it tells is no news. */
    int process() {
        return process;
    }

    @Override
    public Head.Last begin() {
        try {
            return beginOnALivingConnection();
        } catch (SQLException e) {
            lose();
            throw new StoreUnavailable(
                    LOCKED.equals(e.getSQLState())
                            ? "The ledger's database is locked by somebody else; nothing was recorded"
                            : "The ledger's database does not answer; nothing was recorded (" + e.getMessage() + ")",
                    e);
        } catch (RuntimeException e) {
            lose();
            throw e;
        }
    }

    /** A connection that was lost since the last group is replaced, which nobody needs to know. */
    private Head.Last beginOnALivingConnection() throws SQLException {
        Writing kept = writing;
        if (kept != null) {
            try {
                return kept.begin();
            } catch (SQLException e) {
                if (!PostgresServer.isLost(e)) {
                    throw e;
                }
                lose();
            }
        }
        Writing fresh = connect();
        writing = fresh;
        return fresh.begin();
    }

    private Writing connect() throws SQLException {
        Connection connection = server.connect();
        try {
            return new Writing(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public void write(List<SequencedEvent> group) {
        Writing now = Objects.requireNonNull(writing, "nothing was begun");
        try {
            now.insert(group);
        } catch (SQLException e) {
            lose();
            throw new StoreUnavailable(
                    "The ledger's database did not take the events; nothing was recorded (" + e.getMessage() + ")", e);
        }
        try {
            now.connection.commit();
        } catch (SQLException e) {
            LOG.warn("The answer to a commit was lost; what became of it is looked for", e);
            giveBack();
            requireRecorded(group, e);
        }
        now.tables.committed();
    }

    private void requireRecorded(List<SequencedEvent> group, SQLException lost) {
        if (!wasRecorded(group, lost)) {
            types.forget();
            throw new StoreUnavailable(
                    "The ledger's database went away before the events were committed; nothing was recorded", lost);
        }
    }

    /**
     * Whether the group is there. Asked under the lock, which is free only after the lost connection's transaction has
     * ended, one way or the other.
     */
    private boolean wasRecorded(List<SequencedEvent> group, SQLException lost) {
        long began = System.nanoTime();
        while (true) {
            try (Connection connection = server.connect()) {
                return isThere(group, connection);
            } catch (SQLException e) {
                lost.addSuppressed(e);
                if (System.nanoTime() - began > PATIENCE.toNanos() || !pause()) {
                    types.forget();
                    throw new StoreUnavailable(
                            "The ledger's database went away while it committed; nobody knows yet whether the events"
                                    + " were recorded. Send the same again with the same Idempotency-Key, or look",
                            lost);
                }
            }
        }
    }

    private boolean isThere(List<SequencedEvent> group, Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement lock = connection.prepareStatement(BEGIN);
                PreparedStatement select = connection.prepareStatement(IDS)) {
            lock.execute();
            requireTheSameLedger(lock.getResultSet());
            select.setLong(1, group.getFirst().position());
            select.setLong(2, group.getLast().position());
            var ids = new ArrayList<String>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(2));
                }
            }
            return ids.equals(group.stream().map(event -> event.event().id()).toList());
        } finally {
            connection.rollback();
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void giveUp() {
        Writing now = writing;
        if (now != null) {
            try {
                now.tables.rollback();
            } catch (SQLException e) {
                LOG.debug("A connection did not roll back and is not used any more", e);
                lose();
            }
        }
    }

    /** The connection is not used any more, and what was not committed on it is gone. */
    private void lose() {
        giveBack();
        types.forget();
    }

    private void giveBack() {
        Writing now = writing;
        writing = null;
        if (now != null) {
            try {
                now.connection.close();
            } catch (SQLException e) {
                LOG.debug("A connection that is not used any more did not close", e);
            }
        }
    }

    void close() {
        lose();
    }
}
