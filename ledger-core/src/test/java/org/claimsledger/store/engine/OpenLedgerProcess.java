package org.claimsledger.store.engine;

import java.nio.file.Path;
import java.time.InstantSource;
import org.claimsledger.store.StoreRefused;

/** Opens the ledger that is named, says how far it goes or why it was refused, and ends. */
public final class OpenLedgerProcess {

    private OpenLedgerProcess() {}

    public static void main(String[] arguments) {
        try (LedgerStore store = LedgerStore.open(Path.of(arguments[0]), TestEvents.TEXT, InstantSource.system())) {
            System.out.println("head " + store.log().head());
        } catch (StoreRefused refused) {
            System.out.println(refused.code());
        }
    }
}
