package org.claimsledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.claimsledger.api.RefusalAssertions.assertRefused;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.claimsledger.api.RunningLedger.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of commands: whole, damaged, cut off, and sent again. */
class ImportsTest {

    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    static Path folder;

    private static RunningLedger ledger;

    @BeforeAll
    static void start() {
        ledger = RunningLedger.in(folder);
        ledger.importLines(
                "{\"op\":\"define_predicate\",\"key\":\"sentenced\"}",
                "{\"op\":\"register_source\",\"id\":\"report\",\"kind\":\"news_report\",\"title\":\"A report\"}",
                subject("the-accused"));
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void goodAndBadLinesAreAnsweredOneByOneWithTheirNumbers() {
        long before = ledger.head();

        Answer answer = ledger.importLines(
                subject("mixed-1"),
                "{not json",
                "{\"op\":\"register_subject\",\"id\":\"mixed-2\",\"kind\":\"person\"}",
                "",
                "{\"op\":\"dig_a_hole\"}",
                "{\"id\":\"mixed-3\"}",
                "[]",
                "{\"op\":\"merge_subjects\",\"subject\":\"mixed-1\",\"absorb\":\"mixed-4\"}",
                "{\"op\":\"merge_subjects\",\"subject\":\"nobody\",\"absorb\":\"mixed-1\"}",
                subject("mixed-4"),
                "{\"op\":\"merge_subjects\",\"subject\":\"mixed-1\",\"absorb\":\"mixed-4\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type").orElse("")).startsWith("application/x-ndjson");
        assertThat(outcomes(answer))
                .containsExactly(
                        "1 accepted",
                        "2 refused malformed_json",
                        "3 refused field_missing /name",
                        "5 refused op_unknown /op",
                        "6 refused field_missing /op",
                        "7 refused malformed_json",
                        "8 refused subject_unknown /absorb",
                        "9 refused subject_unknown",
                        "10 accepted",
                        "11 accepted");
        assertThat(ledger.head()).isEqualTo(before + 3);
        assertThat(answer.header("Ledger-Position")).contains(Long.toString(ledger.head()));
        assertThat(answer.lines().getLast().path("position").longValue()).isEqualTo(ledger.head());
    }

    @Test
    void aFileSentTwiceChangesNothingTheSecondTime() {
        String[] file = {
            subject("twice"),
            claim("twice-claim"),
            "{\"op\":\"retract_claim\",\"claim\":\"twice-claim\"}",
            "{\"op\":\"reinstate_claim\",\"claim\":\"twice-claim\"}",
            "{\"op\":\"register_subject\",\"kind\":\"person\",\"name\":\"One whose id the ledger makes\"}"
        };
        Answer first = ledger.importLines(file);
        assertThat(statuses(first)).containsOnly("accepted");
        String before = ledger.get("/events").text();

        Answer second = ledger.importLines(file);

        assertThat(statuses(second)).containsOnly("duplicate");
        assertThat(second.lines())
                .extracting(line -> line.path("id") + " " + line.path("position"))
                .isEqualTo(first.lines().stream()
                        .map(line -> line.path("id") + " " + line.path("position"))
                        .toList());
        assertThat(ledger.get("/events").text()).isEqualTo(before);
    }

    @Test
    void aFileSentAgainAfterLaterEditsUndoesNoneOfThem() {
        ledger.importLines(claim("edited"), "{\"op\":\"rank_claim\",\"claim\":\"edited\",\"rank\":\"preferred\"}");
        ledger.post("/claims/edited/revisions", """
            {"kind":"correction","changes":{"value":{"text":"Fifteen years"}},"reason":"misread"}\
            """);
        ledger.post("/claims/edited/retraction", "{}");
        String before = ledger.get("/claims/edited").text();

        Answer again = ledger.importLines(
                claim("edited"), "{\"op\":\"rank_claim\",\"claim\":\"edited\",\"rank\":\"preferred\"}");

        assertThat(statuses(again)).containsOnly("duplicate");
        assertThat(ledger.get("/claims/edited").text()).isEqualTo(before);
    }

    @Test
    void aLineWrittenInAnotherOrderOrWithOtherSpacesIsTheSameLine() {
        ledger.importLines("{\"op\":\"register_subject\",\"id\":\"spaced\",\"kind\":\"person\",\"name\":\"N\"}");

        assertThat(statuses(ledger.importLines("  { \"name\" : \"\\u004e\", \"kind\":\"person\",\"id\":\"spaced\""
                        + " ,\"op\":\"register_subject\"}  ")))
                .containsExactly("duplicate");
    }

