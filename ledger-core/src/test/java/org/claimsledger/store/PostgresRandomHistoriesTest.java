package org.claimsledger.store;

import java.time.InstantSource;
import org.claimsledger.store.StoreLocation.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same histories in PostgreSQL. */
class PostgresRandomHistoriesTest extends RandomHistoriesTest {

    private Database database;
    private LockedLedger lock;

    @Override
    @ParameterizedTest
    @ValueSource(ints = {1, 100_000})
    void appendsAndReadsAgreeWithAListOfAllEvents(int rememberedTags) {
        super.appendsAndReadsAgreeWithAListOfAllEvents(rememberedTags);
    }

    @Override
    void begin(String name) {
        end();
        database = PostgresForTests.freshSchema();
        lock = new LockedLedger(database);
    }

    @AfterEach
    void end() {
        if (lock != null) {
            lock.close();
        }
    }

    @Override
    LedgerStore open(LedgerStore.Limits limits) {
        return LedgerStore.open(database, Events.TEXT, InstantSource.system(), limits);
    }

    @Override
    void hold() {
        lock.hold();
    }

    @Override
    void letGo() {
        lock.letGo();
    }
}
