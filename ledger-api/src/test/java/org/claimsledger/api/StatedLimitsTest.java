package org.claimsledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.claimsledger.api.RunningLedger.Answer;
import org.claimsledger.house.TestReferences;
import org.claimsledger.projection.ReadModels;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each limit that docs/http.md states, in the words of its table: what is below and at it is taken, what is above is
 * not.
 */
class StatedLimitsTest {

    private static final Path GUIDE = Path.of("../docs/http.md");

    @TempDir
    static Path folder;

    private static RunningLedger ledger;
    private static int made;

    /**
     * A limit that can be counted.
     *
     * @param tried sends something of that size, and says by which code it was refused, or nothing
     */
    private record StatedLimit(String label, int maximum, String code, IntFunction<String> attempt) {

        @Override
        public String toString() {
            return label;
        }
    }

    /** The tests of limits that need more than a count, by limit. */
    private static final Map<String, List<String>> TRIED_ELSEWHERE = Map.of(
            "a body, and a line of an import",
            List.of(
                    "LimitsTest.aBodyHasAMebibyteAtMost",
                    "ImportsTest.aLineThatIsTooLongIsRefusedByItsNumberAndTheOthersAreNot"),
            "digits of a quantity",
            List.of("LimitsTest.aNumberHasFifteenDigitsAtMostAndASize"),
            "tokens, those that were revoked included",
            List.of("TokenRegistryTest.thereIsAMostOfThem"),
            "how long a token lasts",
            List.of("TokenCallsTest.aNameIsAtMostEightyCharactersAndALifeAtMostFiveYears"),
            "attempts to log in from an address",
            List.of(
                    "LoginThrottleTest.anAddressHasItsAttemptsAndThenWaits",
                    "LoginTest.anAddressThatTriesTooOftenWaitsWhateverItTriesAndOthersDoNot"),
            "a session without a request",
            List.of("StatedLimitsTest.aSessionLastsEightHoursWithoutARequest"),
            "names that a search for subjects looks at",
            List.of("StatedLimitsTest.ofMoreThanFiveHundredNamesakesFiveHundredAreFound"),
            "how long an `Idempotency-Key` is remembered",
            List.of(
                    "IdempotencyTest.theSameKeyAndBodyGiveTheFirstAnswerAgain",
                    "IdempotencyTest.aKeyIsForgottenAfterThirtyDays"),
            "claims that a dry run lists",
            List.of("DryRunTest.aRetractionOfASourceUnderAThousandClaimsCountsAllAndListsTheFirstFiveHundred"),
            "claims that a dry run looks at",
            List.of("DryRunTest.beyondTenThousandClaimsItLooksNoFurtherAndSaysSo"));

    /** No test asserts durations; only the outcome of the write is shown. */
    private static final Map<String, List<String>> ONLY_A_TIME = Map.of(
            "how long a write waits for the read side",
            List.of("SearchUnavailableTest.searchesAreNotReadyWhileTheIndexCannotBeReadAndAllElseGoesOn"));

