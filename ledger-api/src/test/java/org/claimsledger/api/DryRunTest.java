package org.claimsledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.api.RefusalAssertions.assertRefused;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.claimsledger.api.RunningLedger.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Dry runs: the changes that a decision would make. */
class DryRunTest {

    @TempDir
    Path folder;

    private RunningLedger ledger;

    @BeforeEach
    void start() {
        ledger = RunningLedger.in(folder);
        ledger.importLines("""
            {"op":"define_predicate","key":"sentenced","unit":"a","cardinality":"one"}\
            """, """
            {"op":"define_predicate","key":"accused","cardinality":"many"}\
            """, """
            {"op":"register_source","id":"report","kind":"news_report","title":"A report","publisher":"Paper"}\
            """, """
            {"op":"register_source","id":"ruling","kind":"court_record","title":"A ruling","publisher":"Court"}\
            """, """
            {"op":"register_subject","id":"the-accused","kind":"person","name":"The Accused"}\
            """, """
            {"op":"register_subject","id":"the-other","kind":"person","name":"The Other"}\
            """, """
            {"op":"assert_claim","id":"twenty","subject":"the-accused","predicate":"sentenced",\
            "value":{"quantity":{"amount":20,"unit":"a"}},"evidence":{"source":"report"}}\
            """, """
            {"op":"assert_claim","id":"fifteen","subject":"the-accused","predicate":"sentenced",\
            "value":{"quantity":{"amount":15,"unit":"a"}},"evidence":{"source":"ruling","stance":"supports"}}\
            """, """
            {"op":"attach_evidence","claim":"twenty","source":"ruling","modality":"believed"}\
            """);
    }

    @AfterEach
    void stop() {
        ledger.close();
    }

    @Test
    void theRetractionOfASourceWouldChangeTheClaimsThatRestOnItAndTheAnswersToTheirQuestions() {
        JsonNode would = dryRun("/sources/report/retraction", "{}");

        assertThat(would.path("events").intValue()).isEqualTo(1);
        assertThat(would.path("position").longValue()).isEqualTo(ledger.head());
        assertThat(would.path("claimsInAll").intValue()).isEqualTo(1);
        assertThat(would.path("complete").booleanValue()).isTrue();
        JsonNode claim = would.at("/claims/0");
        assertThat(claim.path("claim").stringValue()).isEqualTo("twenty");
        assertThat(claim.at("/before/status").stringValue()).isEqualTo("supported");
        assertThat(claim.at("/before/origins/supporting").intValue()).isEqualTo(2);
        assertThat(claim.at("/after/status").stringValue()).isEqualTo("alleged");
        assertThat(claim.path("changes").findValuesAsString("path"))
                .containsExactlyInAnyOrder("/status", "/origins/supporting", "/evidence/e1/live");
        JsonNode question = would.at("/questions/0");
        assertThat(question.at("/question/subject").stringValue()).isEqualTo("the-accused");
        assertThat(question.at("/question/predicate").stringValue()).isEqualTo("sentenced");
        assertThat(question.at("/before/answer/claim").stringValue()).isEqualTo("twenty");
        assertThat(question.at("/after/answer/claim").stringValue()).isEqualTo("fifteen");
        assertThat(question.at("/after/status").stringValue()).isEqualTo("questioned");
    }

    @Test
    void theDryRunAgreesWithTheWrite() {
        JsonNode would = dryRun("/sources/report/retraction", "{}");

        assertThat(ledger.post("/sources/report/retraction", "{}").status()).isEqualTo(200);

        JsonNode now = ledger.get("/claims/twenty").json();
        assertThat(now.path("status")).isEqualTo(would.at("/claims/0/after/status"));
        assertThat(now.path("origins")).isEqualTo(would.at("/claims/0/after/origins"));
        assertThat(now.path("value")).isEqualTo(would.at("/claims/0/after/value"));
    }

