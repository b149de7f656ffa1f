package org.claimsledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.api.RefusalAssertions.assertRefused;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;
import org.claimsledger.api.RunningLedger.Answer;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log of all events, at once and live. */
@Timeout(120)
class EventsTest {

    @TempDir
    static Path folder;

    private static RunningLedger ledger;

    @BeforeAll
    static void start() {
        ledger = RunningLedger.in(folder);
        ledger.importLines("""
            {"op":"define_predicate","key":"sentenced"}\
            """, """
            {"op":"register_source","id":"report","kind":"news_report","title":"Репортаж \\"№ 1\\" \\u2028 😀"}\
            """, """
            {"op":"register_subject","id":"the-accused","kind":"person","name":"The Accused"}\
            """, """
            {"op":"assert_claim","id":"one","subject":"the-accused","predicate":"sentenced",\
            "value":{"quantity":{"between":[0.000001,1e20]}},"valid":"2006~/..",\
            "statement":"Two\\nlines.","evidence":{"source":"report"}}\
            """, """
            {"op":"retract_claim","claim":"one","reasons":["legal_order"]}\
            """);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void theLogHasEveryEventInOrderAndNoGap() {
        Answer log = ledger.get("/events");

        assertThat(log.header("Content-Type").orElse("")).startsWith("application/x-ndjson");
        List<JsonNode> events = log.lines();
        assertThat(events)
                .extracting(event -> event.path("position").longValue())
                .isEqualTo(LongStream.rangeClosed(1, events.size()).boxed().toList());
        assertThat(events)
                .extracting(event -> event.path("recordedAt").stringValue())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(events).extracting(event -> event.path("id").stringValue()).doesNotHaveDuplicates();
        assertThat(events)
                .extracting(event -> event.path("type").stringValue())
                .startsWith(
                        "predicate_defined",
                        "source_registered",
                        "subject_registered",
                        "claim_asserted",
                        "claim_retracted");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.path("actor").stringValue()).isEqualTo("admin");
            assertThat(event.path("version").asString()).isEqualTo("1");
            assertThat(event.path("payload").isObject()).isTrue();
        });
    }

    @Test
    void theLogMayBeReadFromAnyPositionOn() {
        assertThat(ledger.get("/events?after=2")
                        .lines()
                        .getFirst()
                        .path("position")
                        .longValue())
                .isEqualTo(3);
        assertThat(ledger.get("/events?after=0").text())
                .isEqualTo(ledger.get("/events").text());
        Answer beyond = ledger.get("/events?after=999999");
        assertThat(beyond.status()).isEqualTo(200);
        assertThat(beyond.text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "1.5", "1e3", "99999999999999999999", "2026-01-01"})
    void aPositionThatIsNoneIsRefused(String after) {
        assertRefused(ledger, 400, "invalid_parameter", () -> ledger.get("/events?after=" + after));
    }

    @Test
    void aParameterThatTheLogDoesNotHaveIsRefused() {
        assertRefused(ledger, 400, "parameter_unknown", () -> ledger.get("/events?afer=3"));
    }

    @Test
    void readersOfTheLogCanCheckEachHash() throws IOException, NoSuchAlgorithmException {
        for (String line : ledger.get("/events").text().lines().toList()) {
            int metadata = line.indexOf("\"metadata\":");
            int salt = line.indexOf(",\"salt\":");
            String content = new JsonCanonicalizer("{" + line.substring(metadata, salt) + "}").getEncodedString();
            assertThat("{" + line.substring(metadata, salt) + "}")
                    .as("canonical as it stands")
                    .isEqualTo(content);

            JsonNode event =
                    ledger.get("/events?after=" + (position(line) - 1)).lines().getFirst();
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(HexFormat.of().parseHex(event.path("salt").stringValue()));
            assertThat(HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8))))
                    .isEqualTo(event.path("hash").stringValue());
            assertThat(event.path("salt").stringValue()).hasSize(64);
        }
    }

    @Test
    void anOpenStreamShowsWhatWasRecordedAndThenWhatIs() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient();
                BufferedReader stream = open(client, "/events")) {
            long head = ledger.head();
            for (long position = 1; position <= head; position++) {
                assertThat(next(stream).path("position").longValue()).isEqualTo(position);
            }

            Answer made = ledger.post("/subjects", """
                {"id":"live","kind":"person","name":"Live"}\
                """);

            JsonNode event = next(stream);
            assertThat(event.path("position").longValue())
                    .isEqualTo(made.json().path("position").longValue());
            assertThat(event.path("type").stringValue()).isEqualTo("subject_registered");
            assertThat(event)
                    .isEqualTo(ledger.get("/events?after=" + head).lines().getFirst());
        }
    }

    @Test
    void aStreamGoesOnAfterTheLastEventThatTheClientSaw() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient();
                BufferedReader stream = open(client, "/events?after=1", "Last-Event-ID", "3")) {
            assertThat(next(stream).path("position").longValue()).isEqualTo(4);
        }
        try (HttpClient client = HttpClient.newHttpClient();
                BufferedReader stream = open(client, "/events?after=2")) {
            assertThat(next(stream).path("position").longValue()).isEqualTo(3);
        }
    }

    @Test
    void anEventIdThatIsNoneIsRefused() {
        assertRefused(
                ledger,
                400,
                "invalid_parameter",
                () -> ledger.get("/events", "Accept", "text/event-stream", "Last-Event-ID", "seven"));
    }

    private static long position(String line) {
        return Long.parseLong(line.substring(line.indexOf(':') + 1, line.indexOf(',')));
    }

    private static BufferedReader open(HttpClient client, String path, String... headers)
            throws IOException, InterruptedException {
        HttpResponse<InputStream> response = client.send(
                ledger.request(path, headers)
                        .header("Accept", "text/event-stream")
                        .build(),
                BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /** The next event of the stream; its id and type must agree with its data. */
    private static JsonNode next(BufferedReader stream) throws IOException {
        String id = "";
        String type = "";
        while (true) {
            String line = stream.readLine();
            assertThat(line).as("the stream stays open").isNotNull();
            if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith("event: ")) {
                type = line.substring(7);
            } else if (line.startsWith("data: ")) {
                JsonNode event = new JsonMapper().readTree(line.substring(6));
                assertThat(event.path("position").asString()).isEqualTo(id);
                assertThat(event.path("type").stringValue()).isEqualTo(type);
                return event;
            }
        }
    }
}
