package org.claimsledger.cli;

import java.io.IOException;
import java.util.function.Consumer;
import org.claimsledger.store.StoredEvent;
import org.jspecify.annotations.Nullable;

/** A ledger to export: one that this process opens, or a running server's. */
interface ExportSource extends AutoCloseable {

    /**
     * A block of whole lines, compressed.
     *
     * @param lastPosition the position of its last event
     * @param events how many events it has
     * @param endsAtHead whether its last event was the ledger's last when the export began
     */
    record ExportFrame(byte[] bytes, long lastPosition, long events, boolean endsAtHead) {}

    /** The last position now; {@link ConsoleProgress#UNKNOWN} where only the last line tells it. */
    long head();

    /**
     * Passes on all lines after a position, in order.
     *
     * @param last the event at that position, where an earlier export ended there; else null
     * @throws ExportRefused where this ledger has another event at that position
     */
    void writeFrames(long after, @Nullable StoredEvent last, Compression compression, Consumer<ExportFrame> to)
            throws IOException, InterruptedException;

    static ExportRefused differentLedger(long position) {
        return new ExportRefused("The file ends with another event at position " + position
                + " than this ledger has there. It was left as it is.");
    }

    @Override
    void close();
}
