package org.claimsledger.store;

import java.time.InstantSource;
import org.claimsledger.store.LedgerStore.Limits;
import org.claimsledger.store.StoreLocation.Database;

/** All that a store on files does, in a PostgreSQL database. */
class PostgresLedgerStoreTest extends LedgerStoreTest {

    private final Database database = PostgresForTests.fresh();
    private LockedLedger lock;

    @Override
    LedgerStore open(InstantSource clock) {
        return LedgerStore.open(database, Events.TEXT, clock, Limits.USUAL);
    }

    @Override
    void hold() {
        lock = new LockedLedger(database);
        lock.hold();
    }

    @Override
    void letGo() {
        if (lock != null) {
            lock.close();
        }
    }
}
