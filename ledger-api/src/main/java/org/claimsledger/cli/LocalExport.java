package org.claimsledger.cli;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.claimsledger.copy.EventLine;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.verify.LogPages;
import org.jspecify.annotations.Nullable;

/** Lines out of a ledger that this process has open: a folder of its own, or a database. */
final class LocalExport implements ExportSource {

    private final Ledger ledger;

    LocalExport(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public long head() {
        return ledger.log().head();
    }

    @Override
    public void writeFrames(long after, @Nullable StoredEvent last, Compression compression, Consumer<ExportFrame> to) {
        if (last != null && !holds(last)) {
            throw ExportSource.differentLedger(last.position());
        }
        long head = head();
        LogPages.run(ledger.log(), after, head, logPage -> exportFrame(logPage, head, compression), to);
    }

    private boolean holds(StoredEvent last) {
        List<StoredEvent> here = ledger.log().read(last.position() - 1, 1);
        return !here.isEmpty() && Arrays.equals(here.getFirst().hash(), last.hash());
    }

    private static ExportFrame exportFrame(LogPages.LogPage logPage, long head, Compression compression) {
        List<StoredEvent> events = logPage.events();
        if (events.size() != logPage.upTo() - logPage.after()) {
            throw new ExportRefused("The ledger lacks events between positions " + (logPage.after() + 1) + " and "
                    + logPage.upTo() + ". See what verify says of it.");
        }
        ByteArrayOutputStream lines = new ByteArrayOutputStream(1 << 20);
        for (StoredEvent event : events) {
            new EventLine(event, event.position() == head).writeTo(lines);
            lines.write('\n');
        }
        return new ExportFrame(
                compression.frame(lines.toByteArray()), logPage.upTo(), events.size(), logPage.upTo() == head);
    }

    @Override
    public void close() {
        ledger.close();
    }
}
