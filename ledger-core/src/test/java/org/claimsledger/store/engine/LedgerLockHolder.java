package org.claimsledger.store.engine;

import java.sql.Connection;
import java.sql.SQLException;
import org.claimsledger.store.StoreLocation.PostgresDatabase;

/** Holds the lock that every node takes to write, until it is released. */
public final class LedgerLockHolder implements AutoCloseable {

    private final Connection connection;

    public LedgerLockHolder(PostgresDatabase postgresDatabase) {
        try {
            connection = PostgresForTests.connect(postgresDatabase);
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void lock() {
        try {
            connection.createStatement().execute("select * from claims_ledger for update");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void unlock() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
