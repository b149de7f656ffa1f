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

/** An export of a ledger that this process has open: in a folder, or in a database. */
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
        if (last != null && !contains(last)) {
            throw ExportSource.differentLedger(last.position());
        }
        long head = head();
        LogPages.run(ledger.log(), after, head, page -> frame(page, head, compression), to);
    }

    private boolean contains(StoredEvent last) {
        List<StoredEvent> atPosition = ledger.log().read(last.position() - 1, 1);
        return !atPosition.isEmpty() && Arrays.equals(atPosition.getFirst().hash(), last.hash());
    }

    private static ExportFrame frame(LogPages.LogPage page, long head, Compression compression) {
        List<StoredEvent> events = page.events();
        if (events.size() != page.upTo() - page.after()) {
            throw new ExportRefused("The ledger lacks events between positions " + (page.after() + 1) + " and "
                    + page.upTo() + ". See what verify says of it.");
        }
        ByteArrayOutputStream lines = new ByteArrayOutputStream(1 << 20);
        for (StoredEvent event : events) {
            new EventLine(event, event.position() == head).writeTo(lines);
            lines.write('\n');
        }
        return new ExportFrame(compression.frame(lines.toByteArray()), page.upTo(), events.size(), page.upTo() == head);
    }

    @Override
    public void close() {
        ledger.close();
    }
}
