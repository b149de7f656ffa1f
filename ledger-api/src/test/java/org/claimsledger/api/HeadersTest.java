package org.claimsledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.claimsledger.api.RunningLedger.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The headers of every answer that instruct browsers and caches. */
class HeadersTest {

    @TempDir
    static Path folder;

    private static RunningLedger ledger;

    @BeforeAll
    static void start() {
        ledger = RunningLedger.in(folder);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/claims", "/events", "/claims/nobody", "/nothing", "/tokens", "/openapi.json", "/claims?limit=x"
            })
    void nothingOfTheApiIsAPageOrPartOfOne(String path) {
        for (Answer answer : new Answer[] {ledger.get(path), ledger.get(path, "Authorization", "Bearer wrong")}) {
            assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'; frame-ancestors 'none'");
            assertCommon(answer);
            assertThat(answer.header("Referrer-Policy")).contains("no-referrer");
            assertThat(answer.header("X-Request-Id").orElseThrow()).hasSize(26);
            assertThat(answer.header("Set-Cookie")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/desk/desk.css", "/nothing", "/login?failed"})
    void aPageRunsNoScriptButTheDesksAndStandsInNoFrame(String path) {
        Answer answer = ledger.send(
                ledger.request("/api/../x").uri(ledger.base().resolve(path)).GET());

        assertThat(answer.header("Content-Security-Policy").orElseThrow())
                .contains(
                        "default-src 'none'",
                        "script-src 'self';",
                        "style-src 'self';",
                        "frame-ancestors 'none'",
                        "form-action 'self'",
                        "base-uri 'none'")
                .doesNotContain("unsafe");
        assertCommon(answer);
        assertThat(answer.header("Referrer-Policy")).contains("same-origin");
    }

    @Test
    void thePagesHaveNothingThatTheirPolicyForbids() {
        Answer page = ledger.send(
                ledger.request("/claims").uri(ledger.base().resolve("/")).GET());

        assertThat(page.text()).doesNotContain("<script>", " style=", "<style", " onclick", "javascript:");
    }

    @Test
    void answersToCallersAreNotCached() {
        assertThat(ledger.get("/claims", "Authorization", "Bearer " + RunningLedger.TOKEN)
                        .header("Cache-Control"))
                .contains("no-store");
        assertThat(ledger.get("/claims/nobody", "Authorization", "Bearer " + RunningLedger.TOKEN)
                        .header("Cache-Control"))
                .contains("no-store");
        assertThat(ledger.post("/subjects", "{\"kind\":\"person\",\"name\":\"N\"}")
                        .header("Cache-Control"))
                .contains("no-store");
        assertThat(ledger.get("/claims").header("Cache-Control")).isEmpty();
    }

    @Test
    void otherSitesAreNotLetInByTheirOrigin() {
        Answer read = ledger.get("/claims", "Origin", "https://example.org");
        assertThat(read.header("Access-Control-Allow-Origin")).isEmpty();
        Answer asked = ledger.send(
                ledger.request("/claims", "Origin", "https://example.org", "Access-Control-Request-Method", "POST")
                        .method("OPTIONS", BodyPublishers.noBody()));
        assertThat(asked.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(asked.header("Access-Control-Allow-Methods")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/claims", "/claims/nobody", "/tokens"})
    void aFaultShowsNothingOfTheProgram(String path) {
        for (String header : new String[] {"Authorization", "Accept", "Content-Type", "Cookie", "If-Match"}) {
            Answer answer = ledger.get(path, header, "\u00ff;=,\"'<>{}%00${x}");
            assertThat(answer.status()).isBetween(200, 499);
            assertThat(answer.text()).doesNotContain("Exception", "\tat ", "org.springframework", "Tomcat");
        }
    }

    private static void assertCommon(Answer answer) {
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.header("X-Frame-Options")).contains("DENY");
        assertThat(answer.header("Server")).isEmpty();
        assertThat(answer.header("X-Powered-By")).isEmpty();
    }
}
