package org.claimsledger.load;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.claimsledger.crash.Acknowledgements;
import org.claimsledger.crash.RequestGenerator;
import org.claimsledger.crash.ServerProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests to a server, and keeps its acknowledgements. */
final class LoadClient {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http;
    private final ServerProcess server;
    private final Acknowledgements acknowledgements;

    LoadClient(HttpClient http, ServerProcess server, Acknowledgements told) {
        this.http = http;
        this.server = server;
        this.acknowledgements = told;
    }

    /** A complete answer. */
    record CompleteAnswer(int status, String text) {

        JsonNode json() {
            return JSON.readTree(text);
        }

        String code() {
            return json().path("code").asString("");
        }
    }

    /** A write, with the token. */
    CompleteAnswer write(RequestGenerator.GeneratedRequest generatedRequest) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(generatedRequest.path()))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + ServerProcess.TOKEN)
                .header("Content-Type", generatedRequest.isImport() ? "application/x-ndjson" : "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(generatedRequest.body()));
        if (!generatedRequest.key().isEmpty()) {
            request.header("Idempotency-Key", generatedRequest.key());
        }
        CompleteAnswer completeAnswer = answer(request.build());
        if (generatedRequest.isImport() && completeAnswer.status() == 200) {
            addImportResults(generatedRequest, completeAnswer);
        } else if (completeAnswer.status() / 100 == 2) {
            JsonNode json = completeAnswer.json();
            acknowledgements.add(
                    generatedRequest.tokens().getFirst(),
                    json.path("position").asLong(),
                    json.path("recordedAt").asString(""));
        }
        return completeAnswer;
    }

    private void addImportResults(RequestGenerator.GeneratedRequest generatedRequest, CompleteAnswer completeAnswer) {
        int line = 0;
        for (String text : completeAnswer.text().lines().toList()) {
            JsonNode json = JSON.readTree(text);
            if (!json.path("status").asString("").equals("refused")) {
                acknowledgements.add(
                        generatedRequest.tokens().get(line),
                        json.path("position").asLong(),
                        "");
            }
            line++;
        }
    }

    CompleteAnswer read(String path) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(server.uri(path))
                .timeout(Duration.ofSeconds(60))
                .build());
    }

    /** @throws IncompleteAnswer if the answer breaks off after it began */
    private CompleteAnswer answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            return new CompleteAnswer(response.statusCode(), new String(body.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new IncompleteAnswer(request, broken);
        }
    }

    /** An answer that ended before it was complete. */
    static final class IncompleteAnswer extends RuntimeException {

        private static final long serialVersionUID = 1L;

        IncompleteAnswer(HttpRequest request, IOException broken) {
            super("half an answer to " + request, broken);
        }
    }
}
