package org.claimsledger.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.claimsledger.copy.EventLine;
import org.claimsledger.copy.EventLine.UnreadableLine;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.verify.LogPages;
import org.claimsledger.verify.ParallelPipeline;
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

    /** An export of a ledger that this process has open: in a folder, or in a database. */
    static final class LocalExport implements ExportSource {

        private final Ledger ledger;

        LocalExport(Ledger ledger) {
            this.ledger = ledger;
        }

        @Override
        public long head() {
            return ledger.log().head();
        }

        @Override
        public void writeFrames(
                long after, @Nullable StoredEvent last, Compression compression, Consumer<ExportFrame> to) {
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
            return new ExportFrame(
                    compression.frame(lines.toByteArray()), page.upTo(), events.size(), page.upTo() == head);
        }

        @Override
        public void close() {
            ledger.close();
        }
    }

    /** An export from a running server, which goes on serving meanwhile. */
    record RemoteExport(ServerClient client) implements ExportSource {

        private static final int FRAME_BYTES = 1 << 20;

        /**
         * Whole lines, as many as make a frame.
         *
         * @param last the last of them, without its line break
         */
        private record LineBlock(byte[] bytes, long count, byte[] last) {}

        @Override
        public long head() {
            return ConsoleProgress.UNKNOWN;
        }

        /** Requests the last event that the file has once more, to compare it with the server's. */
        @Override
        public void writeFrames(
                long after, @Nullable StoredEvent last, Compression compression, Consumer<ExportFrame> to)
                throws IOException, InterruptedException {
            try (InputStream in = new BufferedInputStream(open(last == null ? after : after - 1), 1 << 16)) {
                if (last != null) {
                    requireSame(last, readLine(in));
                }
                ParallelPipeline.run(() -> nextBlock(in), block -> frame(block, compression), to);
            }
        }

        private InputStream open(long after) throws IOException, InterruptedException {
            HttpResponse<InputStream> response =
                    client.send(client.request("/export?after=" + after), HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                try (InputStream problem = response.body()) {
                    throw ServerClient.unexpected(response, new String(problem.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            return response.body();
        }

        private static void requireSame(StoredEvent last, byte @Nullable [] line) {
            if (line == null || !Arrays.equals(EventLine.read(line).event().hash(), last.hash())) {
                throw ExportSource.differentLedger(last.position());
            }
        }

        private static byte @Nullable [] readLine(InputStream in) throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 10);
            for (int read = in.read(); read != '\n'; read = in.read()) {
                if (read < 0) {
                    return null;
                }
                line.write(read);
            }
            return line.toByteArray();
        }

        private static @Nullable LineBlock nextBlock(InputStream in) {
            try {
                ByteArrayOutputStream lines = new ByteArrayOutputStream(FRAME_BYTES + (1 << 16));
                byte[] last = new byte[0];
                long count = 0;
                while (lines.size() < FRAME_BYTES) {
                    byte[] line = readLine(in);
                    if (line == null) {
                        break;
                    }
                    lines.writeBytes(line);
                    lines.write('\n');
                    last = line;
                    count++;
                }
                return count == 0 ? null : new LineBlock(lines.toByteArray(), count, last);
            } catch (IOException broken) {
                throw new UncheckedIOException("The server broke off", broken);
            }
        }

        private static ExportFrame frame(LineBlock block, Compression compression) {
            try {
                EventLine last = EventLine.read(block.last());
                return new ExportFrame(
                        compression.frame(block.bytes()), last.event().position(), block.count(), last.isHead());
            } catch (UnreadableLine unreadable) {
                throw new ExportRefused("What answers there is no ledger that this program can export.");
            }
        }

        @Override
        public void close() {
            client.close();
        }
    }

    /** An export that cannot be written or continued; the message says why. */
    static final class ExportRefused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ExportRefused(String sentence) {
            super(sentence);
        }
    }
}