    @ParameterizedTest(name = "POST {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        /sources                              | {"id":"new-source","kind":"other","title":"T"}
        /sources/report/amendments            | {"publisher":"Court"}
        /sources/report/notices               | {"type":"withdrawal"}
        /sources/report/retraction            | {}
        /subjects                             | {"id":"new-subject","kind":"person","name":"N"}
        /subjects/the-accused/names           | {"name":"Another Name"}
        /subjects/the-accused/merge           | {"absorb":"the-other"}
        /predicates                           | {"key":"new-predicate"}
        /claims                               | {"id":"new-claim","subject":"the-other","predicate":"sentenced","value":{"unknown":true},"evidence":{"source":"report"}}
        /claims/twenty/evidence               | {"source":"ruling","stance":"disputes"}
        /claims/twenty/evidence/e1/withdrawal | {"reasons":["misattributed"]}
        /claims/twenty/revisions              | {"kind":"correction","changes":{"value":{"quantity":{"amount":15,"unit":"a"}}}}
        /claims/twenty/successor              | {"ended":"2013","claim":{"id":"new-claim","subject":"the-accused","predicate":"sentenced","value":{"unknown":true},"evidence":{"source":"report"}}}
        /claims/twenty/retraction             | {"reasons":["wrong_identity"]}
        /claims/twenty/rank                   | {"rank":"deprecated"}
        /claims/twenty/assessments            | {"verdict":"false"}
        /claims/twenty/relations              | {"relation":"contradicts","other":"fifteen"}
        """)
    void everyDecisionCanBeTriedAndNothingIsStored(String path, String body) {
        long before = ledger.head();
        String events = ledger.get("/events").text();

        Answer answer = ledger.post(path + "?dryRun=true", body, "Idempotency-Key", "key-1");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("events").intValue()).isPositive();
        assertThat(answer.header("Ledger-Position")).isEmpty();
        assertThat(answer.header("ETag")).isEmpty();
        assertThat(answer.header("Location")).isEmpty();
        assertThat(ledger.head()).isEqualTo(before);
        assertThat(ledger.get("/events").text()).isEqualTo(events);
        assertThat(ledger.get("/claims/new-claim").status()).isEqualTo(404);

        Answer done = ledger.post(path, body, "Idempotency-Key", "key-1");
        assertThat(done.status()).as(done.text()).isBetween(200, 201);
        assertThat(ledger.head())
                .isEqualTo(before + answer.json().path("events").intValue());
    }

    @Test
    void reinstatementsAndSplitsCanBeTriedToo() {
        ledger.post("/sources/report/retraction", "{}");
        ledger.post("/claims/twenty/retraction", "{\"reasons\":[\"other\"]}");
        ledger.post("/subjects/the-accused/merge", "{\"absorb\":\"the-other\"}");
        long before = ledger.head();

        JsonNode source = dryRun("/sources/report/reinstatement", "{}");
        JsonNode claim = dryRun("/claims/twenty/reinstatement", "{}");
        JsonNode split = dryRun("/subjects/the-accused/split", "{\"restore\":\"the-other\"}");

        assertThat(source.at("/claims/0/changes").findValuesAsString("path")).contains("/evidence/e1/live");
        assertThat(claim.at("/claims/0/before/status").stringValue()).isEqualTo("retracted");
        assertThat(claim.at("/claims/0/after/status").stringValue()).isEqualTo("alleged");
        assertThat(split.path("claims")).isEmpty();
        assertThat(ledger.head()).isEqualTo(before);
    }

    @Test
    void aMergeWouldBringClaimsUnderOneQuestion() {
        ledger.post("/claims", """
            {"id":"other-ten","subject":"the-other","predicate":"sentenced",
             "value":{"quantity":{"amount":10,"unit":"a"}},"evidence":{"source":"report"}}\
            """);

        JsonNode questions = dryRun("/subjects/the-accused/merge", "{\"absorb\":\"the-other\"}")
                .path("questions");

        List<String> gone = new ArrayList<>();
        questions.forEach(it -> {
            if (it.path("after").isNull()) {
                gone.add(it.at("/question/subject").stringValue() + " "
                        + it.at("/before/answer/claim").stringValue());
            }
        });
        assertThat(gone).containsExactly("the-other other-ten");
    }

    @Test
    void aNewClaimHasNoBeforeAndItsQuestionMayHaveNone() {
        JsonNode would = dryRun("/claims", """
            {"id":"new-claim","subject":"the-other","predicate":"sentenced",
             "value":{"quantity":{"amount":3,"unit":"a"}},"evidence":{"source":"report"}}\
            """);

        assertThat(would.at("/claims/0/before").isNull()).isTrue();
        assertThat(would.at("/claims/0/after/status").stringValue()).isEqualTo("supported");
        assertThat(would.at("/questions/0/before").isNull()).isTrue();
        assertThat(would.at("/questions/0/after/answer/claim").stringValue()).isEqualTo("new-claim");
    }

    @Test
    void whereAPredicateTakesManyAnswersEachClaimIsAQuestionOfItsOwn() {
        JsonNode would = dryRun("/claims", """
            {"id":"new-claim","subject":"the-accused","predicate":"accused",
             "value":{"text":"of theft"},"evidence":{"source":"report"}}\
            """);

        assertThat(would.path("questions")).hasSize(1);
        assertThat(would.at("/questions/0/before").isNull()).isTrue();
    }

    @Test
    void theSameChecksAndRefusalsAreMade() {
        String tag = ledger.get("/claims/twenty").header("ETag").orElseThrow();
        ledger.post("/claims/twenty/rank", "{\"rank\":\"preferred\"}");
        String retraction = "/claims/twenty/retraction?dryRun=true";

        assertRefused(
                ledger,
                412,
                "revision_moved",
                () -> ledger.post(retraction, "{\"reasons\":[\"other\"]}", "If-Match", tag));
        assertRefused(ledger, 400, "unknown_field", () -> ledger.post(retraction, "{\"because\":1}"));
        assertRefused(ledger, 404, "claim_unknown", () -> ledger.post("/claims/nobody/retraction?dryRun=true", "{}"));
        assertRefused(
                ledger, 409, "not_retracted", () -> ledger.post("/claims/twenty/reinstatement?dryRun=true", "{}"));
        assertRefused(
                ledger,
                409,
                "id_taken",
                () -> ledger.post("/sources?dryRun=true", "{\"id\":\"report\",\"kind\":\"other\",\"title\":\"T\"}"));
        assertRefused(
                ledger,
                401,
                "unauthorized",
                () -> ledger.send(ledger.request(retraction)
                        .header("Content-Type", "application/json")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}"))));
        assertThat(ledger.post(
                                retraction,
                                "{\"reasons\":[\"other\"]}",
                                "If-Match",
                                ledger.get("/claims/twenty").header("ETag").orElseThrow())
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dryRun=", "dryRun=yes", "dryRun=1", "dryRun=TRUE"})
    void aWordThatIsNeitherTrueNorFalseIsRefusedRatherThanCarriedOut(String query) {
        assertRefused(
                ledger,
                400,
                "invalid_parameter",
                () -> ledger.post("/claims/twenty/rank?" + query, "{\"rank\":\"preferred\"}"));
    }

    @Test
    void aMisspeltParameterIsRefusedRatherThanCarriedOutAndAnImportHasNone() {
        assertRefused(
                ledger,
                400,
                "parameter_unknown",
                () -> ledger.post("/claims/twenty/rank?dryrun=true", "{\"rank\":\"preferred\"}"));
        assertRefused(
                ledger,
                400,
                "parameter_unknown",
                () -> ledger.send(ledger.request("/imports?dryRun=true")
                        .header("Authorization", "Bearer " + RunningLedger.TOKEN)
                        .header("Content-Type", "application/x-ndjson")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                                "{\"op\":\"rank_claim\",\"claim\":\"twenty\",\"rank\":\"preferred\"}"))));
        assertThat(ledger.post("/claims/twenty/rank?dryRun=false", "{\"rank\":\"preferred\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aRetractionOfASourceUnderAThousandClaimsCountsAllAndListsTheFirstFiveHundred() {
        ledger.importLines(IntStream.range(0, 1_000)
                .mapToObj(i -> """
                    {"op":"register_subject","id":"subject-%d","kind":"person","name":"S %d"}
                    {"op":"assert_claim","id":"claim-%d","subject":"subject-%d","predicate":"sentenced",\
                    "value":{"quantity":{"amount":20,"unit":"a"}},"evidence":{"source":"report"}}\
                    """.formatted(i, i, i, i))
                .toArray(String[]::new));

        JsonNode would = dryRun("/sources/report/retraction", "{}");

        assertThat(would.path("claimsInAll").intValue()).isEqualTo(1_001);
        assertThat(would.path("complete").booleanValue()).isTrue();
        assertThat(would.path("claims")).hasSize(500);
        assertThat(would.at("/claims/0/claim").stringValue()).isEqualTo("twenty");
        assertThat(would.at("/claims/499/claim").stringValue()).isEqualTo("claim-498");
        assertThat(would.path("questions")).hasSize(500);
        assertThat(would.at("/questions/499/after/status").stringValue()).isEqualTo("open");
        assertThat(would.at("/questions/499/after/answer").isNull()).isTrue();
    }

    @Test
    void beyondTenThousandClaimsItLooksNoFurtherAndSaysSo() {
        String[] claims =
                IntStream.range(0, 10_000).mapToObj(i -> """
                    {"op":"assert_claim","id":"many-%1$d","subject":"the-accused","predicate":"sentenced",\
                    "qualifiers":{"case":"%1$d"},"value":{"quantity":{"amount":%1$d,"unit":"a"}},\
                    "evidence":{"source":"report"}}\
                    """.formatted(i)).toArray(String[]::new);
        ledger.importLines(Arrays.copyOf(claims, 9_999));
        assertThat(dryRun("/sources/report/retraction", "{}")
                        .path("claimsInAll")
                        .intValue())
                .isEqualTo(10_000);

        ledger.importLines(claims);
        JsonNode would = dryRun("/sources/report/retraction", "{}");
        assertThat(would.path("complete").booleanValue()).isFalse();
        assertThat(would.path("claimsInAll").intValue()).isEqualTo(10_000);
    }

    private JsonNode dryRun(String path, String body) {
        Answer answer = ledger.post(path + "?dryRun=true", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }
}
