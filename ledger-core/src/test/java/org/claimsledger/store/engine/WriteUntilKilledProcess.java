package org.claimsledger.store.engine;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.claimsledger.store.Receipt;
import org.claimsledger.store.StoredEvent;

/**
 * Opens a ledger, tells what is in it after a position, and appends with eight threads for as long as it lives. Every
 * line is one write that ends with a full stop.
 */
final class WriteUntilKilledProcess {

    static final int WRITERS = 8;

    private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

    private WriteUntilKilledProcess() {}

    public static void main(String[] arguments) throws Exception {
        LedgerStore store = LedgerStore.open(Path.of(arguments[0]), TestEvents.TEXT, InstantSource.system());
        String round = arguments[1];
        long after = Long.parseLong(arguments[2]);
        for (List<StoredEvent> page = store.log().read(after, 1000);
                !page.isEmpty();
                page = store.log().read(after, 1000)) {
            for (StoredEvent event : page) {
                tell("has", event.position(), TestEvents.text(event.payload()));
            }
            after = page.getLast().position();
        }
        tell("open", store.log().head(), "-");
        for (int writer = 0; writer < WRITERS; writer++) {
            int number = writer;
            Thread.ofPlatform().start(() -> write(store, "w" + number, round));
        }
    }

    private static void write(LedgerStore store, String writer, String round) {
        for (int n = 0; ; n++) {
            String token = "\"" + writer + "-" + round + "-" + n + "\"";
            Receipt receipt = TestEvents.append(
                    store, TestEvents.event(token, "claim:" + writer, "about:all", "claim:" + writer + round));
            tell("ack", receipt.last().position(), token);
        }
    }

    private static void tell(String what, long position, String token) {
        try {
            OUT.write((what + " " + position + " " + token + " .\n").getBytes(US_ASCII));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
