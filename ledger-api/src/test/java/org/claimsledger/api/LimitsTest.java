package org.claimsledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.api.RefusalAssertions.assertRefused;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.claimsledger.api.RunningLedger.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Limits on lengths and numbers: the largest allowed value is accepted, the next one is refused. */
class LimitsTest {

    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    static Path folder;

    private static RunningLedger ledger;
    private static int made;

    @BeforeAll
    static void start() {
        ledger = RunningLedger.in(folder);
        ledger.importLines("""
            {"op":"define_predicate","key":"sentenced"}\
            """, """
            {"op":"register_source","id":"report","kind":"news_report","title":"A report"}\
            """, """
            {"op":"register_subject","id":"the-accused","kind":"person","name":"The Accused"}\
            """, """
            {"op":"assert_claim","id":"one","subject":"the-accused","predicate":"sentenced",\
            "value":{"text":"Twenty years"},"evidence":{"source":"report"}}\
            """);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                arguments("/title", 500, "/sources", "{\"kind\":\"book\",\"title\":\"%s\"}"),
                arguments("/publisher", 500, "/sources", "{\"kind\":\"book\",\"title\":\"T\",\"publisher\":\"%s\"}"),
                arguments("/authors/0", 500, "/sources", "{\"kind\":\"book\",\"title\":\"T\",\"authors\":[\"%s\"]}"),
                arguments("/note", 5_000, "/sources", "{\"kind\":\"book\",\"title\":\"T\",\"note\":\"%s\"}"),
                arguments(
                        "/lineage/0/outlet",
                        500,
                        "/sources",
                        "{\"kind\":\"book\",\"title\":\"T\",\"lineage\":[{\"relation\":\"cites\",\"outlet\":\"%s\"}]}"),
                arguments("/name", 500, "/subjects", "{\"kind\":\"place\",\"name\":\"%s\"}"),
                arguments(
                        "/alsoKnownAs/0",
                        500,
                        "/subjects",
                        "{\"kind\":\"place\",\"name\":\"N\",\"alsoKnownAs\":[\"%s\"]}"),
                arguments(
                        "/externalIds/x",
                        300,
                        "/subjects",
                        "{\"kind\":\"place\",\"name\":\"N\",\"externalIds\":{\"x\":\"%s\"}}"),
                arguments("/label", 500, "/predicates", "{\"key\":\"key-@\",\"label\":\"%s\"}"),
                arguments("/terms/0", 300, "/predicates", "{\"key\":\"key-@\",\"terms\":[\"%s\"]}"),
                arguments("/statement", 2_000, "/claims", claim("\"statement\":\"%s\"", "")),
                arguments("/validAsStated", 300, "/claims", claim("\"validAsStated\":\"%s\"", "")),
                arguments("/qualifiers/q", 300, "/claims", claim("\"qualifiers\":{\"q\":\"%s\"}", "")),
                arguments("/evidence/locator", 300, "/claims", claim("", "\"locator\":\"%s\"")),
                arguments("/evidence/attribution/0", 500, "/claims", claim("", "\"attribution\":[\"%s\"]")),
                arguments("/evidence/quote/exact", 5_000, "/claims", claim("", "\"quote\":{\"exact\":\"%s\"}")),
                arguments(
                        "/evidence/quote/prefix",
                        300,
                        "/claims",
                        claim("", "\"quote\":{\"exact\":\"E\",\"prefix\":\"%s\"}")),
                arguments("/value/text", 2_000, "/claims", claim("", "").replace("Life", "%s")),
                arguments("/reason", 5_000, "/claims/one/rank", "{\"rank\":\"normal\",\"reason\":\"%s\"}"),
                arguments(
                        "/rationale",
                        5_000,
                        "/claims/one/assessments",
                        "{\"verdict\":\"false\",\"rationale\":\"%s\"}"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("texts")
    void aTextHasALongestLength(String pointer, int longest, String path, String body) {
        for (String letter : new String[] {"a", "ы"}) {
            assertThat(ledger.post(path, filled(body, letter.repeat(longest))).status())
                    .isIn(200, 201);
            Answer refused = assertRefused(
                    ledger, 422, "text_too_long", () -> ledger.post(path, filled(body, letter.repeat(longest + 1))));
            assertThat(refused.json().at("/errors/0/pointer").stringValue()).isEqualTo(pointer);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void aTextIsNeverEmptyNorHoldsWhatIsNoText(String pointer, int longest, String path, String body) {
        for (String text : new String[] {"", "  ", "\\u0000", "\\u0007", "\\ud800", "\\udc00\\ud800", "\\u00a0"}) {
            assertRefused(ledger, 422, "invalid_text", () -> ledger.post(path, filled(body, text)));
        }
    }

    static Stream<Arguments> lists() {
        IntFunction<String> texts = n -> entries(n, i -> "\"entry " + i + "\"");
        IntFunction<String> fields = n -> entries(n, i -> "\"entry" + i + "\":\"x\"");
        return Stream.of(
                arguments("/sources", "{\"kind\":\"book\",\"title\":\"T\",\"authors\":[%s]}", texts),
                arguments("/sources", "{\"kind\":\"book\",\"title\":\"T\",\"lineage\":[%s]}", (IntFunction<String>)
                        n -> entries(n, i -> "{\"relation\":\"cites\",\"outlet\":\"" + i + "\"}")),
                arguments("/subjects", "{\"kind\":\"place\",\"name\":\"N\",\"alsoKnownAs\":[%s]}", texts),
                arguments("/subjects", "{\"kind\":\"place\",\"name\":\"N\",\"externalIds\":{%s}}", fields),
                arguments("/predicates", "{\"key\":\"key-@\",\"terms\":[%s]}", texts),
                arguments("/claims", claim("", "\"attribution\":[%s]"), texts),
                arguments("/claims", claim("\"qualifiers\":{%s}", ""), fields));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("lists")
    void aListHasAHundredEntriesAtMost(String path, String body, IntFunction<String> entries) {
        assertThat(ledger.post(path, filled(body, entries.apply(100))).status()).isEqualTo(201);
        assertRefused(ledger, 422, "too_many", () -> ledger.post(path, filled(body, entries.apply(101))));
    }

    @Test
    void aBodyHasAMebibyteAtMost() {
        String body = "{\"id\":\"big\",\"kind\":\"book\",\"title\":\"T\"}";

        assertThat(ledger.post("/sources", body + " ".repeat(MEBIBYTE - body.length()))
                        .status())
                .isEqualTo(201);
        assertRefused(
                ledger,
                413,
                "body_too_large",
                () -> ledger.post("/sources", body + " ".repeat(MEBIBYTE - body.length() + 1)));
        assertRefused(ledger, 413, "body_too_large", () -> ledger.post("/sources", " ".repeat(20 * MEBIBYTE)));
    }

    @Test
    void aBodyIsNestedThirtyTwoTimesAtMost() {
        String within = "{\"x\":" + "[".repeat(31) + "]".repeat(31) + "}";
        String beyond = "{\"x\":" + "[".repeat(32) + "]".repeat(32) + "}";

        assertRefused(ledger, 400, "unknown_field", () -> ledger.post("/claims/one/retraction", within));
        assertRefused(ledger, 400, "malformed_json", () -> ledger.post("/claims/one/retraction", beyond));
        assertRefused(ledger, 400, "malformed_json", () -> ledger.post("/claims", "[".repeat(1_000_000)));
        assertRefused(ledger, 400, "malformed_json", () -> ledger.post("/claims", "{\"a\":".repeat(100_000)));
    }

    @ParameterizedTest
    @CsvSource({
        "999999999999999, 201",
        "9999999999999999, 422",
        "0.123456789012345, 201",
        "0.1234567890123456, 422",
        "1.00000000000000000000000000, 201",
        "9e20, 201",
        "1e21, 422",
        "-9e20, 201",
        "-1e21, 422",
        "1e-30, 201",
        "1e-31, 422",
        "0e999999999, 201",
        "1e999999999, 422",
        "-1e-999999999, 422",
        "1e2147483647, 422",
        "1e99999999999, 4xx",
        "0x10, 400",
        "01, 400",
        "+1, 400",
        ".5, 400",
        "Infinity, 400"
    })
    void aNumberHasFifteenDigitsAtMostAndASize(String number, String status) {
        String body = claim("", "").replace("{\"text\":\"Life\"}", "{\"quantity\":{\"amount\":" + number + "}}");
        if (status.equals("201")) {
            assertThat(ledger.post("/claims", body).status()).isEqualTo(201);
            return;
        }
        long before = ledger.head();
        Answer refused = ledger.post("/claims", body);
        assertThat(Integer.toString(refused.status())).matches(status.replace("x", "\\d"));
        assertThat(refused.code()).isIn("invalid_number", "malformed_json");
        assertThat(ledger.head()).isEqualTo(before);
    }

    @Test
    void anIdHasTwoToEightyCharacters() {
        String body = "{\"id\":\"%s\",\"kind\":\"place\",\"name\":\"N\"}";

        for (String id : new String[] {"a1", "0.", "a_-.".repeat(20)}) {
            assertThat(ledger.post("/subjects", body.formatted(id)).status()).isEqualTo(201);
            assertThat(ledger.get("/subjects/" + id).json().path("id").stringValue())
                    .isEqualTo(id);
        }
        for (String id : new String[] {"", "a", "a".repeat(81), ".a", "-a", "_a", "A1", "a b", "a/b", "ä1", "a\\n"}) {
            assertRefused(ledger, 422, "invalid_id", () -> ledger.post("/subjects", body.formatted(id)));
        }
    }

    @Test
    void aUrlHasTwoThousandCharactersAtMost() {
        String body = "{\"kind\":\"book\",\"title\":\"T\",\"url\":\"https://example.org/%s\"}";

        assertThat(ledger.post("/sources", body.formatted("a".repeat(1_980))).status())
                .isEqualTo(201);
        assertRefused(ledger, 422, "text_too_long", () -> ledger.post("/sources", body.formatted("a".repeat(1_981))));
    }

    @Test
    void anIdempotencyKeyHasTwoHundredPrintableCharactersAtMost() {
        String body = "{\"kind\":\"place\",\"name\":\"N\"}";

        assertThat(ledger.post("/subjects", body, "Idempotency-Key", "k".repeat(200))
                        .status())
                .isEqualTo(201);
        for (String key : new String[] {"", "  ", "k".repeat(201)}) {
            assertRefused(ledger, 400, "invalid_header", () -> ledger.post("/subjects", body, "Idempotency-Key", key));
        }
    }

    @Test
    void aQueryHasFiveHundredCharactersAParameterAtMost() {
        assertThat(ledger.get("/claims?q=" + "a".repeat(500)).status()).isEqualTo(200);
        assertRefused(ledger, 400, "invalid_parameter", () -> ledger.get("/claims?q=" + "a".repeat(501)));
    }

    /** A claim with these additional fields in it and in its evidence. */
    private static String claim(String fields, String evidence) {
        return "{\"subject\":\"the-accused\",\"predicate\":\"sentenced\",\"value\":{\"text\":\"Life\"}"
                + (fields.isEmpty() ? "" : "," + fields)
                + ",\"evidence\":{\"source\":\"report\"" + (evidence.isEmpty() ? "" : "," + evidence) + "}}";
    }

    private static String entries(int number, IntFunction<String> entry) {
        return IntStream.range(0, number).mapToObj(entry).collect(Collectors.joining(","));
    }

    /** The body with this text in it, and with a fresh number where its key must be new. */
    private static String filled(String body, String text) {
        return body.replace("@", Integer.toString(made++)).replace("%s", text);
    }
}
