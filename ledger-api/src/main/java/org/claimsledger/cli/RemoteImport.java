package org.claimsledger.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.claimsledger.api.operation.ImportLineResult.LineStatus;
import org.claimsledger.value.RefusalCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An import through a server that has the ledger open. */
final class RemoteImport {

    private static final JsonMapper JSON = new JsonMapper();

    private final URI server;
    private final @Nullable String token;

    RemoteImport(URI server, @Nullable String token) {
        this.server = server;
        this.token = token;
    }

    void run(InputStream file, ImportSummary importSummary) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/api/v1/imports"))
                .header("Content-Type", "application/x-ndjson")
                .header("Authorization", "Bearer " + (token == null ? "" : token))
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> file))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (BufferedReader answer =
                    new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                if (response.statusCode() != 200) {
                    throw new IOException("The server answered " + response.statusCode() + ": " + answer.readLine());
                }
                for (String line = answer.readLine(); line != null; line = answer.readLine()) {
                    add(JSON.readTree(line), importSummary);
                }
            }
        }
    }

    private static void add(JsonNode result, ImportSummary importSummary) throws IOException {
        JsonNode problem = result.path("problem");
        if (problem.path("code").asString("").equals(RefusalCode.STOPPING.code())) {
            throw new IOException("The server stopped at line "
                    + result.path("line").longValue() + "; send the file again when it is back");
        }
        importSummary.add(
                result.path("line").longValue(),
                LineStatus.valueOf(result.path("status").stringValue().toUpperCase(Locale.ROOT)),
                problem.path("code").stringValue(""),
                problem.path("pointer").stringValue(""),
                problem.path("detail").stringValue(""));
    }
}
