package org.claimsledger.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.claimsledger.api.RunningLedger;
import org.claimsledger.api.RunningLedger.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages as they are sent: their size, their redirects, and what they forbid the browser. */
class PagesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final int MOST = 150_000;

    @TempDir
    static Path folder;

    private static RunningLedger ledger;

    @BeforeAll
    static void open() throws IOException {
        ledger = RunningLedger.in(folder);
        ledger.importLines(Files.readString(DeskFixture.SAMPLE));
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    private static Answer get(String path) {
        return ledger.send(HttpRequest.newBuilder(ledger.base().resolve(path)).GET());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/claims",
                "/questions",
                "/search?q=aliyev",
                "/claims/otembaev-sentence",
                "/subjects/rakhat-aliev?publishedBy=2024-12-31&validOn=2010-06-01",
                "/sources/rferl-2024-02",
                "/sources/rferl-2024-02/retraction",
                "/compare?asOf=@250"
            })
    void aPageWithAllThatItLoadsIsLight(String path) throws IOException, InterruptedException {
        Answer page = get(path);
        assertThat(page.status()).isEqualTo(200);
        long travels = sent(path);
        for (String part : parts(page.text())) {
            travels += sent(part);
        }

        assertThat(page.text().length()).isLessThan(MOST);
        assertThat(travels).isLessThan(MOST / 2);
    }

    /** The bytes that are sent to a browser that accepts compression. */
    private static long sent(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = client.send(
                    HttpRequest.newBuilder(ledger.base().resolve(path))
                            .header("Accept-Encoding", "gzip")
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            if (answer.headers().firstValue("Content-Encoding").isPresent()) {
                assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes())
                        .isNotEmpty();
            }
            return answer.body().length;
        }
    }

    /** The addresses that a page loads, all of which are the ledger's own. */
    private static List<String> parts(String html) {
        return Pattern.compile("<(?:link|script|img)[^>]* (?:href|src)=\"([^\"]+)\"")
                .matcher(html)
                .results()
                .map(MatchResult::group)
                .map(tag -> tag.replaceAll(".* (?:href|src)=\"([^\"]+)\".*", "$1"))
                .toList();
    }

    @Test
    void aPageLoadsNothingFromAnotherHost() {
        assertThat(parts(get("/claims/otembaev-sentence").text()))
                .hasSize(4)
                .allSatisfy(part -> assertThat(part).startsWith("/").doesNotStartWith("//"));
    }

    @Test
    void aPageRunsNothingThatIsWrittenIntoIt() {
        Answer page = get("/");

        assertThat(page.header("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy)
                .contains("default-src 'none'")
                .contains("script-src 'self'")
                .contains("style-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe"));
        assertThat(page.header("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.header("Set-Cookie")).isEmpty();
    }

    @Test
    void aProblemIsAPageAndThatOfACallIsNone() {
        Answer page = get("/claims/nobody-filed-this");
        Answer call = get("/api/v1/claims/nobody-filed-this");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains("<h1>Not there</h1>").contains("nobody-filed-this is not there");
        assertThat(call.status()).isEqualTo(404);
        assertThat(call.code()).isEqualTo("claim_unknown");
        assertThat(get("/nowhere").status()).isEqualTo(404);
        assertThat(get("/claims?status=perhaps").status()).isEqualTo(400);
        assertThat(get("/claims?status=perhaps").text()).contains("status is one of");
        assertThat(get("/?asOf=@1&asOf=@2").text()).contains("asOf is given more than once");
        assertThat(get("/?asOf=@1&asOf=@2").status()).isEqualTo(400);
    }

    @Test
    void whatServesOnceUnderANameOfItsContentsStaysInABrowser() {
        String sheet = parts(get("/").text()).stream()
                .filter(part -> part.endsWith(".css"))
                .findFirst()
                .orElseThrow();

        assertThat(get(sheet).header("Cache-Control")).hasValue("max-age=31536000");
        assertThat(get("/").header("Cache-Control")).hasValue("no-cache");
    }

    @Test
    void anEmptyLedgerHasAFrontPageToo(@TempDir Path empty) {
        try (RunningLedger begun = RunningLedger.in(empty)) {
            for (String path :
                    List.of("/", "/claims", "/questions", "/subjects", "/sources", "/compare", "/search?q=a")) {
                Answer page = begun.send(
                        HttpRequest.newBuilder(begun.base().resolve(path)).GET());
                assertThat(page.status()).as(path).isEqualTo(200);
            }
        }
    }

    @Test
    void aDossierOfAThousandClaimsComesInPages() {
        List<String> lines = new ArrayList<>();
        lines.add("""
            {"op": "register_subject", "id": "much-told-of", "kind": "person", "name": "Somebody much told of"}\
            """);
        for (int i = 0; i < 1_000; i++) {
            lines.add("""
                {"op": "assert_claim", "id": "much-%1$d", "subject": "much-told-of", "predicate": "accused_of",\
                 "value": {"text": "the %1$dth of a thousand things"}, "valid": "%2$d~",\
                 "statement": "They are accused of the %1$dth of a thousand things, which takes a sentence to say.",\
                 "evidence": {"source": "rferl-2008-03"}}\
                """.formatted(i, 1950 + i % 70));
        }
        assertThat(ledger.importLines(lines.toArray(String[]::new)).text()).doesNotContain("refused");

        Answer first = get("/subjects/much-told-of");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.text().length()).isLessThan(MOST);
        assertThat(first.text()).contains("The rest of the dossier").contains("the 0th of a thousand things");

        int seen = 0;
        String next = "/subjects/much-told-of";
        while (next != null) {
            String html = get(next).text();
            seen += html.split("class=\"entry\"", -1).length - 1;
            var more = Pattern.compile("<a href=\"([^\"]+)\">The rest of the dossier")
                    .matcher(html);
            next = more.find() ? more.group(1).replace("&amp;", "&") : null;
        }
        assertThat(seen).isEqualTo(1_000);
    }

    @Test
    void noTemplateLetsTextBecomeMarkup() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            List<Path> templates =
                    files.filter(file -> file.toString().endsWith(".html")).toList();
            assertThat(templates).hasSizeGreaterThan(10);
            for (Path template : templates) {
                assertThat(Files.readString(template))
                        .as("%s", template)
                        .doesNotContain("utext")
                        .doesNotContain("th:inline")
                        .doesNotContain("[(")
                        .doesNotContain(" style=")
                        .doesNotContain("https://")
                        .doesNotContainPattern("\\son[a-z]+=");
            }
        }
    }
}
