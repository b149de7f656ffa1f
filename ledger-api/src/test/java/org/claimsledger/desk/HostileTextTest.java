package org.claimsledger.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.claimsledger.api.RunningLedger.Answer;
import org.claimsledger.desk.DeskFixture.BrowserWindow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Filed text is shown as plain text on every page, whatever it contains. */
class HostileTextTest {

    private static final String MARKUP =
            "</title></script><img src=x onerror=\"window.pwned=1\"><script>window.pwned=1</script>'\\\"-->"
                    + " ${7919*7907} [[${7919*7907}]] #{x} |y| __${7919*7907}__";

    @TempDir
    static Path folder;

    private static DeskFixture desk;

    @BeforeAll
    static void file() {
        desk = DeskFixture.in(folder);
        String text = JsonMapper.shared().writeValueAsString(MARKUP);
        accepted("/subjects", """
            {"id": "hostile", "kind": "person", "name": %1$s, "alsoKnownAs": [%1$s], "externalIds": {%1$s: %1$s}}
            """.formatted(text));
        accepted("/subjects/hostile/names", """
            {"name": %s, "language": "en"}
            """.formatted(text.replace("--> ", "--> again ")));
        accepted("/sources", """
            {"id": "hostile-source", "kind": "other", "title": %1$s, "publisher": %1$s, "authors": [%1$s], "note": %1$s,
             "url": "https://example.org/?%%22%%3E=javascript:alert(1)", "published": "2020~",
             "lineage": [{"relation": "republishes", "outlet": %1$s}]}
            """.formatted(text));
        accepted("/sources/hostile-source/notices", """
            {"type": "correction", "note": %s}
            """.formatted(text));
        accepted("/predicates", """
            {"key": "hostile_says", "label": %s, "valueKinds": ["text"], "cardinality": "one", "time": "holds"}
            """.formatted(text));
        accepted("/claims", """
            {"id": "hostile-claim", "subject": "hostile", "predicate": "hostile_says", "value": {"text": %1$s},
             "qualifiers": {"case": %2$s}, "valid": "2006~/..", "validAsStated": %2$s, "statement": %1$s,
             "evidence": {"source": "hostile-source", "attribution": [%1$s, %1$s], "locator": %2$s,
               "quote": {"exact": %1$s, "prefix": %2$s, "suffix": %2$s}}}
            """.formatted(text, text));
        accepted("/claims/hostile-claim/revisions", """
            {"kind": "correction", "changes": {"statement": %1$s, "value": {"text": %1$s}}, "reason": %1$s}
            """.formatted(text.replace("pwned=1", "pwned=2")));
        accepted("/claims/hostile-claim/assessments", """
            {"verdict": "undetermined", "rationale": %s}
            """.formatted(text));
        accepted("/claims/hostile-claim/rank", """
            {"rank": "preferred", "reason": %s}
            """.formatted(text));
        accepted("/claims/hostile-claim/relations", """
            {"relation": "contradicts", "other": "otembaev-sentence", "reason": %s}
            """.formatted(text));
        accepted("/subjects", """
            {"id": "turned-round", "kind": "person", "name": "Rakhat \\u202eveilA\\u202c A\\u200bliev"}
            """);
        accepted("/claims", """
            {"id": "turned-claim", "subject": "turned-round", "predicate": "hostile_says", "value": {"text": "evil \\u2066text"},
             "statement": "He said \\u202eon\\u202c.", "evidence": {"source": "hostile-source"}}
            """);
    }

    private static void accepted(String path, String body) {
        Answer answer = desk.ledger().post(path, body);
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    static List<String> pages() {
        return List.of(
                "/",
                "/claims/hostile-claim",
                "/claims/hostile-claim?clock=published",
                "/claims/hostile-claim/compare?asOf=@" + (desk.ledger().head() - 9),
                "/claims/otembaev-sentence",
                "/subjects",
                "/subjects/hostile",
                "/subjects/hostile/candidates",
                "/subjects/hostile/compare?asOf=@" + (desk.ledger().head() - 9),
                "/sources",
                "/sources/hostile-source",
                "/sources/hostile-source/retraction",
                "/claims",
                "/questions",
                "/compare?asOf=@300",
                "/search?q=window.pwned",
                "/search?q=%3C/script%3E%3Cscript%3Ewindow.pwned=1%3C/script%3E",
                "/?x%22%3E%3Cscript%3Ewindow.pwned=1%3C/script%3E=1",
                "/nowhere%3Cscript%3Ewindow.pwned=1%3C%2Fscript%3E",
                "/?asOf=%22%3E%3Cscript%3Ewindow.pwned=1%3C/script%3E");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nothingThatWasFiledBecomesMarkup(String path) {
        try (BrowserWindow browserWindow = desk.window()) {
            Page page = browserWindow.open(path);

            assertThat(page.evaluate("() => window.pwned")).isNull();
            assertThat(page.locator("img, main script, main iframe, main style").count())
                    .isZero();
            assertThat(page.locator("[onerror], [onclick], [style]").count()).isZero();
            assertThat(page.locator("a[href^='javascript']").count()).isZero();
            assertThat(browserWindow.faults().replaceAll("Failed to load resource: [^\n]* 40[04] [^\n]*\n", ""))
                    .isEmpty();
        }
    }

    @Test
    void filedTextIsShownUnchanged() {
        try (BrowserWindow browserWindow = desk.window()) {
            Page page = browserWindow.open("/claims/hostile-claim");

            assertThat(page.locator("h1").textContent()).contains(MARKUP.replace("pwned=1", "pwned=2"));
            assertThat(page.title()).contains("</title></script>").contains("${7919*7907}");
            assertThat(page.locator("main").textContent()).doesNotContain("62615533");
        }
    }

    @Test
    void whatHidesOrTurnsTheOrderRoundIsShownAndStaysInItsPlace() {
        Answer page = desk.get("/claims/turned-claim");

        assertThat(page.text())
                .contains("Rakhat ⟨U+202E⟩veilA⟨U+202C⟩ A⟨U+200B⟩liev")
                .contains("evil ⟨U+2066⟩text")
                .doesNotContainPattern("[\\u202a-\\u202e\\u2066-\\u2069\\u200b]");
        assertThat(page.text()).contains("<bdi>Rakhat ⟨U+202E⟩");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/",
                "//example.org/",
                "/\\example.org/",
                "\\\\example.org",
                "javascript:alert(1)",
                "/%0d%0aSet-Cookie:x=y",
                "/a\r\nb"
            })
    void theWayBackFromTheChoiceOfAThemeLeadsNowhereElse(String back) {
        Answer answer = desk.get("/theme?to=dark&back=" + URLEncoder.encode(back, StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location"))
                .hasValueSatisfying(to -> assertThat(to).matches("/(%0d%0aSet-Cookie:x=y)?"));
        assertThat(answer.response().headers().allValues("Set-Cookie"))
                .hasSize(1)
                .allMatch(it -> it.startsWith("theme=dark;"));
    }
}