    @Test
    void aLineThatStandsTwiceInAFileIsDoneTwiceWhereThatMakesSense() {
        ledger.importLines(claim("ranked"));
        String[] file = {
            "{\"op\":\"rank_claim\",\"claim\":\"ranked\",\"rank\":\"preferred\"}",
            "{\"op\":\"rank_claim\",\"claim\":\"ranked\",\"rank\":\"normal\"}",
            "{\"op\":\"rank_claim\",\"claim\":\"ranked\",\"rank\":\"preferred\"}",
            subject("only-once"),
            subject("only-once")
        };

        assertThat(outcomes(ledger.importLines(file)))
                .containsExactly("1 accepted", "2 accepted", "3 accepted", "4 accepted", "5 refused id_taken /id");
        assertThat(ledger.get("/claims/ranked").json().path("revision").intValue())
                .isEqualTo(4);
        assertThat(outcomes(ledger.importLines(file)))
                .containsExactly("1 duplicate", "2 duplicate", "3 duplicate", "4 duplicate", "5 refused id_taken /id");
    }

    @Test
    void aRefusedLineIsTriedAgainWhenTheFileIsSentAgain() {
        String line = "{\"op\":\"merge_subjects\",\"subject\":\"late-kept\",\"absorb\":\"late-absorbed\"}";
        assertThat(statuses(ledger.importLines(line))).containsExactly("refused");
        ledger.importLines(subject("late-kept"), subject("late-absorbed"));

        assertThat(statuses(ledger.importLines(line))).containsExactly("accepted");
        assertThat(statuses(ledger.importLines(line))).containsExactly("duplicate");
    }

    @Test
    void aLineWithAKeyOfItsOwnIsAcceptedOnceUnderIt() {
        Answer answer = ledger.importLines(
                "{\"op\":\"register_subject\",\"importKey\":\"row"
                        + " 7\",\"id\":\"keyed\",\"kind\":\"person\",\"name\":\"N\"}",
                "{\"importKey\":\"row"
                        + " 7\",\"op\":\"register_subject\",\"id\":\"keyed-2\",\"kind\":\"person\",\"name\":\"M\"}");

        assertThat(statuses(answer)).containsExactly("accepted", "duplicate");
        assertThat(answer.lines().get(1).path("id").stringValue()).isEqualTo("keyed");
        assertThat(ledger.get("/subjects/keyed-2").status()).isEqualTo(404);
    }

    @Test
    void anImportKeyMayBeNullLikeAnyOtherFieldThatIsAbsent() {
        assertThat(
                        statuses(
                                ledger.importLines(
                                        "{\"op\":\"register_subject\",\"importKey\":null,\"id\":\"no-key\",\"kind\":\"person\",\"name\":\"N\"}")))
                .containsExactly("accepted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"\"", "[]", "\"a\\nb\""})
    void anImportKeyIsALineOfText(String key) {
        assertThat(outcomes(ledger.importLines("{\"op\":\"register_subject\",\"importKey\":" + key + "}"))
                        .getFirst())
                .startsWith("1 refused")
                .endsWith("/importKey");
    }

    @Test
    void linesMayEndAsOnAnySystemAndFilesBeginWithAMark() {
        String bom = "\uFEFF";

        Answer answer = importText(bom + subject("crlf-1") + "\r\n\r\n" + subject("crlf-2") + "\r\n \t \n\n" + bom
                + subject("joined") + "\n" + subject("unended"));

        assertThat(outcomes(answer)).containsExactly("1 accepted", "3 accepted", "6 accepted", "7 accepted");
        assertThat(statuses(importText(subject("crlf-1") + "\n" + subject("unended") + "\n")))
                .containsOnly("duplicate");
    }

    @Test
    void anEmptyFileIsAnEmptyAnswer() {
        Answer answer = importText("");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEmpty();
        assertThat(importText("\n\r\n  \n").text()).isEmpty();
        assertThat(importText("\uFEFF").text()).isEmpty();
    }

