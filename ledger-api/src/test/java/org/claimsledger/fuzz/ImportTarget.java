package org.claimsledger.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.api.operation.ImportLineResult;
import org.claimsledger.api.operation.ImportLineResult.LineStatus;
import org.claimsledger.api.operation.ImportRun;
import org.claimsledger.api.security.Caller;
import org.claimsledger.event.EventJson;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.ReadModels;
import org.claimsledger.store.StoredEvent;
import org.springframework.util.FileSystemUtils;

/**
 * Any bytes as a file of commands, carried out on a ledger on disk whose read side follows. Every line has its result;
 * what is refused leaves no event; what is accepted is read again as it was written, stops no projection, and is a
 * duplicate when the file is sent again.
 */
final class ImportTarget implements FuzzTarget {

    /** Begins a new ledger now and then, because an input depends on what the ledger holds. */
    private static final int INPUTS_OF_A_LEDGER = 400;

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private Path folder;
    private Ledger ledger;
    private ReadModels readModels;
    private int inputs;

    @Override
    public void run(byte[] input) throws Exception {
        if (ledger == null || inputs++ >= INPUTS_OF_A_LEDGER) {
            close();
            begin();
        }
        long before = ledger.log().head();
        List<ImportLineResult> results = carryOut(input);
        long after = ledger.log().head();

        assertThat(results).hasSize(lines(input));
        boolean anyAccepted = results.stream().anyMatch(result -> result.status() == LineStatus.ACCEPTED);
        assertThat(after > before)
                .as("events exactly where something was accepted")
                .isEqualTo(anyAccepted);
        results.stream()
                .filter(result -> result.status() == LineStatus.REFUSED)
                .forEach(result -> RefusalCheck.check(result.refusals()));
        if (anyAccepted) {
            checkEvents(before, after);
            checkAgain(input, results);
            checkReadSide();
        }
    }

    private List<ImportLineResult> carryOut(byte[] file) throws IOException {
        List<ImportLineResult> results = new ArrayList<>();
        new ImportRun(ledger, Caller.owner("fuzzer"), "request-1").run(new ByteArrayInputStream(file), results::add);
        return results;
    }

    /** The number of lines that are not blank. */
    private static int lines(byte[] file) {
        int lines = 0;
        for (String line : new String(file, StandardCharsets.ISO_8859_1).split("\n", -1)) {
            lines += line.replaceFirst("^\u00EF\u00BB\u00BF", "").matches("[ \t\r]*") ? 0 : 1;
        }
        return lines;
    }

    private void checkEvents(long before, long after) {
        List<StoredEvent> events = ledger.log().read(before, (int) (after - before));
        assertThat(events).hasSize((int) (after - before));
        for (StoredEvent event : events) {
            assertThat(EventJson.bytes(EventJson.event(event.type(), event.payload())))
                    .isEqualTo(event.payload());
        }
    }

    private void checkAgain(byte[] file, List<ImportLineResult> first) throws IOException {
        List<ImportLineResult> again = carryOut(file);
        for (int i = 0; i < first.size(); i++) {
            if (first.get(i).status() != LineStatus.REFUSED) {
                assertThat(again.get(i).status()).isEqualTo(LineStatus.DUPLICATE);
                assertThat(again.get(i).position()).isEqualTo(first.get(i).position());
            }
        }
    }

    private void checkReadSide() throws InterruptedException {
        assertThat(readModels.awaitShown(ledger.log().head(), PATIENCE))
                .as("%s", readModels.health())
                .isTrue();
    }

    private void begin() throws IOException {
        inputs = 0;
        folder = Files.createTempDirectory("fuzzed");
        ledger = Ledger.open(folder, InstantSource.system());
        readModels = ReadModels.open(folder.resolve("projections"), ledger.log(), ledger.id());
        assertThat(carryOut(FuzzSeeds.SETUP.getBytes(StandardCharsets.UTF_8)))
                .extracting(ImportLineResult::status)
                .containsOnly(LineStatus.ACCEPTED);
    }

    @Override
    public void close() {
        if (ledger != null) {
            readModels.close();
            ledger.close();
            ledger = null;
            try {
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException left) {
                throw new UncheckedIOException(left);
            }
        }
    }
}
