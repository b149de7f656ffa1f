package org.claimsledger.ledger;

import java.nio.file.Path;
import java.time.InstantSource;
import org.claimsledger.store.StoreListener;
import org.claimsledger.store.engine.FaultyJournalFiles;

/** A ledger whose disk stalls or fails on command. */
public final class FailingDiskLedger {

    private FailingDiskLedger() {}

    public static Ledger open(Path folder, InstantSource clock, StoreListener listener, FaultyJournalFiles files) {
        return Ledger.over(files.open(folder, new EventConverter(), clock, listener), clock);
    }
}
