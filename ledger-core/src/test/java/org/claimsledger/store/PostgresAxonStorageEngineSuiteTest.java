package org.claimsledger.store;

import java.time.InstantSource;

/** Axon's own suite over PostgreSQL. */
class PostgresAxonStorageEngineSuiteTest extends AxonStorageEngineSuiteTest {

    @Override
    LedgerStore open(InstantSource clock) {
        return LedgerStore.open(PostgresForTests.fresh(), Events.TEXT, clock, LedgerStore.Limits.USUAL);
    }
}
