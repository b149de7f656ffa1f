package org.claimsledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.api.RunningLedger;
import org.claimsledger.api.RunningLedger.Answer;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.ledger.RandomCommands;
import org.claimsledger.ledger.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The state computed from the events alone, compared with the answers of the tables over HTTP. */
@Timeout(300)
class ReplayTest {

    private static final Path SAMPLE = Path.of("src/main/resources/sample/sample-case.ndjson");
    private static final String DAY = "2009-06-01";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void afterARandomHistoryAReplayPrintsWhatTheTablesList(long seed) {
        RandomCommands commands = new RandomCommands(seed);
        long head;
        try (Ledger ledger = Ledger.open(folder.resolve("ledger"), InstantSource.system())) {
            for (int i = 0; i < 1_500; i++) {
                ledger.submit(Request.by("ann", "request-" + i, commands.next()));
            }
            head = ledger.log().head();
        }
        assertThat(head).isGreaterThan(200);

        assertReplayedAsListed("@" + head / 4, "@" + head / 2, "@" + (head - 20), "@" + head, "@0", "2020-01-01");
    }

    @Test
    void theSampleCaseIsReplayedAsItIsListed() {
        assertThat(ProgramRunner.run("import", SAMPLE, "--data", folder.resolve("ledger"))
                        .exit())
                .isZero();

        assertReplayedAsListed("@300", "@429", "2999-12-31");
    }

    private void assertReplayedAsListed(String... dates) {
        Map<String, String> listed = new LinkedHashMap<>();
        try (RunningLedger running = RunningLedger.in(folder.resolve("ledger"))) {
            for (String asOf : dates) {
                listed.put(asOf, listed(running, asOf));
            }
        }
        listed.forEach((asOf, lines) -> assertThat(ProgramRunner.standardOutput(
                        "replay", "--as-of", asOf, "--valid-on", DAY, "--data", folder.resolve("ledger")))
                .as(asOf)
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(lines));
    }

    /** One claim a page, so that an item's bytes are all that stands between the brackets. */
    private static String listed(RunningLedger running, String asOf) {
        List<String> items = new ArrayList<>();
        String begin = "/claims?limit=1&validOn=" + DAY + "&asOf=" + asOf;
        for (String call = begin; call != null; ) {
            Answer page = running.get(call);
            assertThat(page.status()).isEqualTo(200);
            String text = page.text();
            String item = text.substring("{\"items\":[".length(), text.lastIndexOf("],\"next\":"));
            if (!item.isEmpty()) {
                items.add(item + "\n");
            }
            String next = page.json().path("next").stringValue(null);
            call = next == null ? null : begin + "&cursor=" + next;
        }
        return String.join("", items);
    }

    @Test
    void aTextThatIsNoDateIsAWrongOption() {
        assertThat(ProgramRunner.run("import", SAMPLE, "--data", folder.resolve("ledger"))
                        .exit())
                .isZero();

        for (String asOf : List.of("@388", "yesterday", "@-1", "2026-02-30")) {
            assertThat(ProgramRunner.run("replay", "--as-of", asOf, "--data", folder.resolve("ledger"))
                            .exit())
                    .as(asOf)
                    .isEqualTo(2);
        }
        assertThat(ProgramRunner.run("replay", "--valid-on", "always", "--data", folder.resolve("ledger"))
                        .exit())
                .isEqualTo(2);
        assertThat(ProgramRunner.run("replay", "--data", folder.resolve("nowhere"))
                        .exit())
                .isEqualTo(2);
    }
}
