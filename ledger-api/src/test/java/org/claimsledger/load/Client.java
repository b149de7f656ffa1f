package org.claimsledger.load;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.claimsledger.crash.Acknowledgements;
import org.claimsledger.crash.Requests;
import org.claimsledger.crash.ServerProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests to a server, and keeps what it is told of them. */
final class Client {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http;
    private final ServerProcess server;
    private final Acknowledgements told;

    Client(HttpClient http, ServerProcess server, Acknowledgements told) {
        this.http = http;
        this.server = server;
        this.told = told;
    }

    /** An answer that has come to its end. */
    record Answer(int status, String text) {

        JsonNode json() {
            return JSON.readTree(text);
        }

        String code() {
            return json().path("code").asString("");
        }
    }

    /** A write, with the token. */
    Answer write(Requests.Asked asked) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(asked.path()))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + ServerProcess.TOKEN)
                .header("Content-Type", asked.isImport() ? "application/x-ndjson" : "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(asked.body()));
        if (!asked.key().isEmpty()) {
            request.header("Idempotency-Key", asked.key());
        }
        Answer answer = answer(request.build());
        if (asked.isImport() && answer.status() == 200) {
            keepLines(asked, answer);
        } else if (answer.status() / 100 == 2) {
            JsonNode json = answer.json();
            told.add(
                    asked.tokens().getFirst(),
                    json.path("position").asLong(),
                    json.path("recordedAt").asString(""));
        }
        return answer;
    }

    private void keepLines(Requests.Asked asked, Answer answer) {
        int line = 0;
        for (String text : answer.text().lines().toList()) {
            JsonNode json = JSON.readTree(text);
            if (!json.path("status").asString("").equals("refused")) {
                told.add(asked.tokens().get(line), json.path("position").asLong(), "");
            }
            line++;
        }
    }

    Answer read(String path) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(server.uri(path))
                .timeout(Duration.ofSeconds(60))
                .build());
    }

    /** @throws HalfAnswer where it breaks off after it began */
    private Answer answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            return new Answer(response.statusCode(), new String(body.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new HalfAnswer(request, broken);
        }
    }

    /** An answer that ended before it was complete. */
    static final class HalfAnswer extends RuntimeException {

        private static final long serialVersionUID = 1L;

        HalfAnswer(HttpRequest request, IOException broken) {
            super("half an answer to " + request, broken);
        }
    }
}
