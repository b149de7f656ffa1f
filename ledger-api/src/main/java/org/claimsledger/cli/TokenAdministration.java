package org.claimsledger.cli;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.time.Rfc3339;
import org.claimsledger.token.Role;
import org.claimsledger.token.Token;
import org.claimsledger.token.TokenName;
import org.claimsledger.token.TokenRegistry;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The tokens of a ledger, in this process or in a server. */
interface TokenAdministration extends AutoCloseable {

    /** A token of the list; times as text. */
    record TokenRow(
            String id,
            String name,
            String role,
            String created,
            String expires,
            @Nullable String lastUsed,
            @Nullable String revoked) {}

    /** A new token's secret, which is shown this once, and the instant it expires. */
    record CreatedToken(String secret, String expires) {}

    CreatedToken create(String name, Role role, @Nullable Instant expires) throws IOException, InterruptedException;

    List<TokenRow> list() throws IOException, InterruptedException;

    void revoke(String id) throws IOException, InterruptedException;

    @Override
    void close();

    /** The tokens of a ledger that this process has open. */
    record LocalTokens(Ledger ledger, TokenRegistry tokens) implements TokenAdministration {

        @Override
        public CreatedToken create(String name, Role role, @Nullable Instant expires) {
            TokenRegistry.IssuedToken issuedToken = tokens.issue(new TokenName(name), role, expires);
            return new CreatedToken(
                    issuedToken.secret().text(),
                    Rfc3339.format(issuedToken.token().expires()));
        }

        @Override
        public List<TokenRow> list() {
            return tokens.all().stream().map(LocalTokens::row).toList();
        }

        private static TokenRow row(Token token) {
            Instant revoked = token.revoked();
            return new TokenRow(
                    token.id(),
                    token.name().text(),
                    token.role().lowerCaseName(),
                    Rfc3339.format(token.created()),
                    Rfc3339.format(token.expires()),
                    Objects.toString(token.lastUsed(), null),
                    revoked == null ? null : Rfc3339.format(revoked));
        }

        @Override
        public void revoke(String id) {
            tokens.revoke(id);
        }

        @Override
        public void close() {
            tokens.close();
            ledger.close();
        }
    }

    /** The tokens of a server that has the ledger open. */
    record RemoteTokens(ServerClient client) implements TokenAdministration {

        private static final String PATH = "/tokens";

        @Override
        public CreatedToken create(String name, Role role, @Nullable Instant expires)
                throws IOException, InterruptedException {
            ObjectNode body =
                    ServerClient.JSON.createObjectNode().put("name", name).put("role", role.lowerCaseName());
            if (expires != null) {
                body.put("expires", expires.toString());
            }
            HttpRequest.Builder request = client.request(PATH)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
            JsonNode created = ServerClient.JSON.readTree(send(request, 201));
            return new CreatedToken(
                    created.path("secret").stringValue(""),
                    created.path("expires").stringValue(""));
        }

        @Override
        public List<TokenRow> list() throws IOException, InterruptedException {
            List<TokenRow> rows = new ArrayList<>();
            ServerClient.JSON
                    .readTree(send(client.request(PATH).GET(), 200))
                    .path("items")
                    .forEach(item -> rows.add(row(item)));
            return rows;
        }

        private static TokenRow row(JsonNode json) {
            return new TokenRow(
                    json.path("id").stringValue(""),
                    json.path("name").stringValue(""),
                    json.path("role").stringValue(""),
                    json.path("created").stringValue(""),
                    json.path("expires").stringValue(""),
                    ServerClient.text(json.path("lastUsed")),
                    ServerClient.text(json.path("revoked")));
        }

        @Override
        public void revoke(String id) throws IOException, InterruptedException {
            send(client.request(PATH + "/" + id).DELETE(), 204);
        }

        private String send(HttpRequest.Builder request, int expected) throws IOException, InterruptedException {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != expected) {
                throw ServerClient.unexpected(response, detail(response.body()));
            }
            return response.body();
        }

        /** The detail of a problem; the body as it is where it is no problem. */
        private static String detail(String body) {
            try {
                return ServerClient.JSON.readTree(body).path("detail").stringValue(body);
            } catch (JacksonException noJson) {
                return body;
            }
        }

        @Override
        public void close() {
            client.close();
        }
    }
}
