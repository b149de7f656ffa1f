package org.claimsledger.store.engine;

import java.time.InstantSource;
import org.claimsledger.store.StoreLimits;
import org.claimsledger.store.StoreLocation.PostgresDatabase;

/** The tests of a store on files, run on a PostgreSQL database. */
class PostgresLedgerStoreTest extends LedgerStoreTest {

    private final PostgresDatabase postgresDatabase = PostgresForTests.newDatabase();
    private LedgerLockHolder lock;

    @Override
    LedgerStore open(InstantSource clock) {
        return LedgerStore.open(postgresDatabase, TestEvents.TEXT, clock, StoreLimits.DEFAULTS);
    }

    @Override
    void hold() {
        lock = new LedgerLockHolder(postgresDatabase);
        lock.lock();
    }

    @Override
    void letGo() {
        if (lock != null) {
            lock.close();
        }
    }
}
