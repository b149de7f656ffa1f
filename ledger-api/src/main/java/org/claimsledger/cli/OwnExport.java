package org.claimsledger.cli;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.claimsledger.copy.EventLine;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.ledger.LogPages;
import org.claimsledger.store.StoredEvent;
import org.jspecify.annotations.Nullable;

/** Lines out of a ledger that this process has open: a folder of its own, or a database. */
final class OwnExport implements ExportSource {

    private final Ledger ledger;

    OwnExport(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public long head() {
        return ledger.log().head();
    }

    @Override
    public void lines(long after, @Nullable StoredEvent last, Compression compression, Consumer<Frame> to) {
        if (last != null && !has(last)) {
            throw ExportSource.anotherLedger(last.position());
        }
        long head = head();
        LogPages.run(ledger.log(), after, head, page -> frame(page, head, compression), to);
    }

    private boolean has(StoredEvent last) {
        List<StoredEvent> here = ledger.log().read(last.position() - 1, 1);
        return !here.isEmpty() && Arrays.equals(here.getFirst().hash(), last.hash());
    }

    private static Frame frame(LogPages.Page page, long head, Compression compression) {
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
        return new Frame(compression.frame(lines.toByteArray()), page.upTo(), events.size(), page.upTo() == head);
    }

    @Override
    public void close() {
        ledger.close();
    }
}