    @Test
    void aLineThatIsTooLongIsRefusedByItsNumberAndTheOthersAreNot() {
        String longest = subject("long-enough");
        String exactly = longest + " ".repeat(MEBIBYTE - longest.length());
        String tooLong = subject("too-long") + " ".repeat(MEBIBYTE);

        Answer answer = importText(subject("before-long") + "\n" + exactly + "\n" + tooLong + "\n" + tooLong + "\n"
                + subject("after-long") + "\n" + tooLong);

        assertThat(outcomes(answer))
                .containsExactly(
                        "1 accepted",
                        "2 accepted",
                        "3 refused body_too_large",
                        "4 refused body_too_large",
                        "5 accepted",
                        "6 refused body_too_large");
    }

    @Test
    void noLineHoweverOddSpoilsTheLinesAroundIt() {
        String odd = "{\"op\":\"register_subject\",\"id\":\"odd\",\"kind\":\"person\",\"name\":\"N\",\"note\":%s}";

        Answer answer = ledger.importLines(
                subject("around-1"),
                odd.formatted("1e999999999"),
                odd.formatted("-1e-999999999"),
                odd.formatted("9".repeat(900)),
                odd.formatted("9".repeat(2_000)),
                odd.formatted("NaN"),
                odd.formatted("\"\\ud800\""),
                odd.formatted("\"\\u0000\""),
                odd.formatted("\"a\u0000b\""),
                odd.formatted("[".repeat(10_000) + "]".repeat(10_000)),
                odd.formatted("1} {\"a\":1"),
                odd.formatted("1,\"id\":\"again\""),
                "{\"op\":\"retract_claim\",\"claim\":1e999999999}",
                "{\"op\":[[]],\"importKey\":{}}",
                "\"op\"",
                "null",
                subject("around-2"));

        assertThat(statuses(answer)).hasSize(17).endsWith("refused", "accepted").startsWith("accepted", "refused");
        assertThat(statuses(answer).subList(1, 16)).containsOnly("refused");
        assertThat(answer.text()).doesNotContain("internal_error");
        assertThat(ledger.get("/subjects/odd").status()).isEqualTo(404);
    }

    @Test
    void aLineThatIsNotUtf8IsRefusedAndTheOthersAreNot() {
        byte[] good = (subject("utf8-1") + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] latin = "{\"op\":\"register_subject\",\"id\":\"latin\",\"kind\":\"person\",\"name\":\"\u00c9t\u00e9\"}\n"
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] wide = (subject("wide") + "\n").getBytes(StandardCharsets.UTF_16BE);
        byte[] last = ("\n" + subject("utf8-2")).getBytes(StandardCharsets.UTF_8);

        Answer answer = importBytes(good, latin, wide, last);

