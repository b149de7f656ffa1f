package org.claimsledger.store.engine;

import java.time.InstantSource;
import org.claimsledger.store.StoreLimits;

/** Axon's own suite over PostgreSQL. */
class PostgresAxonStorageEngineSuiteTest extends AxonStorageEngineSuiteTest {

    @Override
    LedgerStore open(InstantSource clock) {
        return LedgerStore.open(PostgresForTests.newDatabase(), TestEvents.TEXT, clock, StoreLimits.DEFAULTS);
    }
}
