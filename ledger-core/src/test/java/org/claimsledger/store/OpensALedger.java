package org.claimsledger.store;

import java.nio.file.Path;
import java.time.InstantSource;

/** Opens the ledger that is named, says how far it goes or why it was refused, and ends. */
final class OpensALedger {

    private OpensALedger() {}

    public static void main(String[] arguments) {
        try (LedgerStore store = LedgerStore.open(Path.of(arguments[0]), Events.TEXT, InstantSource.system())) {
            System.out.println("head " + store.log().head());
        } catch (StoreRefused refused) {
            System.out.println(refused.code());
        }
    }
}
