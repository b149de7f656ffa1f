package org.claimsledger.store;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** Appends two hundred events, some of which H2 has had the time to write, and dies without a stop. */
final class DiesUnsaved {

    private DiesUnsaved() {}

    public static void main(String[] arguments) throws Exception {
        LedgerStore store = LedgerStore.open(Path.of(arguments[0]), Events.TEXT, InstantSource.system());
        DamagedEventsFileTest.fill(store, 150);
        TimeUnit.SECONDS.sleep(2);
        DamagedEventsFileTest.fill(store, 50);
        Runtime.getRuntime().halt(9);
    }
}
