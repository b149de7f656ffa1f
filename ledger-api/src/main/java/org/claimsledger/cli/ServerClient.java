package org.claimsledger.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls of a running server's API, each with the caller's token where there is one. */
final class ServerClient implements AutoCloseable {

    static final JsonMapper JSON = new JsonMapper();

    private final URI server;
    private final @Nullable String token;
    private final HttpClient http = HttpClient.newHttpClient();

    ServerClient(URI server, @Nullable String token) {
        this.server = server;
        this.token = token;
    }

    /**
     * Starts a request. Without a token it bears no credentials: an open ledger is readable without any.
     *
     * @param path below {@code /api/v1}
     */
    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve("/api/v1" + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body)
            throws IOException, InterruptedException {
        return http.send(request.build(), body);
    }

    /** The failure that an answer with an unexpected status is. */
    static IOException unexpected(HttpResponse<?> response, @Nullable String text) {
        return new IOException("The server answered " + response.statusCode() + ": " + text);
    }

    static @Nullable String text(JsonNode json) {
        return json.isString() ? json.stringValue() : null;
    }

    @Override
    public void close() {
        http.close();
    }
}
