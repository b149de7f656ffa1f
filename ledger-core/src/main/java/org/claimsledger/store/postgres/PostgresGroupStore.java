package org.claimsledger.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.claimsledger.store.StoreUnavailable;
import org.claimsledger.store.append.LedgerHead;
import org.claimsledger.store.append.SequencedEvent;
import org.claimsledger.store.append.Sequencer;
import org.claimsledger.store.sql.EventTypeDictionary;
import org.claimsledger.store.sql.EventWriter;
import org.claimsledger.store.sql.TagDictionary;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tables in a database that other nodes append to as well. A group begins with a lock that all nodes take and with
 * a look at the ledger's last event; the commit releases the lock.
 *
 * <p>If the database goes away, the current group is refused and the next one tries again. If a commit was sent and its
 * answer was lost, the events are looked for, under the lock, until it is known whether they were recorded.
 */
final class PostgresGroupStore implements Sequencer.GroupStore {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresGroupStore.class);

    /** How long a lost commit is looked for before its callers hear that nobody knows. */
    static final Duration LOST_COMMIT_TIMEOUT = Duration.ofSeconds(15);

    private static final long RETRY_MILLIS = 200;
    private static final String LOCKED = "55P03";

    /**
     * Two statements in one message, each with its own snapshot: the second sees what was committed before the lock was
     * given. A row that is locked, and not updated, leaves nothing behind for vacuum.
     */
    private static final String BEGIN = """
        select ledger from claims_ledger for update;
        """ + PostgresLastIds.SELECT;

    private static final String NOTIFY = """
        notify claims_ledger
        """;
    private static final String IDS = """
        select position, id from event where position >= ? and position <= ? order by position
        """;

    private final PostgresConnector server;
    private final String ledgerId;
    private final EventTypeDictionary types;
    private final TagDictionary tagDictionary;
    private @Nullable WriteConnection writeConnection;
    private volatile int backendPid;

    PostgresGroupStore(
            PostgresConnector server, String ledger, EventTypeDictionary types, TagDictionary tagDictionary) {
        this.server = server;
        this.ledgerId = ledger;
        this.types = types;
        this.tagDictionary = tagDictionary;
    }

    /** One connection and its prepared statements. */
    private final class WriteConnection {

        private final Connection connection;
        private final EventWriter eventWriter;
        private final PreparedStatement begin;
        private final PreparedStatement notifyNodes;

        WriteConnection(Connection connection) throws SQLException {
            this.connection = connection;
            this.eventWriter = new EventWriter(connection, types, tagDictionary);
            connection.rollback();
            begin = connection.prepareStatement(BEGIN);
            notifyNodes = connection.prepareStatement(NOTIFY);
            backendPid = connection.unwrap(PGConnection.class).getBackendPID();
        }

        LedgerHead.LastEvent begin() throws SQLException {
            begin.execute();
            requireTheSameLedger(begin.getResultSet());
            begin.getMoreResults();
            PostgresLastIds lastIds = PostgresLastIds.of(begin.getResultSet());
            if (lastIds.lastTypeId() > types.count()) {
                types.load(connection);
            }
            eventWriter.setLastTagId(lastIds.lastTagId());
            return lastIds.last();
        }

        void insert(List<SequencedEvent> group) throws SQLException {
            eventWriter.insert(group);
            notifyNodes.execute();
        }
    }

    private void requireTheSameLedger(ResultSet row) throws SQLException {
        if (!row.next() || !row.getString(1).equals(ledgerId)) {
            throw new IllegalStateException(
                    "The database " + server.name() + " does not hold the ledger " + ledgerId + " any more");
        }
    }

    /** The server's process for the connection that writes: its notifications are no news. */
    int backendPid() {
        return backendPid;
    }

    @Override
    public LedgerHead.LastEvent begin() {
        try {
            return beginOnALivingConnection();
        } catch (SQLException e) {
            discardConnection();
            throw new StoreUnavailable(
                    LOCKED.equals(e.getSQLState())
                            ? "The ledger's database is locked by somebody else; nothing was recorded"
                            : "The ledger's database does not answer; nothing was recorded (" + e.getMessage() + ")",
                    e);
        } catch (RuntimeException e) {
            discardConnection();
            throw e;
        }
    }

    /** Replaces a connection that was lost since the last group. */
    private LedgerHead.LastEvent beginOnALivingConnection() throws SQLException {
        WriteConnection kept = writeConnection;
        if (kept != null) {
            try {
                return kept.begin();
            } catch (SQLException e) {
                if (!PostgresConnector.isLost(e)) {
                    throw e;
                }
                discardConnection();
            }
        }
        WriteConnection fresh = connect();
        writeConnection = fresh;
        return fresh.begin();
    }

    private WriteConnection connect() throws SQLException {
        Connection connection = server.connect();
        try {
            return new WriteConnection(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public void write(List<SequencedEvent> group) {
        WriteConnection now = Objects.requireNonNull(writeConnection, "nothing was begun");
        try {
            now.insert(group);
        } catch (SQLException e) {
            discardConnection();
            throw new StoreUnavailable(
                    "The ledger's database did not take the events; nothing was recorded (" + e.getMessage() + ")", e);
        }
        try {
            now.connection.commit();
        } catch (SQLException e) {
            LOG.warn("The answer to a commit was lost; what became of it is looked for", e);
            closeConnection();
            requireRecorded(group, e);
        }
        now.eventWriter.committed();
    }

    private void requireRecorded(List<SequencedEvent> group, SQLException lost) {
        if (!wasRecorded(group, lost)) {
            types.rolledBack();
            throw new StoreUnavailable(
                    "The ledger's database went away before the events were committed; nothing was recorded", lost);
        }
    }

    /**
     * Whether the group is stored. It is read under the lock, which is free only after the lost connection's
     * transaction has ended, one way or the other.
     */
    private boolean wasRecorded(List<SequencedEvent> group, SQLException lost) {
        long began = System.nanoTime();
        while (true) {
            try (Connection connection = server.connect()) {
                return isRecorded(group, connection);
            } catch (SQLException e) {
                lost.addSuppressed(e);
                if (System.nanoTime() - began > LOST_COMMIT_TIMEOUT.toNanos() || !pause()) {
                    types.rolledBack();
                    throw new StoreUnavailable(
                            "The ledger's database went away while it committed; nobody knows yet whether the events"
                                    + " were recorded. Send the same again with the same Idempotency-Key, or look",
                            lost);
                }
            }
        }
    }

    private boolean isRecorded(List<SequencedEvent> group, Connection connection) throws SQLException {
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
            Thread.sleep(RETRY_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void rollback() {
        WriteConnection now = writeConnection;
        if (now != null) {
            try {
                now.eventWriter.rollback();
            } catch (SQLException e) {
                LOG.debug("A connection did not roll back and is not used any more", e);
                discardConnection();
            }
        }
    }

    /** The connection is not used any more, and what was not committed on it is gone. */
    private void discardConnection() {
        closeConnection();
        types.rolledBack();
    }

    private void closeConnection() {
        WriteConnection now = writeConnection;
        writeConnection = null;
        if (now != null) {
            try {
                now.connection.close();
            } catch (SQLException e) {
                LOG.debug("A connection that is not used any more did not close", e);
            }
        }
    }

    void close() {
        discardConnection();
    }
}
