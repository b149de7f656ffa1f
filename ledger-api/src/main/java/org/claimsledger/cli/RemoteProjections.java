package org.claimsledger.cli;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.projection.run.ProjectionHealth;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The projections of a server that has the ledger open. */
record RemoteProjections(ServerClient client) implements RebuildCommand.RebuildableProjections {

    private static final String PATH = "/projections";

    @Override
    public List<ProjectionHealth> health() throws IOException, InterruptedException {
        List<ProjectionHealth> projections = new ArrayList<>();
        send(client.request(PATH).GET(), 200).path("items").forEach(item -> projections.add(health(item)));
        return projections;
    }

    @Override
    public void rebuild(String name) throws IOException, InterruptedException {
        send(client.request(PATH + "/" + name + "/rebuild").POST(HttpRequest.BodyPublishers.noBody()), 202);
    }

    private JsonNode send(HttpRequest.Builder request, int expected) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != expected) {
            throw ServerClient.unexpected(response, response.body());
        }
        try {
            return ServerClient.JSON.readTree(response.body());
        } catch (JacksonException e) {
            throw new IOException("The server's answer cannot be read: " + response.body(), e);
        }
    }

    private static ProjectionHealth health(JsonNode json) {
        return new ProjectionHealth(
                json.path("name").stringValue(""),
                json.path("position").longValue(),
                json.path("lag").longValue(),
                ServerClient.text(json.path("lastError")),
                json.path("generation").intValue(),
                rebuildProgress(json.path("rebuild")),
                ServerClient.text(json.path("rebuildError")));
    }

    private static ProjectionHealth.@Nullable RebuildProgress rebuildProgress(JsonNode json) {
        return json.isObject()
                ? new ProjectionHealth.RebuildProgress(
                        Instant.parse(json.path("since").stringValue()),
                        json.path("position").longValue(),
                        json.path("of").longValue())
                : null;
    }
}
