package org.claimsledger.store.engine;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;

/** Appends two hundred events, some of which H2 has saved beyond its last checkpoint, and dies without a stop. */
public final class UncleanExitProcess {

    private UncleanExitProcess() {}

    public static void main(String[] arguments) throws Exception {
        LedgerStore store = LedgerStore.open(Path.of(arguments[0]), TestEvents.TEXT, InstantSource.system());
        DamagedEventsFileTest.fill(store, 150);
        saveTables(Path.of(arguments[0]));
        DamagedEventsFileTest.fill(store, 50);
        Runtime.getRuntime().halt(9);
    }

    /** Saves the tables without a checkpoint, as H2 does by itself when much has changed. */
    public static void saveTables(Path open) throws SQLException {
        try (Connection other = secondConnection(open);
                Statement statement = other.createStatement()) {
            statement.execute("checkpoint");
        }
    }

    /** A second connection to the events of a ledger that this process has open. */
    public static Connection secondConnection(Path open) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:" + new FaultyJournalFiles().nameForH2(open.resolve("events")) + ";DB_CLOSE_ON_EXIT=FALSE",
                "ledger",
                "");
    }
}
