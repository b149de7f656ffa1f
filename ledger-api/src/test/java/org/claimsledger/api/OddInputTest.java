package org.claimsledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.api.RefusalAssertions.assertRefused;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.api.RunningLedger.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Requests that no sensible client sends: each is refused with a code, causes no server fault, and records nothing. */
class OddInputTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static final List<String> ODD = List.of(
            "7",
            "-0",
            "1.5",
            "1e999999999",
            "true",
            "null",
            "\"\"",
            "\" \"",
            "\"odd\"",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\"\\uffff\"",
            "\"\\u202e\"",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "[7]",
            "[\"\"]",
            "[{}]",
            "{\"\":\"\"}",
            "{\"a/b~c\":1}",
            "{\"source\":7}",
            "{\"between\":[1]}",
            "{\"quantity\":{\"between\":[\"a\",null]}}",
            "{\"quantity\":{\"amount\":1e999999999}}",
            "{\"text\":null}",
            "{\"claim\":{\"claim\":{}}}");

    /** A valid body of every command, with all fields that it may have. */
    private static final List<String> GOOD =
            List.of("""
                {"op":"register_source","id":"new","kind":"book","title":"T","publisher":"P","authors":["A"],
                 "url":"https://example.org/new","language":"en","published":"2007~","retrievedAt":"2026-01-02T10:00:00Z",
                 "contentSha256":"2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824","reliability":"B",
                 "lineage":[{"relation":"cites","outlet":"O"}],"note":"N"}\
                """, """
                {"op":"amend_source","source":"report","title":"Another title","reason":"R"}\
                """, """
                {"op":"notice_source","source":"report","type":"erratum","url":"https://example.org/n","published":"2008",
                 "reasons":["other"],"evidence":[{"claim":"one","evidence":"e1"}],"note":"N"}\
                """, """
                {"op":"register_subject","id":"new","kind":"person","name":"N","alsoKnownAs":["M"],"identified":false,
                 "externalIds":{"wikidata":"Q0"}}\
                """, """
                {"op":"name_subject","subject":"the-accused","name":"Another name","language":"en","source":"report"}\
                """, """
                {"op":"merge_subjects","subject":"the-accused","absorb":"the-witness","reason":"R"}\
                """, """
                {"op":"split_subjects","subject":"the-accused","restore":"the-witness","reason":"R"}\
                """, """
                {"op":"define_predicate","key":"new","label":"L","valueKinds":["term"],"unit":"a","terms":["t"],
                 "cardinality":"one_per:case","time":"holds"}\
                """, """
                {"op":"assert_claim","id":"new","subject":"the-accused","predicate":"sentenced","value":{"text":"x"},
                 "qualifiers":{"case":"c"},"valid":"2006~/..","validAsStated":"then","statement":"S",
                 "evidence":{"source":"report"}}\
                """, """
                {"op":"attach_evidence","claim":"one","id":"ev","source":"ruling","stance":"denies","modality":"believed",
                 "attribution":["A"],"quote":{"exact":"E"},"locator":"L","credibility":3}\
                """, """
                {"op":"withdraw_evidence","claim":"one","evidence":"e1","basis":{"source":"report"},"reasons":["other"],
                 "note":"N"}\
                """, """
                {"op":"revise_claim","claim":"one","kind":"correction","changes":{"value":{"text":"y"}},
                 "basis":{"source":"report"},"reason":"R"}\
                """, """
                {"op":"succeed_claim","predecessor":"one","ended":"2010","basis":{"source":"report"},"reason":"R",
                 "claim":{"subject":"the-accused","predicate":"sentenced","value":{"text":"z"},
                  "evidence":{"source":"report"}}}\
                """, """
                {"op":"retract_claim","claim":"one","reasons":["other"],"basis":{"source":"report"},"note":"N"}\
                """, """
                {"op":"reinstate_claim","claim":"one","reasons":["other"],"basis":{"source":"report"},"note":"N"}\
                """, """
                {"op":"rank_claim","claim":"one","rank":"preferred","reason":"R"}\
                """, """
                {"op":"assess_claim","claim":"one","verdict":"verified","rationale":"R"}\
                """, """
                {"op":"relate_claims","claim":"one","relation":"same_as","other":"two","reason":"R"}\
                """);

    @TempDir
    static Path folder;

    private static RunningLedger ledger;

    @BeforeAll
    static void start() {
        ledger = RunningLedger.in(folder);
        ledger.importLines("""
            {"op":"define_predicate","key":"sentenced"}\
            """, """
            {"op":"register_source","id":"report","kind":"news_report","title":"A report"}\
            """, """
            {"op":"register_source","id":"ruling","kind":"court_record","title":"A ruling"}\
            """, """
            {"op":"register_subject","id":"the-accused","kind":"person","name":"The Accused"}\
            """, """
            {"op":"register_subject","id":"the-witness","kind":"person","name":"The Witness"}\
            """, """
            {"op":"assert_claim","id":"one","subject":"the-accused","predicate":"sentenced",\
            "value":{"text":"Twenty years"},"evidence":{"source":"report"}}\
            """, """
            {"op":"assert_claim","id":"two","subject":"the-accused","predicate":"sentenced",\
            "value":{"text":"Fifteen years"},"evidence":{"source":"report"}}\
            """);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    /**
     * Whether the value is wrong in this field: a number is wrong where a text belongs, but a null is fine in an
     * optional field.
     */
    @Test
    void noValueOfAnyFieldIsAFaultOfOurs() {
        List<String> lines = new ArrayList<>();
        for (String good : GOOD) {
            ObjectNode body = (ObjectNode) JSON.readTree(good);
            for (String field : body.propertyNames()) {
                for (String odd : ODD) {
                    String whole = body.toString();
                    String before = "\"" + field + "\":" + body.get(field);
                    lines.add(whole.replace(before, "\"" + field + "\":" + odd));
                }
            }
        }
        assertThat(lines).hasSizeGreaterThan(2_000);
        long before = ledger.head();

        Answer answer = ledger.importLines(lines.toArray(String[]::new));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.lines()).hasSameSizeAs(lines);
        long accepted = 0;
        for (JsonNode line : answer.lines()) {
            switch (line.path("status").stringValue()) {
                case "accepted" -> accepted++;
                case "duplicate" -> {}
                default -> {
                    String sent = lines.get(line.path("line").intValue() - 1);
                    assertThat(line.at("/problem/code").stringValue(""))
                            .as(sent)
                            .isNotEmpty()
                            .isNotEqualTo("internal_error");
                    assertThat(line.at("/problem/status").intValue()).as(sent).isBetween(400, 422);
                }
            }
        }
        assertThat(accepted).as("most of it is nonsense").isLessThan(lines.size() / 4);
        assertThat(ledger.head()).isGreaterThanOrEqualTo(before + accepted);
        assertThat(ledger.get("/claims?limit=500").status()).isEqualTo(200);
        assertThat(ledger.get("/subjects?limit=500").status()).isEqualTo(200);
        assertThat(ledger.get("/sources?limit=500").status()).isEqualTo(200);
        assertThat(ledger.get("/predicates?limit=500").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sources",
                "/sources/report/amendments",
                "/sources/report/notices",
                "/sources/report/retraction",
                "/sources/report/reinstatement",
                "/subjects",
                "/subjects/the-accused/names",
                "/subjects/the-accused/merge",
                "/subjects/the-accused/split",
                "/predicates",
                "/claims",
                "/claims/one/evidence",
                "/claims/one/evidence/e1/withdrawal",
                "/claims/one/revisions",
                "/claims/one/successor",
                "/claims/one/retraction",
                "/claims/one/reinstatement",
                "/claims/one/rank",
                "/claims/one/assessments",
                "/claims/one/relations"
            })
    void aBodyThatIsNotOneJsonObjectIsRefusedByEveryCall(String path) {
        for (String body : new String[] {
            "",
            " ",
            "null",
            "[]",
            "\"x\"",
            "7",
            "{",
            "{}{}",
            "{} x",
            "{'a':1}",
            "{\"a\":1,}",
            "{\"a\":NaN}",
            "// {}",
            "{a:1}",
            "{\"a\":\"\u0000\"}",
            "{\"a\":\"\n\"}",
            "\uFEFF\uFEFF{}",
            "{\"\\ud800",
            "{\"a\":\"\\x\"}"
        }) {
            assertRefused(ledger, 400, "malformed_json", () -> ledger.post(path, body));
        }
        assertRefused(ledger, 400, "duplicate_field", () -> ledger.post(path, "{\"a\":1,\"\\u0061\":1}"));
        assertRefused(ledger, 415, "unsupported_media_type", () -> send(path, "text/plain", "{}"));
        assertRefused(ledger, 415, "unsupported_media_type", () -> send(path, "application/json-patch+json", "{}"));
        assertRefused(
                ledger,
                401,
                "unauthorized",
                () -> ledger.send(ledger.request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}"))));
    }

    @Test
    void aBodyIsUtf8AndNothingElse() {
        String body = "{\"kind\":\"place\",\"name\":\"\u00c9t\u00e9\"}";

        for (var charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
            assertRefused(ledger, 400, "malformed_json", () -> sendBytes(body.getBytes(charset)));
        }
        for (int[] bytes : new int[][] {{0xC0, 0x80}, {0xED, 0xA0, 0x80}, {0xF5, 0x80, 0x80, 0x80}, {0xC3}, {0xFF}}) {
            byte[] whole = "{\"kind\":\"place\",\"name\":\"a____b\"}".getBytes(StandardCharsets.US_ASCII);
            int at = new String(whole, StandardCharsets.US_ASCII).indexOf('_');
            for (int i = 0; i < bytes.length; i++) {
                whole[at + i] = (byte) bytes[i];
            }
            assertRefused(ledger, 400, "malformed_json", () -> sendBytes(whole));
        }
        assertThat(sendBytes(("\uFEFF" + body).getBytes(StandardCharsets.UTF_8)).status())
                .as("a byte order mark is harmless")
                .isEqualTo(201);
    }

    /** Sources write such text; whoever shows it has to show it safely. */
    @Test
    void aNameKeepsWhatNobodySeesAndWhatTurnsTheWriting() {
        String name = "\u202eeman\u202c \u200b\u2066a\u2069 \ufeff\u200d \ud83d\ude00 e\u0301";
        ObjectNode body = JSON.createObjectNode().put("kind", "person").put("name", name);
        String id = ledger.post("/subjects", JSON.writeValueAsString(body))
                .json()
                .path("id")
                .stringValue();

        assertThat(ledger.get("/subjects/" + id).json().path("name").stringValue())
                .isEqualTo(name);
        assertThat(ledger.get("/events?after=" + (ledger.head() - 1)).text()).contains(name);
        assertThat(ledger.get("/subjects?q=eman").json().path("items").findValuesAsString("id"))
                .contains(id);
    }

    @Test
    void everyBadFieldIsNamedByItsPointerAndTheFirstThatCannotBeReadDecides() {
        Answer refused = assertRefused(ledger, 400, "wrong_type", () -> ledger.post("/claims", """
            {"id":"","subject":"the-accused","predicate":"sentenced",
             "value":{"quantity":{"between":[1,"b"]}},"qualifiers":{"":"x","a/b":"y","ok":7},"a/b~c":1,"valid":"2007-13",
             "evidence":{"source":"report","attribution":["A",{"subject":7}],
             "quote":{"exact":""},"x":1}}\
            """));

        assertThat(refused.json().path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder(
                        "/id",
                        "/value/quantity/between",
                        "/qualifiers/",
                        "/qualifiers/a~1b",
                        "/qualifiers/ok",
                        "/valid",
                        "/evidence/attribution/1",
                        "/evidence/quote/exact",
                        "/evidence/x",
                        "/a~1b~0c");
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /claims/one, 405, method_not_allowed",
        "PUT,    /claims/one, 405, method_not_allowed",
        "PATCH,  /claims/one, 405, method_not_allowed",
        "PUT,    /claims,     405, method_not_allowed",
        "POST,   /events,     405, method_not_allowed",
        "GET,    /imports,    405, method_not_allowed",
        "GET,    /nothing,    404, not_found",
        "GET,    /claims/one/nothing, 404, not_found",
        "GET,    /api,        404, not_found",
        "GET,    /api/v2/claims,      404, not_found"
    })
    void aCallThatThereIsNotIsAProblemToo(String method, String path, int status, String code) {
        assertRefused(
                ledger,
                status,
                code,
                () -> ledger.send(ledger.request(path)
                        .header("Authorization", "Bearer " + RunningLedger.TOKEN)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString("{}"))));
    }

    @Test
    void anAnswerInAnotherMediaTypeIsNotToBeHad() {
        assertRefused(ledger, 406, "not_acceptable", () -> ledger.get("/claims", "Accept", "application/xml"));
        assertRefused(ledger, 404, "claim_unknown", () -> ledger.get("/claims/nobody", "Accept", "application/xml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/html, image/*", "json", "a/b/c", "application/json;charset=x"})
    void aWriteOfWhichTheAnswerWouldNotBeTakenIsNotCarriedOut(String accept) {
        assertRefused(
                ledger,
                406,
                "not_acceptable",
                () -> ledger.post("/subjects", "{\"kind\":\"place\",\"name\":\"N\"}", "Accept", accept));
        assertRefused(
                ledger,
                406,
                "not_acceptable",
                () -> ledger.post("/claims/one/rank", "{\"rank\":\"preferred\",\"reason\":\"R\"}", "Accept", accept));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "text/html, application/json;q=0.1", "*", ""})
    void aWriteOfWhichTheAnswerMayBeJsonIs(String accept) {
        assertThat(ledger.post("/subjects", "{\"kind\":\"place\",\"name\":\"N\"}", "Accept", accept)
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer wrong", "Basic a-token-for-tests", "a-token-for-tests"})
    void aWriteWithoutTheTokenIsRefused(String authorization) {
        assertRefused(
                ledger,
                401,
                "unauthorized",
                () -> ledger.send(ledger.request("/claims/one/rank")
                        .header("Content-Type", "application/json")
                        .header("Authorization", authorization)
                        .POST(BodyPublishers.ofString("{\"rank\":\"preferred\"}"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/claims?q=%zz", "/claims?q=%ff", "/claims?q=%", "/events?after=%zz", "/subjects?%ff=1"})
    void aQueryThatCannotBeDecodedIsRefused(String path) {
        assertProblem(400, "invalid_parameter", raw("GET /api/v1" + path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/claims/%zz",
                "GET /api/v1/claims/%00",
                "GET /api/v1/claims/a%2Fb",
                "GET /api/v1/claims/a%5Cb",
                "GET /api/v1/claims/%ff",
                "GET /api/v1/claims?q=a b",
                "GET /api/v1/cla{ims"
            })
    void aUrlThatCannotBeReadIsAProblemToo(String request) {
        assertProblem(400, "bad_request", raw(request));
    }

    @Test
    void aHeadThatIsTooLongOrAMethodThatIsOffIsAProblemToo() {
        assertProblem(400, "bad_request", raw("GET /api/v1/claims?q=" + "a".repeat(20_000)));
        assertProblem(405, "method_not_allowed", raw("TRACE /api/v1/claims"));
    }

    @ParameterizedTest
    @CsvSource({
        "POST /api/v1/subjects, Idempotency-Key, invalid_header",
        "POST /api/v1/subjects, If-Match, invalid_header",
        "GET /api/v1/claims, Accept-Datetime, invalid_header",
        "GET /api/v1/claims, Authorization, bad_request"
    })
    void aHeaderThatIsNoTextIsRefused(String request, String header, String code) {
        for (char c : new char[] {'\u0080', '\u0085', '\u009f'}) {
            String body = "{\"kind\":\"place\",\"name\":\"N\"}";
            RawRequest raw = RawRequest.of(request)
                    .with(header, "Bearer a" + c)
                    .with("Content-Type", "application/json")
                    .with("Content-Length", Integer.toString(body.length()));
            boolean isToken = header.equals("Authorization");
            assertProblem(400, code, (isToken ? raw : raw.authorized()).send(ledger.base(), body));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"clo%0Dck=1", "%00", "a%C2%85=", "%E2%80%AE=1", "as%0Aof=@1"})
    void aParameterOfAnOddNameIsUnknownLikeAnyOther(String query) {
        assertProblem(400, "parameter_unknown", raw("GET /api/v1/claims?" + query));
        assertProblem(400, "parameter_unknown", raw("GET /api/v1/claims/one/versions?" + query));
    }

    @Test
    void aBodyThatEndsBeforeItsLengthIsCutOff() {
        String answer = RawRequest.of("POST /api/v1/subjects")
                .authorized()
                .with("Content-Type", "application/json")
                .with("Content-Length", "100")
                .send(ledger.base(), "{\"id\":\"half\",\"kind\":\"person\",\"name\":\"N\"}");

        assertProblem(400, "body_cut_off", answer);
        assertThat(ledger.get("/subjects/half").status()).isEqualTo(404);
    }

    private static void assertProblem(int status, String code, String answer) {
        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(answer.toLowerCase()).contains("content-type: application/problem+json");
        assertThat(answer).contains("\"code\":\"" + code + "\"").doesNotContain("Tomcat");
    }

    private static String raw(String firstLine) {
        URI to = ledger.base();
        return RawRequest.of(firstLine).send(to, "");
    }

    private static Answer send(String path, String type, String body) {
        return ledger.send(ledger.request(path)
                .header("Authorization", "Bearer " + RunningLedger.TOKEN)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
    }

    private static Answer sendBytes(byte[] body) {
        return ledger.send(ledger.request("/subjects")
                .header("Authorization", "Bearer " + RunningLedger.TOKEN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body)));
    }
}
