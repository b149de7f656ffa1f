package org.claimsledger.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.projection.run.ProjectionHealth;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The projections of a server that has the ledger open. */
final class RemoteProjections implements RebuildCommand.RebuildableProjections, AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PATH = "/api/v1/projections";

    private final URI server;
    private final @Nullable String token;
    private final HttpClient client = HttpClient.newHttpClient();

    RemoteProjections(URI server, @Nullable String token) {
        this.server = server;
        this.token = token;
    }

    @Override
    public List<ProjectionHealth> health() throws IOException, InterruptedException {
        List<ProjectionHealth> all = new ArrayList<>();
        send(request(PATH).GET().build(), 200).path("items").forEach(each -> all.add(health(each)));
        return all;
    }

    @Override
    public void rebuild(String name) throws IOException, InterruptedException {
        send(
                request(PATH + "/" + name + "/rebuild")
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                202);
    }

    /** Where reading is open, it needs no token. */
    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest request, int expected) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new IOException("The server answered " + answer.statusCode() + ": " + answer.body());
        }
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException e) {
            throw new IOException("The server's answer cannot be read: " + answer.body(), e);
        }
    }

    private static ProjectionHealth health(JsonNode json) {
        JsonNode rebuild = json.path("rebuild");
        return new ProjectionHealth(
                json.path("name").stringValue(""),
                json.path("position").longValue(),
                json.path("lag").longValue(),
                text(json.path("lastError")),
                json.path("generation").intValue(),
                rebuild.isObject()
                        ? new ProjectionHealth.RebuildProgress(
                                Instant.parse(rebuild.path("since").stringValue()),
                                rebuild.path("position").longValue(),
                                rebuild.path("of").longValue())
                        : null,
                text(json.path("rebuildError")));
    }

    private static @Nullable String text(JsonNode json) {
        return json.isString() ? json.stringValue() : null;
    }

    @Override
    public void close() {
        client.close();
    }
}
