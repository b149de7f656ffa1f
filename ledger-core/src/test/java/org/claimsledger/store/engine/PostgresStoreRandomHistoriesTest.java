package org.claimsledger.store.engine;

import java.time.InstantSource;
import org.claimsledger.store.StoreLimits;
import org.claimsledger.store.StoreLocation.PostgresDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random histories on PostgreSQL. */
class PostgresStoreRandomHistoriesTest extends StoreRandomHistoriesTest {

    private PostgresDatabase postgresDatabase;
    private LedgerLockHolder lock;

    @Override
    @ParameterizedTest
    @ValueSource(ints = {1, 100_000})
    void appendsAndReadsAgreeWithAListOfAllEvents(int rememberedTags) {
        super.appendsAndReadsAgreeWithAListOfAllEvents(rememberedTags);
    }

    @Override
    void begin(String name) {
        end();
        postgresDatabase = PostgresForTests.newDatabaseWithSchema();
        lock = new LedgerLockHolder(postgresDatabase);
    }

    @AfterEach
    void end() {
        if (lock != null) {
            lock.close();
        }
    }

    @Override
    LedgerStore open(StoreLimits limits) {
        return LedgerStore.open(postgresDatabase, TestEvents.TEXT, InstantSource.system(), limits);
    }

    @Override
    void hold() {
        lock.lock();
    }

    @Override
    void letGo() {
        lock.unlock();
    }
}
