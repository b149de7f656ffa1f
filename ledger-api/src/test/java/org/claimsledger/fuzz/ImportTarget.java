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
import org.claimsledger.api.imports.Import;
import org.claimsledger.api.imports.LineResult;
import org.claimsledger.api.imports.LineResult.Status;
import org.claimsledger.api.security.Caller;
import org.claimsledger.ledger.EventJson;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.Projections;
import org.claimsledger.store.StoredEvent;
import org.springframework.util.FileSystemUtils;

/**
 * Any bytes as a file of commands, carried out on a ledger on disk whose read side follows. Every line has its result; what
 * is refused leaves no event; what is accepted is read again as it was written, stops no projection, and is a duplicate when
 * the file is sent again.
 */
final class ImportTarget implements Target {

    /** A ledger grows, and with it what an input meets; so now and then there is a new one. */
    private static final int INPUTS_OF_A_LEDGER = 400;

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private Path folder;
    private Ledger ledger;
    private Projections projections;
    private int inputs;

    @Override
    public void take(byte[] input) throws Exception {
        if (ledger == null || inputs++ >= INPUTS_OF_A_LEDGER) {
            close();
            begin();
        }
        long before = ledger.log().head();
        List<LineResult> results = carryOut(input);
        long after = ledger.log().head();

        assertThat(results).hasSize(lines(input));
        boolean anyAccepted = results.stream().anyMatch(result -> result.status() == Status.ACCEPTED);
        assertThat(after > before)
                .as("events exactly where something was accepted")
                .isEqualTo(anyAccepted);
        results.stream()
                .filter(result -> result.status() == Status.REFUSED)
                .forEach(result -> Refusing.check(result.refusals()));
        if (anyAccepted) {
            checkEvents(before, after);
            checkAgain(input, results);
            checkReadSide();
        }
    }

    private List<LineResult> carryOut(byte[] file) throws IOException {
        List<LineResult> results = new ArrayList<>();
        new Import(ledger, Caller.owner("fuzzer"), "request-1").run(new ByteArrayInputStream(file), results::add);
        return results;
    }

    /** How many lines are not blank. */
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
            assertThat(EventJson.bytes(EventJson.event(event))).isEqualTo(event.payload());
        }
    }

    private void checkAgain(byte[] file, List<LineResult> first) throws IOException {
        List<LineResult> again = carryOut(file);
        for (int i = 0; i < first.size(); i++) {
            if (first.get(i).status() != Status.REFUSED) {
                assertThat(again.get(i).status()).isEqualTo(Status.DUPLICATE);
                assertThat(again.get(i).position()).isEqualTo(first.get(i).position());
            }
        }
    }

    private void checkReadSide() throws InterruptedException {
        assertThat(projections.awaitShown(ledger.log().head(), PATIENCE))
                .as("%s", projections.health())
                .isTrue();
    }

    private void begin() throws IOException {
        inputs = 0;
        folder = Files.createTempDirectory("fuzzed");
        ledger = Ledger.open(folder, InstantSource.system());
        projections = Projections.open(folder.resolve("projections"), ledger.log(), ledger.id());
        assertThat(carryOut(Seeds.FOUNDATION.getBytes(StandardCharsets.UTF_8)))
                .extracting(LineResult::status)
                .containsOnly(Status.ACCEPTED);
    }

    @Override
    public void close() {
        if (ledger != null) {
            projections.close();
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
