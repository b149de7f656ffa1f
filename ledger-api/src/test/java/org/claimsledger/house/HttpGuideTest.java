package org.claimsledger.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimsledger.api.RunningLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the guides show is done as it stands there, against a running ledger with the sample case. */
class HttpGuideTest {

    private static final Path DOCS = Path.of("../docs");

    @TempDir
    static Path folder;

    private static RunningLedger ledger;

    @BeforeAll
    static void start() throws IOException {
        ledger = RunningLedger.in(folder.resolve("ledger-data"), "--ledger.review=on");
        ledger.importLines(Files.readString(Path.of("src/main/resources/sample/sample-case.ndjson")));
        Files.writeString(folder.resolve("ledger-data/admin-token"), RunningLedger.TOKEN);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void everyCallOfTheGuideIsAnswered() throws IOException, InterruptedException {
        List<String> steps = blocks("http.md", "bash");
        assertThat(steps).hasSizeGreaterThan(7);
        String script = "set -eo pipefail\n"
                + "curl() { command curl --fail-with-body \"$@\"; }\n"
                + String.join("\necho\n", steps)
                        .replace("http://127.0.0.1:8080", ledger.base().toString());

        String output = run("bash", "-c", script);

        assertThat(output.lines().filter(line -> line.contains("\"line\":")).toList())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("\"accepted\""));
        assertThat(output)
                .contains(
                        "\"page-topic-retrial\"",
                        "\"next\":",
                        "\"reportedFrom\":",
                        "\"claimsInAll\":",
                        "\"type\":\"claim_ranked\"");
    }

    @Test
    void theHashesOfAllEventsHoldByTheProgramInTheDocs() throws IOException, InterruptedException {
        assumeTrue(isThere("python3"), "there is no Python");
        Path program = Files.writeString(
                folder.resolve("check.py"), blocks("events.md", "python").getFirst());
        Path log = Files.writeString(
                folder.resolve("log.ndjson"), ledger.get("/events").text());

        assertThat(run("bash", "-c", "python3 " + program + " < " + log)).isEmpty();

        Files.writeString(log, Files.readString(log).replace("RFE/RL", "RFE-RL"));
        assertThat(run("bash", "-c", "python3 " + program + " < " + log)).contains("does not hold");
    }

    @Test
    void everyKeyOfTheMetadataIsTold() throws IOException {
        ledger.send(ledger.request("/claims/otembaev-sentence/rank", "Idempotency-Key", "metadata")
                .header("Authorization", "Bearer " + RunningLedger.TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"rank\":\"normal\"}")));
        String events = Files.readString(DOCS.resolve("events.md"));
        String table = events.substring(events.indexOf("## Metadata"), events.indexOf("## Tags"));

        for (JsonNode event : ledger.get("/events").lines()) {
            assertThat(event.path("metadata").propertyNames())
                    .allSatisfy(key -> assertThat(table).contains("`" + key + "`"));
        }
    }

    private static List<String> blocks(String file, String language) throws IOException {
        Matcher blocks = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(DOCS.resolve(file)));
        List<String> found = new ArrayList<>();
        while (blocks.find()) {
            found.add(blocks.group(1));
        }
        return found;
    }

    private static boolean isThere(String program) throws IOException, InterruptedException {
        return new ProcessBuilder("bash", "-c", "command -v " + program)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
