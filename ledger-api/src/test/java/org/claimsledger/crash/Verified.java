package org.claimsledger.crash;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.ledger.LogVerification;
import org.claimsledger.ledger.LogVerification.Fault;
import org.claimsledger.projection.Projections;
import org.claimsledger.projection.TableVerification;
import org.claimsledger.replay.Replay;
import org.claimsledger.store.StoreLocation;

/** Opens a ledger's folder as {@code verify} does, and fails where anything does not hold. */
final class Verified {

    private Verified() {}

    /** @param folder where the tables are, and the events where they are in files */
    static void everything(StoreLocation events, Path folder, Acknowledgements told) throws InterruptedException {
        List<Fault> faults = faults(events, folder, told);
        if (!faults.isEmpty()) {
            throw new AssertionError(faults.size() + " faults, the first is " + faults.getFirst());
        }
    }

    static List<Fault> faults(Path folder, Acknowledgements told) throws InterruptedException {
        return faults(new StoreLocation.Folder(folder), folder, told);
    }

    private static List<Fault> faults(StoreLocation events, Path folder, Acknowledgements told)
            throws InterruptedException {
        var faults = new ArrayList<Fault>();
        try (Ledger ledger = Ledger.open(events, InstantSource.system());
                Projections projections = Projections.open(folder.resolve("projections"), ledger.log(), ledger.id())) {
            told.requireIn(ledger.log());
            LogVerification.run(ledger.log(), ledger.tagIndex(), null, faults::add, done -> {});
            long head = ledger.log().head();
            while (!projections.awaitApplied(head, Duration.ofSeconds(5))) {
                projections.health().stream()
                        .filter(health -> !health.running())
                        .forEach(health -> faults.add(new Fault(0, health.name() + " stopped: " + health.lastError())));
                if (!faults.isEmpty()) {
                    return faults;
                }
            }
            Replay replay = Replay.of(ledger.log(), head, done -> {});
            TableVerification.run(projections, replay, faults::add, done -> {});
        }
        return faults;
    }
}
