package org.claimsledger.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.token.Role;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The tokens of a server that has the ledger open. */
final class RemoteTokens implements TokenAdministration {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PATH = "/api/v1/tokens";

    private final URI server;
    private final @Nullable String token;
    private final HttpClient client = HttpClient.newHttpClient();

    RemoteTokens(URI server, @Nullable String token) {
        this.server = server;
        this.token = token;
    }

    @Override
    public CreatedToken create(String name, Role role, @Nullable Instant expires)
            throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode().put("name", name).put("role", role.lowerCaseName());
        if (expires != null) {
            body.put("expires", expires.toString());
        }
        JsonNode made = JSON.readTree(send(
                request(PATH)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString())),
                201));
        return new CreatedToken(
                made.path("secret").stringValue(""), made.path("expires").stringValue(""));
    }

    @Override
    public List<TokenRow> list() throws IOException, InterruptedException {
        List<TokenRow> all = new ArrayList<>();
        JSON.readTree(send(request(PATH).GET(), 200)).path("items").forEach(each -> all.add(row(each)));
        return all;
    }

    private static TokenRow row(JsonNode json) {
        return new TokenRow(
                json.path("id").stringValue(""),
                json.path("name").stringValue(""),
                json.path("role").stringValue(""),
                json.path("created").stringValue(""),
                json.path("expires").stringValue(""),
                text(json.path("lastUsed")),
                text(json.path("revoked")));
    }

    private static @Nullable String text(JsonNode json) {
        return json.isString() ? json.stringValue() : null;
    }

    @Override
    public void revoke(String id) throws IOException, InterruptedException {
        send(request(PATH + "/" + id).DELETE(), 204);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .header("Authorization", "Bearer " + (token == null ? "" : token));
    }

    private String send(HttpRequest.Builder request, int expected) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == expected) {
            return answer.body();
        }
        throw new IOException("The server answered " + answer.statusCode() + ": " + detail(answer.body()));
    }

    private static String detail(String body) {
        try {
            return JSON.readTree(body).path("detail").stringValue(body);
        } catch (JacksonException noProblem) {
            return body;
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
