package org.claimsledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.api.RunningLedger.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The state of the projections, and rebuilding one while it is read. */
class ProjectionsTest {

    @TempDir
    static Path folder;

    private static RunningLedger ledger;

    @BeforeAll
    static void start() throws IOException {
        ledger = RunningLedger.in(folder.resolve("ledger"));
        ledger.importLines(Files.readString(Path.of("src/main/resources/sample/sample-case.ndjson")));
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void everyProjectionShowsHowItIsDoing() {
        JsonNode items = ledger.get("/projections").json().path("items");

        assertThat(items)
                .extracting(it -> it.path("name").stringValue())
                .containsExactly("directory", "claims", "search");
        assertThat(items).allSatisfy(it -> {
            assertThat(it.path("position").longValue() + it.path("lag").longValue())
                    .isEqualTo(ledger.head());
            assertThat(it.path("running").booleanValue()).isTrue();
            assertThat(it.path("lastError").isNull()).isTrue();
            assertThat(it.path("rebuildError").isNull()).isTrue();
        });
    }

    @Test
    void aRebuildIsBegunAtOnceAndReadsAnswerTheSameBeforeDuringAndAfter() throws Exception {
        List<String> paths = List.of(
                "/claims/otembaev-sentence?asOf=@300&validOn=2010-06-01",
                "/claims?asOf=@380&validOn=2010-06-01&limit=100",
                "/subjects?asOf=@380&validOn=2010-06-01&q=aliyev");
        List<String> before = read(paths);
        int generation = generation("claims");

        Answer begun = ledger.post("/projections/claims/rebuild", "");

        assertThat(begun.status()).isEqualTo(202);
        assertThat(begun.header("Location")).hasValue("/api/v1/projections/claims");
        assertThat(begun.json().path("name").stringValue()).isEqualTo("claims");
        for (int tries = 0; tries < 3_000 && generation("claims") <= generation; tries++) {
            assertThat(read(paths)).isEqualTo(before);
            Thread.sleep(10);
        }
        assertThat(generation("claims")).isEqualTo(generation + 1);
        assertThat(read(paths)).isEqualTo(before);
        assertThat(ledger.get("/projections/claims").json().path("rebuild").isNull())
                .isTrue();
    }

    @Test
    void aProjectionThatIsNotThereIsNotFound() {
        assertThat(ledger.get("/projections/nothing").status()).isEqualTo(404);
        Answer answer = ledger.post("/projections/nothing/rebuild", "");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("projection_unknown");
    }

    @Test
    void aSecondRebuildAtOnceIsRefused() throws Exception {
        List<Integer> statuses = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Answer answer = ledger.post("/projections/directory/rebuild", "");
            statuses.add(answer.status());
            if (answer.status() != 202) {
                codes.add(answer.code());
            }
        }
        assertThat(statuses).contains(202, 409).containsOnly(202, 409);
        assertThat(codes).containsOnly("rebuild_running");
    }

    @Test
    void nobodyRebuildsWithoutTheToken() {
        Answer answer =
                ledger.send(ledger.request("/projections/claims/rebuild").POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.status()).isEqualTo(401);
    }

    private static List<String> read(List<String> paths) {
        return paths.stream().map(path -> ledger.get(path).text()).toList();
    }

    private static int generation(String name) {
        JsonNode projection = ledger.get("/projections/" + name).json();
        return projection.path("rebuild").isNull()
                ? projection.path("generation").intValue()
                : 0;
    }
}