        assertThat(outcomes(answer))
                .startsWith("1 accepted", "2 refused malformed_json", "3 refused malformed_json")
                .endsWith("5 accepted");
    }

    @Test
    void ofABodyCutOffTheWholeLinesAreRecordedAndTheHalfLineIsNot() {
        String whole = subject("cut-1") + "\n" + subject("cut-2") + "\n";
        String file = whole + subject("cut-3") + "\n" + subject("cut-4") + "\n";
        long before = ledger.head();

        String answer = RawRequest.importRequest()
                .with("Content-Length", Integer.toString(file.length()))
                .send(ledger.base(), file.substring(0, whole.length() + 40));

        assertThat(answer).startsWith("HTTP/1.1 400").contains("body_cut_off");
        assertThat(ledger.head()).isEqualTo(before + 2);
        await().until(() -> ledger.get("/subjects/cut-2").status() == 200);
        assertThat(ledger.get("/subjects/cut-3").status()).isEqualTo(404);

        assertThat(statuses(importText(file))).containsExactly("duplicate", "duplicate", "accepted", "accepted");
    }

    @Test
    void aBodyCutOffExactlyWhereALineCouldEndIsCutOffAllTheSame() {
        String whole = subject("edge-1") + "\n";
        String file = whole + subject("edge-2");

        String answer = RawRequest.importRequest()
                .with("Content-Length", Integer.toString(file.length() + 1))
                .send(ledger.base(), file);

        assertThat(answer).contains("body_cut_off");
        await().until(() -> ledger.get("/subjects/edge-1").status() == 200);
        assertThat(ledger.get("/subjects/edge-2").status())
                .as("whether it was whole nobody knows")
                .isEqualTo(404);
    }

    @Test
    void ofABodyInPiecesCutOffTheWholeLinesAreRecordedAndTheHalfLineIsNot() {
        String whole = subject("piece-1") + "\n" + subject("piece-2") + "\n";
        String sent = whole + subject("piece-3").substring(0, 30);
        String chunk = Integer.toHexString(sent.length()) + "\r\n" + sent + "\r\n";

        String answer =
                RawRequest.importRequest().with("Transfer-Encoding", "chunked").send(ledger.base(), chunk);

        assertThat(answer).contains("body_cut_off");
        String atHead = "?asOf=@" + ledger.head(); // waits for the tables, as a cut-off write does not
        assertThat(ledger.get("/subjects/piece-2" + atHead).status()).isEqualTo(200);
        assertThat(ledger.get("/subjects/piece-3" + atHead).status()).isEqualTo(404);
        assertThat(statuses(importText(whole + subject("piece-3"))))
                .containsExactly("duplicate", "duplicate", "accepted");
    }

    @Test
    void aClientMaySendALargeFileWholeBeforeItReadsTheAnswer() {
        int lines = 20_000;
        long before = ledger.head();
        String file = IntStream.range(0, lines)
                .mapToObj(i -> subject("large-" + i))
                .collect(Collectors.joining("\n", "", "\n"));

        String answer = RawRequest.importRequest()
                .with("Content-Length", Integer.toString(file.length()))
                .send(ledger.base(), file);

        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(answer.lines().filter(line -> line.contains("\"status\":\"accepted\"")))
                .hasSize(lines);
        assertThat(ledger.head()).isEqualTo(before + lines);
        assertThat(ledger.get("/subjects/large-" + (lines - 1)).status()).isEqualTo(200);
    }

    @Test
    void anImportWithoutTheTokenIsRefused() {
        assertRefused(
                ledger,
                401,
                "unauthorized",
                () -> ledger.send(ledger.request("/imports")
                        .header("Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofString(subject("unauthorized")))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "application/x-ndjson-and-more", "multipart/form-data"})
    void anImportOfAnotherMediaTypeIsRefused(String type) {
        assertRefused(
                ledger,
                415,
                "unsupported_media_type",
                () -> ledger.send(ledger.request("/imports")
                        .header("Authorization", "Bearer " + RunningLedger.TOKEN)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(subject("other-type")))));
    }

    @Test
    void theMediaTypeMayCarryParameters() {
        Answer answer = ledger.send(ledger.request("/imports")
                .header("Authorization", "Bearer " + RunningLedger.TOKEN)
                .header("Content-Type", "Application/X-NDJSON; charset=utf-8")
                .POST(BodyPublishers.ofString(subject("with-charset"))));

        assertThat(statuses(answer)).containsExactly("accepted");
    }

    @Test
    void whatComesOfALineNamesTheImportAsItsRequest() {
        Answer answer = ledger.importLines(subject("named-1"), subject("named-2"));

        String request = answer.header("X-Request-Id").orElseThrow();
        for (String id : List.of("named-1", "named-2")) {
            assertThat(ledger.get("/subjects/" + id + "/history")
                            .json()
                            .at("/items/0/request")
                            .stringValue())
                    .isEqualTo(request);
        }
    }

    private static String subject(String id) {
        return "{\"op\":\"register_subject\",\"id\":\"" + id + "\",\"kind\":\"person\",\"name\":\"Subject " + id
                + "\"}";
    }

    private static String claim(String id) {
        return """
            {"op":"assert_claim","id":"%s","subject":"the-accused","predicate":"sentenced",\
            "value":{"text":"Twenty years"},"evidence":{"source":"report"}}\
            """.formatted(id);
    }

    private static Answer importText(String text) {
        return importBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer importBytes(byte[]... parts) {
        return ledger.send(ledger.request("/imports")
                .header("Authorization", "Bearer " + RunningLedger.TOKEN)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofByteArrays(List.of(parts))));
    }

    private static List<String> statuses(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.lines().stream()
                .map(line -> line.path("status").stringValue())
                .toList();
    }

    /** A result as a short text, such as {@code 3 refused field_missing /name}. */
    private static List<String> outcomes(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.lines().stream()
                .map(line -> (line.path("line") + " " + line.path("status").stringValue() + " "
                                + line.at("/problem/code").stringValue("") + " "
                                + line.at("/problem/pointer").stringValue(""))
                        .strip())
                .toList();
    }
}
