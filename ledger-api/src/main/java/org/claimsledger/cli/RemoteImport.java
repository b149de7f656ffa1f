package org.claimsledger.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.claimsledger.api.operation.ImportLineResult.LineStatus;
import org.claimsledger.value.RefusalCode;
import tools.jackson.databind.JsonNode;

/** An import through a server that has the ledger open. */
record RemoteImport(ServerClient client) {

    void run(InputStream file, ImportSummary summary) throws IOException, InterruptedException {
        HttpRequest.Builder request = client.request("/imports")
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> file));
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            if (response.statusCode() != 200) {
                throw ServerClient.unexpected(response, lines.readLine());
            }
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                add(ServerClient.JSON.readTree(line), summary);
            }
        }
    }

    private static void add(JsonNode result, ImportSummary summary) throws IOException {
        JsonNode problem = result.path("problem");
        if (problem.path("code").asString("").equals(RefusalCode.STOPPING.code())) {
            throw new IOException("The server stopped at line "
                    + result.path("line").longValue() + "; send the file again when it is back");
        }
        summary.add(
                result.path("line").longValue(),
                LineStatus.valueOf(result.path("status").stringValue().toUpperCase(Locale.ROOT)),
                problem.path("code").stringValue(""),
                problem.path("pointer").stringValue(""),
                problem.path("detail").stringValue(""));
    }
}
