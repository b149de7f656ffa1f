package org.claimsledger.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.claimsledger.crash.ServerProcess;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Logs show that there was a request, its outcome and its duration, but never its content. */
@Timeout(120)
class LogsTest {

    private static final String SECRET = "zaichikova";
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> named = new ArrayList<>();
    private ServerProcess server;

    @ParameterizedTest
    @ValueSource(strings = {"plain", "json"})
    void nothingThatClientsSendIsInTheLog(String format) throws Exception {
        server = ServerProcess.start(
                        folder, List.of("--ledger.data=" + folder.resolve("ledger"), "--ledger.log.format=" + format))
                .awaitReady(http);
        try {
            sendSecretsEverywhere();
        } finally {
            server.stop();
        }

        String log = server.output();
        assertThat(log.toLowerCase(Locale.ROOT)).doesNotContain(SECRET);
        assertThat(log).doesNotContain(ServerProcess.TOKEN);
        assertThat(log.lines().filter(line -> line.contains("org.claimsledger.requests")))
                .isNotEmpty()
                .noneMatch(line -> line.contains("127.0.0.1"));
        assertThat(log).contains("/api/v1/claims/{id}", "/api/v1/imports");
        assertThat(named).hasSizeGreaterThan(20).allSatisfy(name -> assertThat(log)
                .contains(name));
        if (format.equals("json")) {
            assertThat(log.lines())
                    .filteredOn(line -> line.startsWith("{"))
                    .hasSizeGreaterThan(20)
                    .allSatisfy(line -> {
                        JsonNode entry = JSON.readTree(line);
                        assertThat(entry.path("@timestamp").asString("")).isNotEmpty();
                        assertThat(entry.at("/log/level").asString("")).isNotEmpty();
                    });
            JsonNode request = JSON.readTree(log.lines()
                    .filter(line -> line.contains("/api/v1/imports"))
                    .findFirst()
                    .orElseThrow());
            assertThat(request.path("method").stringValue()).isEqualTo("POST");
            assertThat(request.path("route").stringValue()).isEqualTo("/api/v1/imports");
            assertThat(request.path("status").asInt()).isEqualTo(200);
            assertThat(request.path("ms").asLong()).isNotNegative();
            assertThat(request.path("request").stringValue()).isIn(named);
        }
    }

    private void sendSecretsEverywhere() throws IOException, InterruptedException {
        write(
                "/sources",
                "application/json",
                "{\"id\":\"" + SECRET + "\",\"kind\":\"book\",\"title\":\"" + SECRET + "\"}");
        write(
                "/subjects",
                "application/json",
                "{\"id\":\"" + SECRET + "\",\"kind\":\"person\",\"name\":\"Zaichikova\"}");
        write(
                "/subjects",
                "application/json",
                "{\"id\":\"" + SECRET + "\",\"kind\":\"person\",\"name\":\"Zaichikova\"}");
        write("/subjects", "application/json", "{\"" + SECRET + "\":1}");
        write("/subjects", "application/json", "{\"kind\":\"" + SECRET + "\",\"name\":\"\\u0000" + SECRET + "\"}");
        write("/subjects", "application/json", SECRET);
        write("/subjects", SECRET + "/" + SECRET, "{}");
        write("/claims/" + SECRET + "/retraction", "application/json", "{\"reasons\":[\"" + SECRET + "\"]}");
        write("/claims", "application/json", "{\"valid\":\"" + SECRET + "\",\"value\":{\"date\":\"" + SECRET + "\"}}");
        write("/imports", "application/x-ndjson", """
            {"op":"register_subject","kind":"person","name":"zaichikova"}
            {"op":"zaichikova"}
            zaichikova\
            """);
        for (String path : List.of(
                "/claims?q=" + SECRET,
                "/claims?" + SECRET + "=1",
                "/claims?asOf=" + SECRET,
                "/claims?cursor=" + SECRET,
                "/claims?publishedBy=" + SECRET,
                "/claims/" + SECRET,
                "/subjects/" + SECRET,
                "/subjects/" + SECRET + "/dossier",
                "/sources/" + SECRET + "/history",
                "/" + SECRET,
                "/claims/x/" + SECRET,
                "/events?after=" + SECRET)) {
            send(HttpRequest.newBuilder(server.uri(path)).GET());
        }
        send(HttpRequest.newBuilder(server.uri("/claims"))
                .header("Authorization", "Bearer " + SECRET)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
        send(HttpRequest.newBuilder(server.uri("/claims/" + SECRET)).method("PATCH", BodyPublishers.ofString(SECRET)));
        send(HttpRequest.newBuilder(server.uri("/claims")).method("ZAICHIKOVA", BodyPublishers.noBody()));
        send(HttpRequest.newBuilder(server.uri("/claims")).header("Accept", SECRET + "/" + SECRET));
        send(HttpRequest.newBuilder(server.uri("/claims")).header("Accept", SECRET));
        send(HttpRequest.newBuilder(server.uri("/claims")).header("Accept-Datetime", SECRET));
        for (String raw : List.of(
                "GET /api/v1/%zz" + SECRET + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/v1/cla{ims" + SECRET + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/v1/claims?q=" + SECRET.repeat(5_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/v1/claims HTTP/1.1\r\nHost: " + SECRET + "/\r\n\r\n",
                "GET /api/v1/claims HTTP/1.1\r\nHost: localhost\r\n" + SECRET + "\r\n\r\n",
                SECRET + "\r\n\r\n",
                "GET /" + SECRET + " " + SECRET + "\r\n\r\n",
                "POST /api/v1/subjects HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + ServerProcess.TOKEN
                        + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"name\":\"" + SECRET,
                "POST /api/v1/imports HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + ServerProcess.TOKEN
                        + "\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n" + SECRET)) {
            sendAndGo(raw);
        }
    }

    private void write(String path, String type, String body) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(server.uri(path))
                .header("Authorization", "Bearer " + ServerProcess.TOKEN)
                .header("Content-Type", type)
                .header("Idempotency-Key", SECRET)
                .header("If-Match", "\"" + SECRET + "\"")
                .header("X-Request-Id", SECRET)
                .header("User-Agent", SECRET)
                .header("Referer", "http://" + SECRET)
                .header("Cookie", "session=" + SECRET)
                .POST(BodyPublishers.ofString(body)));
    }

    private void send(HttpRequest.Builder request) throws IOException, InterruptedException {
        http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                .headers()
                .firstValue("X-Request-Id")
                .ifPresent(named::add);
    }

    /** Sends the text, reads whatever is answered at once, and goes away. */
    private void sendAndGo(String raw) throws IOException {
        try (Socket socket = new Socket(server.base().getHost(), server.base().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(raw.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        } catch (IOException reset) {
            // the server does not read any more
        }
    }
}
