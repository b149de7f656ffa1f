package org.claimsledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.api.RefusalAssertions.assertRefused;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.claimsledger.api.RunningLedger.Answer;
import org.claimsledger.store.StoreLocation.PostgresDatabase;
import org.claimsledger.store.engine.PostgresForTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Tokens over HTTP: creating, using, listing and revoking them. */
@Timeout(180)
class TokenCallsTest {

    private static final String SUBJECT = "{\"kind\":\"person\",\"name\":\"N\"}";

    @TempDir
    static Path folder;

    private static RunningLedger ledger;

    @BeforeAll
    static void start() {
        ledger = RunningLedger.in(folder.resolve("ledger"));
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void eventsCarryTheNameOfTheToken() {
        String secret = made(ledger, "night.desk", "reporter").path("secret").stringValue();

        Answer recorded =
                post(ledger, secret, "/subjects", "{\"id\":\"by-the-desk\",\"kind\":\"person\",\"name\":\"N\"}");

        assertThat(recorded.status()).isEqualTo(201);
        assertThat(ledger.get("/subjects/by-the-desk/history")
                        .json()
                        .at("/items/0/actor")
                        .stringValue())
                .isEqualTo("night.desk");
    }

    @Test
    void theSecretIsShownOnceAndIsNowhereElse() throws Exception {
        Answer answer = ledger.post("/tokens", "{\"name\":\"once\",\"role\":\"admin\"}");
        JsonNode made = answer.json();
        String secret = made.path("secret").stringValue();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location"))
                .contains("/api/v1/tokens/" + made.path("id").stringValue());
        assertThat(answer.header("Cache-Control")).contains("no-store");
        post(ledger, secret, "/subjects", SUBJECT);

        for (String path : List.of("/tokens", "/events", "/export", "/session")) {
            assertThat(get(ledger, RunningLedger.TOKEN, path).text()).doesNotContain(secret);
        }
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isNotEmpty().allSatisfy(file -> assertThat(
                            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    .doesNotContain(secret));
        }
    }

    @Test
    void theListTellsEverythingElse() {
        JsonNode made = made(ledger, "listed", "legal");
        JsonNode before = listed(ledger, "listed");
        assertThat(before.path("role").stringValue()).isEqualTo("legal");
        assertThat(before.path("id")).isEqualTo(made.path("id"));
        assertThat(before.path("created")).isEqualTo(made.path("created"));
        assertThat(before.path("expires")).isEqualTo(made.path("expires"));
        assertThat(Duration.between(instant(before, "created"), instant(before, "expires")))
                .hasDays(365);
        assertThat(before.path("lastUsed").isNull()).isTrue();
        assertThat(before.path("revoked").isNull()).isTrue();

        LocalDate day = LocalDate.now(ZoneOffset.UTC);
        get(ledger, made.path("secret").stringValue(), "/session");
        ledger.send(ledger.request("/tokens/" + made.path("id").stringValue())
                .header("Authorization", "Bearer " + RunningLedger.TOKEN)
                .DELETE());

        JsonNode after = listed(ledger, "listed");
        assertThat(instant(after, "revoked")).isAfterOrEqualTo(instant(after, "created"));
        within(() -> !listed(ledger, "listed").path("lastUsed").isNull());
        assertThat(LocalDate.parse(listed(ledger, "listed").path("lastUsed").stringValue()))
                .isBetween(day, day.plusDays(1));
    }

    @Test
    void aTokenThatIsRevokedIsRefusedAtTheNextRequestAndRevokingItAgainChangesNothing() {
        JsonNode made = made(ledger, "revoked", "editor");
        String secret = made.path("secret").stringValue();
        assertThat(post(ledger, secret, "/subjects", SUBJECT).status()).isEqualTo(201);

        assertThat(revoke(ledger, made).status()).isEqualTo(204);

        assertRefused(ledger, 401, "unauthorized", () -> post(ledger, secret, "/subjects", SUBJECT));
        JsonNode first = listed(ledger, "revoked");
        assertThat(revoke(ledger, made).status()).isEqualTo(204);
        assertThat(listed(ledger, "revoked")).isEqualTo(first);
        assertRefused(ledger, 409, "name_taken", () -> ledger.post("/tokens", token("revoked", "reader")));
        assertThat(ledger.send(ledger.request("/tokens/nothing")
                                .header("Authorization", "Bearer " + RunningLedger.TOKEN)
                                .DELETE())
                        .code())
                .isEqualTo("token_unknown");
    }

    @Test
    void anAdministratorByTokenMayMakeOthersAndMayBeRevoked() {
        JsonNode made = made(ledger, "second-admin", "admin");
        String secret = made.path("secret").stringValue();

        assertThat(post(ledger, secret, "/tokens", token("made-by-second", "reader"))
                        .status())
                .isEqualTo(201);
        revoke(ledger, made);
        assertThat(post(ledger, secret, "/tokens", token("too-late", "reader")).status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{}                                                | 422 | field_missing",
                "{\"name\":\"x1\"}                                 | 422 | field_missing",
                "{\"role\":\"reader\"}                             | 422 | field_missing",
                "{\"name\":\"x1\",\"role\":\"owner\"}              | 400 | unknown_option",
                "{\"name\":\"x1\",\"role\":\"ADMIN\"}              | 400 | unknown_option",
                "{\"name\":\"x1\",\"role\":7}                      | 400 | wrong_type",
                "{\"name\":\"x1\",\"role\":\"reader\",\"id\":\"x\"} | 400 | unknown_field",
                "{\"name\":\"Jane\",\"role\":\"reader\"}           | 422 | invalid_name",
                "{\"name\":\"admin\",\"role\":\"reader\"}          | 422 | invalid_name",
                "{\"name\":\"oidc:x\",\"role\":\"reader\"}         | 422 | invalid_name",
                "{\"name\":\"x1\",\"role\":\"reader\",\"expires\":\"2020-01-01T00:00:00Z\"} | 422 | invalid_expiry",
                "{\"name\":\"x1\",\"role\":\"reader\",\"expires\":\"2999-01-01T00:00:00Z\"} | 422 | invalid_expiry",
                "{\"name\":\"x1\",\"role\":\"reader\",\"expires\":\"tomorrow\"} | 422 | invalid_instant",
                "[]                                                | 400 | malformed_json"
            })
    void aTokenThatMayNotBeIsRefused(String body, int status, String code) {
        int before = ledger.get("/tokens", admin()).json().path("items").size();
        assertRefused(ledger, status, code, () -> ledger.post("/tokens", body));
        assertThat(ledger.get("/tokens", admin()).json().path("items").size()).isEqualTo(before);
    }

    @Test
    void aNameIsAtMostEightyCharactersAndALifeAtMostFiveYears() {
        assertThat(ledger.post("/tokens", token("n".repeat(80), "reader")).status())
                .isEqualTo(201);
        assertRefused(ledger, 422, "invalid_name", () -> ledger.post("/tokens", token("n".repeat(81), "reader")));
        Instant last = Instant.now().plus(Duration.ofDays(1_830));
        String body = "{\"name\":\"%s\",\"role\":\"reader\",\"expires\":\"%s\"}";
        assertThat(ledger.post("/tokens", body.formatted("lasting", last)).status())
                .isEqualTo(201);
        assertRefused(
                ledger,
                422,
                "invalid_expiry",
                () -> ledger.post("/tokens", body.formatted("everlasting", last.plus(Duration.ofHours(1)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer %s", "bearer %s", "BEARER   %s ", "Bearer\t%s"})
    void theSchemeIsReadAsItsStandardSays(String header) {
        String name = "scheme-" + Integer.toHexString(header.hashCode());
        String secret = made(ledger, name, "reader").path("secret").stringValue();
        Answer answer = ledger.get("/session", "Authorization", header.formatted(secret));

        boolean isBearer = !header.contains("\t");
        assertThat(answer.status()).isEqualTo(isBearer ? 200 : 401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer clm_", "Bearer %20", "Bearer a b c", "Bearer a.b.c"})
    void anInvalidTokenIsRefusedEvenWhereNoneIsNeeded(String header) {
        Answer answer = ledger.get("/claims", "Authorization", header);

        assertThat(answer.status()).isEqualTo(header.isEmpty() ? 200 : 401);
    }

    @Test
    void credentialsOfAnotherSchemeAreSomebodyElsesMatter() {
        assertThat(ledger.get("/claims", "Authorization", "Basic YTpi").status())
                .isEqualTo(200);
        assertThat(ledger.get("/session", "Authorization", "Basic YTpi").status())
                .isEqualTo(401);
    }

    @Test
    void anOpenStreamEndsWithItsToken() throws Exception {
        JsonNode made = made(ledger, "streaming", "reader");
        try (HttpClient client = HttpClient.newHttpClient();
                BufferedReader stream = new BufferedReader(new InputStreamReader(
                        client.send(
                                        ledger.request(
                                                        "/events",
                                                        "Accept",
                                                        "text/event-stream",
                                                        "Authorization",
                                                        "Bearer "
                                                                + made.path("secret")
                                                                        .stringValue())
                                                .build(),
                                        BodyHandlers.ofInputStream())
                                .body(),
                        StandardCharsets.UTF_8))) {
            ledger.post("/subjects", SUBJECT);
            assertThat(stream.readLine()).isEqualTo("id: 1");

            revoke(ledger, made);

            assertThat(stream.lines().toList()).isNotEmpty();
        }
    }

    @Test
    void ofAnImportUnderWayNothingIsRecordedAfterItsTokenWasRevoked() throws Exception {
        JsonNode made = made(ledger, "importing", "reporter");
        String line = "{\"op\":\"register_subject\",\"id\":\"%s\",\"kind\":\"person\",\"name\":\"N\"}\n";
        long before = ledger.head();
        try (Socket socket = new Socket(ledger.base().getHost(), ledger.base().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/v1/imports HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + "Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n"
                            + "Authorization: Bearer " + made.path("secret").stringValue() + "\r\n\r\n"
                            + chunk(line.formatted("under-way-1")))
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
            within(() -> !listed(ledger, "importing").path("lastUsed").isNull());

            revoke(ledger, made);
            out.write((chunk(line.formatted("under-way-2")) + "0\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("HTTP/1.1 200", "\"code\":\"unauthorized\"")
                    .doesNotContain("accepted");
        }
        assertThat(ledger.head()).isEqualTo(before);
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    @Test
    void nodesShareTheirTokens() {
        PostgresDatabase postgresDatabase = PostgresForTests.newDatabase();
        try (RunningLedger here = RunningLedger.onDatabase(postgresDatabase, folder.resolve("here"));
                RunningLedger there = RunningLedger.onDatabase(postgresDatabase, folder.resolve("there"))) {
            JsonNode made = made(here, "night", "reporter");
            String secret = made.path("secret").stringValue();
            within(() -> post(there, secret, "/subjects", SUBJECT).status() == 201);
            assertThat(listed(there, "night").path("id")).isEqualTo(made.path("id"));

            assertThat(revoke(there, made).status()).isEqualTo(204);
            assertThat(post(there, secret, "/subjects", SUBJECT).status()).isEqualTo(401);
            within(() -> post(here, secret, "/subjects", SUBJECT).status() == 401);
        }
    }

    private static void within(Callable<Boolean> until) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(until);
    }

    private static Instant instant(JsonNode token, String field) {
        return Instant.parse(token.path(field).stringValue());
    }

    private static String token(String name, String role) {
        return "{\"name\":\"" + name + "\",\"role\":\"" + role + "\"}";
    }

    private static JsonNode made(RunningLedger ledger, String name, String role) {
        Answer answer = ledger.post("/tokens", token(name, role));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private static JsonNode listed(RunningLedger ledger, String name) {
        for (JsonNode token : ledger.get("/tokens", admin()).json().path("items")) {
            if (token.path("name").stringValue().equals(name)) {
                return token;
            }
        }
        throw new AssertionError(name);
    }

    private static Answer revoke(RunningLedger ledger, JsonNode token) {
        return ledger.send(ledger.request("/tokens/" + token.path("id").stringValue())
                .header("Authorization", "Bearer " + RunningLedger.TOKEN)
                .DELETE());
    }

    private static Answer post(RunningLedger ledger, String secret, String path, String body) {
        return ledger.send(ledger.request(path)
                .header("Authorization", "Bearer " + secret)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static Answer get(RunningLedger ledger, String secret, String path) {
        return ledger.get(path, "Authorization", "Bearer " + secret);
    }

    private static String[] admin() {
        return new String[] {"Authorization", "Bearer " + RunningLedger.TOKEN};
    }
}
