package org.claimsledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.claimsledger.command.LedgerCommand;
import org.claimsledger.event.EventJson;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.ledger.Outcome.Accepted;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.value.RefusalCode;

/** A ledger on disk for tests, and sentences about what it answers. */
final class DiskLedger implements AutoCloseable {

    private final Ledger ledger;
    private final AtomicInteger requests = new AtomicInteger();

    private DiskLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    static DiskLedger open(Path folder) {
        return open(folder, InstantSource.system());
    }

    static DiskLedger open(Path folder, InstantSource clock) {
        return new DiskLedger(Ledger.open(folder, clock));
    }

    Ledger ledger() {
        return ledger;
    }

    /** Carries out these commands, each on its own; all must be accepted. */
    DiskLedger given(LedgerCommand... commands) {
        for (LedgerCommand command : commands) {
            assertThat(submit(command)).isInstanceOf(Accepted.class);
        }
        return this;
    }

    Outcome submit(LedgerCommand command) {
        return ledger.submit(request(command));
    }

    Request request(LedgerCommand command) {
        return Request.by("ann", "request-" + requests.incrementAndGet(), command);
    }

    Request line(String importKey, LedgerCommand command) {
        return Request.line("ann", "request-" + requests.incrementAndGet(), command, importKey);
    }

    List<StoredEvent> stored() {
        return ledger.log().read(0, 100_000);
    }

    List<LedgerEvent> events() {
        return stored().stream()
                .map(stored -> EventJson.event(stored.type(), stored.payload()))
                .toList();
    }

    /** The number of outcomes that are refused with this code. */
    static long refused(List<Outcome> outcomes, RefusalCode code) {
        return outcomes.stream().filter(outcome -> code.equals(codeOf(outcome))).count();
    }

    static List<Accepted> accepted(List<Outcome> outcomes) {
        List<Accepted> accepted = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Accepted one) {
                accepted.add(one);
            }
        }
        return accepted;
    }

    static RefusalCode codeOf(Outcome outcome) {
        return outcome instanceof Outcome.NotAccepted notAccepted
                ? notAccepted.refusals().getFirst().code()
                : null;
    }

    @Override
    public void close() {
        ledger.close();
    }
}
