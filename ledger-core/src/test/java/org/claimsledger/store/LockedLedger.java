package org.claimsledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.claimsledger.store.StoreLocation.Database;

/** Somebody who takes the lock that every node takes to write, and lets go of it. */
final class LockedLedger implements AutoCloseable {

    private final Connection connection;

    LockedLedger(Database database) {
        try {
            connection = PostgresForTests.connect(database);
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void hold() {
        try {
            connection.createStatement().execute("select * from claims_ledger for update");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void letGo() {
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
