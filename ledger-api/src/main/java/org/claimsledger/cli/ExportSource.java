package org.claimsledger.cli;

import java.io.IOException;
import java.util.function.Consumer;
import org.claimsledger.store.StoredEvent;
import org.jspecify.annotations.Nullable;

/** Where the lines of an export come from. */
interface ExportSource extends AutoCloseable {

    /**
     * Some lines, compressed.
     *
     * @param upTo the position of the last one
     * @param events how many there are
     * @param head whether the last one is where the ledger ended when the export began
     */
    record ExportFrame(byte[] bytes, long lastPosition, long events, boolean endsAtHead) {}

    /** Where the ledger ends now; {@link ConsoleProgress#UNKNOWN} where only the last line will tell. */
    long head();

    /**
     * Gives all lines after a position, in order.
     *
     * @param last the event at that position, where an earlier export ended with it
     * @throws ExportRefused where this ledger has another event there
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
