package org.claimsledger.store.engine;

import java.nio.file.Path;
import java.time.InstantSource;
import org.claimsledger.store.StoreRefused;

/** Opens the named ledger, prints its last position or the reason for a refusal, and ends. */
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
