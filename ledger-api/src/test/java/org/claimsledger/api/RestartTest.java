package org.claimsledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.claimsledger.api.RunningLedger.Answer;
import org.claimsledger.store.StoreRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The same folder, opened again, and opened twice. */
@Timeout(180)
class RestartTest {

    private static final String[] READINGS = {
        "/claims/one",
        "/claims/one/history",
        "/claims/one/versions",
        "/claims",
        "/claims?subject=kept&q=life",
        "/claims?source=report&limit=1",
        "/sources",
        "/sources/report",
        "/sources/report/claims",
        "/sources/report/history",
        "/subjects",
        "/subjects/kept",
        "/subjects/kept/history",
        "/predicates",
        "/predicates/sentenced"
    };

    @TempDir
    Path folder;

    @Test
    void aRestartLosesNothingAndAnswersAsBefore() {
        Map<String, String> before = new LinkedHashMap<>();
        String log;
        String[] file = {
            "{\"op\":\"define_predicate\",\"key\":\"sentenced\"}",
            "{\"op\":\"register_source\",\"id\":\"report\",\"kind\":\"news_report\",\"title\":\"A report\"}",
            "{\"op\":\"register_subject\",\"id\":\"kept\",\"kind\":\"person\",\"name\":\"Kept\"}",
            "{\"op\":\"register_subject\",\"id\":\"absorbed\",\"kind\":\"person\",\"name\":\"Absorbed\"}",
            "{\"op\":\"assert_claim\"," + claim("one").substring(1),
            "{\"op\":\"assert_claim\"," + claim("two").substring(1),
            "{\"op\":\"merge_subjects\",\"subject\":\"kept\",\"absorb\":\"absorbed\"}",
            "{\"op\":\"retract_claim\",\"claim\":\"two\",\"reasons\":[\"other\"]}"
        };
        Answer first;
        try (RunningLedger ledger = RunningLedger.in(folder)) {
            ledger.importLines(file);
            first = ledger.post("/claims/one/rank", "{\"rank\":\"preferred\"}", "Idempotency-Key", "kept");
            long head = ledger.head();
            for (String reading : READINGS) {
                for (long position : new long[] {head, head - 2}) {
                    String path = reading + (reading.contains("?") ? "&" : "?") + "asOf=@" + position
                            + (reading.contains("versions") ? "" : "&validOn=2014-06-01");
                    before.put(path, answer(ledger, path));
                }
            }
            log = ledger.get("/events").text();
        }

        try (RunningLedger ledger = RunningLedger.in(folder)) {
            assertThat(ledger.get("/events").text()).isEqualTo(log);
            before.forEach(
                    (path, answer) -> assertThat(answer(ledger, path)).as(path).isEqualTo(answer));

            Answer again = ledger.post("/claims/one/rank", "{\"rank\":\"preferred\"}", "Idempotency-Key", "kept");
            assertThat(again.text()).isEqualTo(first.text());
            assertThat(ledger.post("/claims/one/rank", "{\"rank\":\"normal\"}", "Idempotency-Key", "kept")
                            .code())
                    .isEqualTo("idempotency_key_reused");
            assertThat(ledger.importLines(file).lines())
                    .extracting(line -> line.path("status").stringValue())
                    .containsOnly("duplicate");
            assertThat(ledger.get("/events").text()).isEqualTo(log);

            assertThat(ledger.post("/claims/one/retraction", "{}")
                            .json()
                            .path("position")
                            .longValue())
                    .as("positions go on where they ended")
                    .isEqualTo(log.lines().count() + 1);
        }
    }

    @Test
    void aSecondApplicationOnTheSameFolderIsRefusedAndTheFirstGoesOn() {
        try (RunningLedger ledger = RunningLedger.in(folder)) {
            assertThatThrownBy(() -> RunningLedger.in(folder).close())
                    .rootCause()
                    .isInstanceOf(StoreRefused.class)
                    .message()
                    .contains(folder.toString())
                    .doesNotContain("\n");

            assertThat(ledger.post("/subjects", "{\"kind\":\"person\",\"name\":\"N\"}")
                            .status())
                    .isEqualTo(201);
        }
    }

    @Test
    void anOpenStreamEndsWhenTheApplicationStops() throws Exception {
        RunningLedger ledger = RunningLedger.in(folder);
        ledger.post("/subjects", "{\"kind\":\"person\",\"name\":\"N\"}");
        try (HttpClient client = HttpClient.newHttpClient();
                BufferedReader stream = new BufferedReader(new InputStreamReader(
                        client.send(
                                        ledger.request("/events", "Accept", "text/event-stream")
                                                .build(),
                                        BodyHandlers.ofInputStream())
                                .body(),
                        StandardCharsets.UTF_8))) {
            assertThat(stream.readLine()).isEqualTo("id: 1");

            ledger.close();

            assertThat(stream.lines()).last(InstanceOfAssertFactories.STRING).isEmpty();
        }
    }

    private static String answer(RunningLedger ledger, String path) {
        Answer answer = ledger.get(path);
        assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(200);
        return answer.header("ETag") + answer.text();
    }

    private static String claim(String id) {
        return """
            {"id":"%s","subject":"absorbed","predicate":"sentenced","value":{"text":"Life"},"valid":"2006~/2013",\
            "evidence":{"source":"report","quote":{"exact":"life"}}}\
            """.formatted(id);
    }
}
