package org.claimsledger.crash;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.history.CompleteHistory;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.ReadModels;
import org.claimsledger.projection.TableVerification;
import org.claimsledger.store.StoreLocation;
import org.claimsledger.verify.LogVerification;
import org.claimsledger.verify.LogVerification.Fault;

/** Opens a ledger's folder as {@code verify} does, and fails where anything does not hold. */
final class LedgerVerifier {

    private LedgerVerifier() {}

    /** @param folder the folder of the tables, and of the events if they are in files */
    static void requireSound(StoreLocation events, Path folder, Acknowledgements told) throws InterruptedException {
        List<Fault> faults = faults(events, folder, told);
        if (!faults.isEmpty()) {
            throw new AssertionError(faults.size() + " faults, the first is " + faults.getFirst());
        }
    }

    static List<Fault> faults(Path folder, Acknowledgements told) throws InterruptedException {
        return faults(new StoreLocation.LedgerFolder(folder), folder, told);
    }

    private static List<Fault> faults(StoreLocation events, Path folder, Acknowledgements told)
            throws InterruptedException {
        var faults = new ArrayList<Fault>();
        try (Ledger ledger = Ledger.open(events, InstantSource.system());
                ReadModels readModels = ReadModels.open(folder.resolve("projections"), ledger.log(), ledger.id())) {
            told.requireIn(ledger.log());
            LogVerification.run(ledger.log(), ledger.tagIndex(), null, faults::add, done -> {});
            long head = ledger.log().head();
            while (!readModels.awaitApplied(head, Duration.ofSeconds(5))) {
                readModels.health().stream()
                        .filter(projectionHealth -> !projectionHealth.running())
                        .forEach(projectionHealth -> faults.add(
                                new Fault(0, projectionHealth.name() + " stopped: " + projectionHealth.lastError())));
                if (!faults.isEmpty()) {
                    return faults;
                }
            }
            CompleteHistory history = CompleteHistory.replay(ledger.log(), head, done -> {});
            TableVerification.run(readModels, history, faults::add, done -> {});
        }
        return faults;
    }
}