    @BeforeAll
    static void start() {
        ledger = RunningLedger.in(folder);
        ledger.importLines("""
            {"op":"define_predicate","key":"sentenced"}\
            """, """
            {"op":"register_source","id":"report","kind":"news_report","title":"A report"}\
            """, """
            {"op":"register_subject","id":"the-accused","kind":"person","name":"The Accused"}\
            """);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    static List<StatedLimit> limits() {
        return List.of(
                new StatedLimit("nesting of objects and arrays", 32, "malformed_json", n -> post(
                                "/claims", "{\"x\":" + "[".repeat(n - 1) + "]".repeat(n - 1) + "}")
                        .replace("unknown_field", "")),
                new StatedLimit(
                        "entries of a list or map",
                        100,
                        "too_many",
                        n -> source("\"authors\":[" + entries(n, i -> "\"A " + i + "\"") + "]")),
                new StatedLimit("id", 80, "invalid_id", n -> subject("\"id\":\"" + unique(n) + "\"")),
                new StatedLimit(
                        "name, title, publisher, author, label, outlet",
                        500,
                        "text_too_long",
                        n -> source("\"publisher\":\"" + "p".repeat(n) + "\"")),
                new StatedLimit(
                        "statement", 2_000, "text_too_long", n -> claim("\"statement\":\"" + "s".repeat(n) + "\"")),
                new StatedLimit(
                        "value that is text",
                        2_000,
                        "text_too_long",
                        n -> claim("\"value\":{\"text\":\"" + "v".repeat(n) + "\"}")),
                new StatedLimit(
                        "note, reason, rationale, the passage of a quote (many lines)",
                        5_000,
                        "text_too_long",
                        n -> source("\"note\":\"" + "n".repeat(n) + "\"")),
                new StatedLimit(
                        "locator, qualifier, term, `validAsStated`, external id, prefix and suffix of a quote",
                        300,
                        "text_too_long",
                        n -> claim("\"evidence\":{\"source\":\"report\",\"quote\":{\"exact\":\"E\",\"suffix\":\""
                                + "s".repeat(n) + "\"}}")),
                new StatedLimit(
                        "key of a qualifier",
                        80,
                        "invalid_qualifier",
                        n -> claim("\"qualifiers\":{\"" + "k".repeat(n) + "\":\"q\"}")),
                new StatedLimit(
                        "URL",
                        2_000,
                        "text_too_long",
                        n -> source("\"url\":\"https://example.org/" + unique(n - 20) + "\"")),
                new StatedLimit("date (EDTF)", 200, "invalid_edtf", n -> source("\"published\":\"" + date(n) + "\"")),
                new StatedLimit(
                        "language tag", 35, "invalid_language", n -> source("\"language\":\"" + language(n) + "\"")),
                new StatedLimit(
                        "unit",
                        40,
                        "invalid_unit",
                        n -> claim("\"value\":{\"quantity\":{\"amount\":1,\"unit\":\"{" + "u".repeat(n - 2) + "}\"}}")),
                new StatedLimit("`Idempotency-Key`", 200, "invalid_header", n -> ledger.post(
                                "/subjects", "{\"kind\":\"place\",\"name\":\"N\"}", "Idempotency-Key", unique(n))
                        .code()),
                new StatedLimit("`importKey`", 200, "text_too_long", StatedLimitsTest::importKey),
                new StatedLimit(
                        "name of a token",
                        80,
                        "invalid_name",
                        n -> post("/tokens", "{\"role\":\"reader\",\"name\":\"" + unique(n) + "\"}")),
                new StatedLimit("query parameter", 500, "invalid_parameter", n -> get("/claims?q=" + "q".repeat(n))),
                new StatedLimit(
                        "different words of a search",
                        60,
                        "invalid_parameter",
                        n -> get("/claims?q="
                                + IntStream.range(100, 100 + n)
                                        .mapToObj(i -> "w" + i)
                                        .collect(Collectors.joining("+")))),
                new StatedLimit("items of a page (`limit`)", 500, "invalid_parameter", n -> get("/claims?limit=" + n)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("limits")
    void whatIsBelowAndAtALimitIsTakenAndWhatIsAboveIsNot(StatedLimit statedLimit) throws IOException {
        assertThat(figure(statedLimit.label())).isEqualTo("%,d".formatted(statedLimit.maximum()));
        assertThat(statedLimit.attempt().apply(statedLimit.maximum() - 1)).isEmpty();
        assertThat(statedLimit.attempt().apply(statedLimit.maximum())).isEmpty();
        long before = ledger.head();
        assertThat(statedLimit.attempt().apply(statedLimit.maximum() + 1)).isEqualTo(statedLimit.code());
        assertThat(ledger.head()).isEqualTo(before);
    }

    @Test
    void everyLimitThatTheGuideStatesIsTried() throws IOException {
        Set<String> tried = new LinkedHashSet<>(TRIED_ELSEWHERE.keySet());
        tried.addAll(ONLY_A_TIME.keySet());
        limits().forEach(statedLimit ->
                assertThat(tried.add(statedLimit.label())).isTrue());

        assertThat(tried).containsExactlyInAnyOrderElementsOf(statedLimits());
        TRIED_ELSEWHERE.values().forEach(tests -> tests.forEach(TestReferences::requireTestExists));
        ONLY_A_TIME.values().forEach(tests -> tests.forEach(TestReferences::requireTestExists));
    }

    @Test
    void aSessionLastsEightHoursWithoutARequest() {
        new Browser(ledger.base(), "127.0.0.1").logIn("admin", RunningLedger.TOKEN);

        assertThat(ledger.sessionTimeouts()).containsExactly(Duration.ofHours(8));
    }

    @Test
    void ofMoreThanFiveHundredNamesakesFiveHundredAreFound() throws InterruptedException {
        String[] lines = IntStream.range(0, 501)
                .mapToObj(i -> "{\"op\":\"register_subject\",\"kind\":\"person\",\"name\":\"Namesake " + i + "\"}")
                .toArray(String[]::new);
        ledger.importLines(Arrays.copyOf(lines, 499));
        assertThat(namesakes()).isEqualTo(499);
        ledger.importLines(lines);
        assertThat(namesakes()).isEqualTo(500);
    }

    private static int namesakes() throws InterruptedException {
        assertThat(ledger.bean(ReadModels.class).awaitShown(ledger.head(), Duration.ofMinutes(1)))
                .isTrue();
        var page = ledger.get("/subjects?q=namesake&limit=500").json();
        assertThat(page.path("next").isNull()).isTrue();
        return page.path("items").size();
    }

    /** The first column of the table of limits. */
    private static List<String> statedLimits() throws IOException {
        return rows().stream().map(row -> row[1].strip()).toList();
    }

    /** The number in the statement of a limit. */
    private static String figure(String stated) throws IOException {
        return rows().stream()
                .filter(row -> row[1].strip().equals(stated))
                .map(row -> row[2].strip().split(" ")[0])
                .findFirst()
                .orElseThrow();
    }

    private static List<String[]> rows() throws IOException {
        String guide = Files.readString(GUIDE);
        String section = guide.substring(guide.indexOf("\n## Limits\n"));
        List<String[]> rows = new ArrayList<>();
        section.substring(0, section.indexOf("\n## ", 2))
                .lines()
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .forEach(line -> rows.add(line.split("\\|")));
        assertThat(rows).hasSizeGreaterThan(20);
        return rows;
    }

    private static String post(String path, String body) {
        return ledger.post(path, body).code();
    }

    private static String get(String path) {
        return ledger.get(path).code();
    }

    private static String source(String field) {
        return post("/sources", "{\"kind\":\"book\",\"title\":\"T\"," + field + "}");
    }

    private static String subject(String field) {
        return post("/subjects", "{\"kind\":\"place\",\"name\":\"N\"," + field + "}");
    }

    private static String claim(String field) {
        return post(
                "/claims",
                "{\"subject\":\"the-accused\",\"predicate\":\"sentenced\""
                        + (field.startsWith("\"value") ? "" : ",\"value\":{\"text\":\"Life\"}")
                        + (field.startsWith("\"evidence") ? "" : ",\"evidence\":{\"source\":\"report\"}")
                        + ","
                        + field
                        + "}");
    }

    private static String importKey(int length) {
        Answer answer = ledger.importLines("{\"op\":\"register_subject\",\"kind\":\"place\",\"name\":\"N\","
                + "\"importKey\":\"" + unique(length) + "\"}");
        return answer.lines().getFirst().at("/problem/code").asString("");
    }

    private static String entries(int number, IntFunction<String> entry) {
        return IntStream.range(0, number).mapToObj(entry).collect(Collectors.joining(","));
    }

    /** A random text of lower-case letters and digits, of this length. */
    private static String unique(int length) {
        String number = "n" + made++;
        return number + "x".repeat(length - number.length());
    }

    /** A set of years and months of this length. */
    private static String date(int length) {
        for (int months = 0; months < 5; months++) {
            int years = length - 1 - 8 * months;
            if (years % 5 == 0) {
                String members = "1985,".repeat(years / 5) + "1985-12,".repeat(months);
                return "[" + members.substring(0, members.length() - 1) + "]";
            }
        }
        throw new AssertionError("no set has " + length);
    }

    /** English with private parts of up to eight letters. */
    private static String language(int length) {
        StringBuilder tag = new StringBuilder("en-x");
        while (tag.length() < length) {
            tag.append('-');
            tag.repeat("a", Math.min(8, length - tag.length()));
        }
        return tag.toString();
    }
}
