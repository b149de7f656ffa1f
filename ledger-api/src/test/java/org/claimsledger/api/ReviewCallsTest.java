package org.claimsledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.api.Refusals.assertRefused;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.api.RunningLedger.Answer;
import org.claimsledger.api.body.Commands;
import org.claimsledger.api.body.Fields;
import org.claimsledger.claim.ClaimCommand.Filing;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.ledger.Outcome;
import org.claimsledger.ledger.Request;
import org.claimsledger.projection.Projections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What waits for an editor, as it is read and decided on. */
class ReviewCallsTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String TWENTY = """
        {"op":"assert_claim","id":"twenty","subject":"the-accused","predicate":"sentenced",\
        "value":{"quantity":{"amount":20,"unit":"a"}},"evidence":{"source":"early"}}\
        """;
    private static final String FIFTEEN = """
        {"op":"assert_claim","id":"fifteen","subject":"the-accused","predicate":"sentenced",\
        "value":{"quantity":{"amount":15,"unit":"a"}},"evidence":{"source":"late"}}\
        """;
    private static final String OTHERS = """
        {"op":"assert_claim","id":"others","subject":"the-other","predicate":"sentenced",\
        "value":{"quantity":{"amount":3,"unit":"a"}},"evidence":{"source":"late"}}\
        """;
    private static final String MORE = """
        {"op":"attach_evidence","claim":"twenty","source":"late"}\
        """;

    @TempDir
    Path folder;

    private RunningLedger ledger;

    @BeforeEach
    void start() {
        ledger = RunningLedger.in(folder);
        ledger.importLines("""
            {"op":"define_predicate","key":"sentenced","unit":"a","cardinality":"one"}\
            """, """
            {"op":"register_source","id":"early","kind":"news_report","title":"Early","publisher":"Early",\
            "published":"2008"}\
            """, """
            {"op":"register_source","id":"late","kind":"news_report","title":"Late","publisher":"Late",\
            "published":"2010"}\
            """, """
            {"op":"register_subject","id":"the-accused","kind":"person","name":"The Accused"}\
            """, """
            {"op":"register_subject","id":"the-other","kind":"person","name":"The Other"}\
            """);
    }

    @AfterEach
    void stop() {
        ledger.close();
    }

    /** What a reporter files with one request. */
    private void proposes(String batch, String reporter, String... lines) {
        List<Request> requests = new ArrayList<>();
        for (String line : lines) {
            ObjectNode object = (ObjectNode) JSON.readTree(line);
            String op = object.remove("op").stringValue();
            Filing filing = (Filing) Commands.read(op, Fields.of(object));
            requests.add(Request.by(reporter, batch, filing.asProposal()));
        }
        assertThat(ledger.bean(Ledger.class).submit(requests))
                .allSatisfy(it -> assertThat(it).isInstanceOf(Outcome.Accepted.class));
        awaitReadable();
    }

    private void awaitReadable() {
        try {
            assertThat(ledger.bean(Projections.class)
                            .awaitApplied(ledger.bean(Ledger.class).log().head(), Duration.ofSeconds(30)))
                    .isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private Answer decide(String body) {
        return ledger.post("/reviews", body);
    }

    private JsonNode read(String path) {
        Answer answer = ledger.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void aProposedClaimIsReadMarkedAndListed() {
        proposes("batch-1", "rosa", TWENTY);

        JsonNode claim = read("/claims/twenty");
        assertThat(claim.path("status").stringValue()).isEqualTo("proposed");
        assertThat(claim.at("/review/state").stringValue()).isEqualTo("proposed");
        assertThat(claim.at("/review/batch").stringValue()).isEqualTo("batch-1");
        assertThat(claim.at("/review/decidedAt").isNull()).isTrue();
        assertThat(claim.at("/evidence/0/review/state").stringValue()).isEqualTo("proposed");
        assertThat(claim.at("/evidence/0/live").booleanValue()).isFalse();
        assertThat(claim.at("/origins/supporting").intValue()).isZero();
        assertThat(read("/claims?status=proposed").at("/items/0/id").stringValue())
                .isEqualTo("twenty");
        assertThat(read("/state").path("items")).isEmpty();
    }

    @Test
    void whatNeverHadToWaitSaysNothingOfAReview() {
        ledger.importLines(TWENTY);

        JsonNode claim = read("/claims/twenty");
        assertThat(claim.has("review")).isFalse();
        assertThat(claim.at("/evidence/0").has("review")).isFalse();
        assertThat(read("/reviews").path("items")).isEmpty();
    }

    @Test
    void anAcceptedClaimAnswersAndSaysWhenItWasAcceptedAndWhy() {
        proposes("batch-1", "rosa", TWENTY);
        long before = ledger.head();

        Answer accepted =
                ledger.post("/claims/twenty/review", "{\"decision\":\"accepted\",\"reason\":\"Read it myself.\"}");

        assertThat(accepted.status()).isEqualTo(200);
        assertThat(accepted.json().path("revision").intValue()).isEqualTo(2);
        JsonNode claim = read("/claims/twenty");
        assertThat(claim.path("status").stringValue()).isEqualTo("supported");
        assertThat(claim.at("/review/state").stringValue()).isEqualTo("accepted");
        assertThat(claim.at("/review/reason").stringValue()).isEqualTo("Read it myself.");
        assertThat(claim.at("/review/decidedAt").stringValue())
                .isEqualTo(accepted.json().path("recordedAt").stringValue());
        assertThat(read("/state").at("/items/0/answer/claim").stringValue()).isEqualTo("twenty");
        assertThat(read("/state?asOf=@" + before).path("items")).isEmpty();
        assertThat(read("/claims/twenty?asOf=@" + before).path("status").stringValue())
                .isEqualTo("proposed");
        assertThat(read("/claims/twenty?publishedBy=2008-12-31").path("status").stringValue())
                .isEqualTo("supported");
    }

    @Test
    void aProposalIsNoAlternativeEither() {
        ledger.importLines(TWENTY);
        proposes("batch-1", "rosa", FIFTEEN);

        JsonNode question = read("/state").at("/items/0");
        assertThat(question.path("status").stringValue()).isEqualTo("uncontested");
        assertThat(question.path("alternatives")).isEmpty();
        ledger.post("/claims/fifteen/review", "{\"decision\":\"refused\"}");
        assertThat(read("/state").at("/items/0/alternatives")).isEmpty();
        assertThat(read("/claims/fifteen").path("status").stringValue()).isEqualTo("refused");
    }

    @Test
    void evidenceThatWaitsIsDecidedOnByItsName() {
        ledger.importLines(TWENTY);
        proposes("batch-1", "rosa", MORE);
        assertThat(read("/claims/twenty").path("status").stringValue()).isEqualTo("supported");

        ledger.post("/claims/twenty/review", "{\"decision\":\"accepted\",\"evidence\":[\"e2\"]}");

        assertThat(read("/claims/twenty").path("status").stringValue()).isEqualTo("corroborated");
        JsonNode history = read("/claims/twenty/history").path("items");
        assertThat(history.get(1).findValuesAsString("path")).contains("/evidence/e2/review");
        assertThat(history.get(2).path("type").stringValue()).isEqualTo("claim_reviewed");
        assertThat(history.get(2).at("/changes/0/path").stringValue()).isEqualTo("/evidence/e2/review");
        assertThat(history.get(2).at("/changes/0/before").stringValue()).isEqualTo("proposed");
        assertThat(history.get(2).at("/changes/0/after").stringValue()).isEqualTo("accepted");
    }

    @Test
    void aDecisionThatMayNotBeIsRefusedAndAddsNoEvent() {
        ledger.importLines(TWENTY);
        proposes("batch-1", "rosa", FIFTEEN);
        ledger.post("/claims/fifteen/review", "{\"decision\":\"refused\"}");
        long head = ledger.head();

        assertRefused(ledger, 409, "not_proposed", () -> ledger.post("/claims/twenty/review", "{\"decision\":\"accepted\"}"));
        assertRefused(ledger, 409, "already_refused", () -> ledger.post("/claims/fifteen/review", "{\"decision\":\"refused\"}"));
        assertRefused(ledger, 409, "not_accepted", () -> ledger.post("/claims/fifteen/retraction", "{}"));
        assertRefused(ledger, 409, "not_accepted", () -> ledger.post("/claims/fifteen/evidence/e1/withdrawal", "{}"));
        assertRefused(ledger, 404, "claim_unknown", () -> ledger.post("/claims/nobody/review", "{\"decision\":\"refused\"}"));
        assertRefused(ledger, 422, "field_missing", () -> ledger.post("/claims/fifteen/review", "{}"));
        assertRefused(ledger, 400, "unknown_option", () -> ledger.post("/claims/fifteen/review", "{\"decision\":\"maybe\"}"));
        assertRefused(ledger, 422, "field_missing", () -> ledger.post("/claims/fifteen/review", "{\"decision\":\"accepted\",\"evidence\":[]}"));
        assertRefused(ledger, 422, "evidence_unknown", () -> ledger.post("/claims/fifteen/review", "{\"decision\":\"accepted\",\"evidence\":[\"e9\"]}"));
        assertThat(ledger.head()).isEqualTo(head);
    }

    @Test
    void anEditorWhoSawAnotherRevisionDecidesNothing() {
        proposes("batch-1", "rosa", TWENTY);
        String tag = ledger.get("/claims/twenty").header("ETag").orElseThrow();
        proposes("batch-2", "rosa", MORE);

        assertRefused(ledger, 412, "revision_moved", () -> ledger.post("/claims/twenty/review", "{\"decision\":\"accepted\"}", "If-Match", tag));
    }

    @Test
    void theSameDecisionSentAgainUnderItsKeyIsOneEvent() {
        proposes("batch-1", "rosa", TWENTY);
        String body = "{\"decision\":\"accepted\"}";
        Answer first = ledger.post("/claims/twenty/review", body, "Idempotency-Key", "k");
        long head = ledger.head();
        Answer second = ledger.post("/claims/twenty/review", body, "Idempotency-Key", "k");

        assertThat(second.text()).isEqualTo(first.text());
        assertThat(ledger.head()).isEqualTo(head);
    }

    @Test
    void whatAnAcceptanceWouldChangeIsToldWithoutIt() {
        ledger.importLines(FIFTEEN);
        proposes("batch-1", "rosa", TWENTY, MORE);

        JsonNode would = ledger.post(
                        "/claims/twenty/review?dryRun=true", "{\"decision\":\"accepted\",\"evidence\":[\"e1\",\"e2\"]}")
                .json();

        assertThat(would.at("/claims/0/before/status").stringValue()).isEqualTo("proposed");
        assertThat(would.at("/claims/0/after/status").stringValue()).isEqualTo("corroborated");
        assertThat(would.at("/questions/0/before/answer/claim").stringValue()).isEqualTo("fifteen");
        assertThat(would.at("/questions/0/after/answer/claim").stringValue()).isEqualTo("twenty");
        assertThat(read("/claims/twenty").path("status").stringValue()).isEqualTo("proposed");
    }

    @Test
    void aFirstAcceptanceWouldAskAQuestion() {
        proposes("batch-1", "rosa", TWENTY);

        JsonNode would = ledger.post("/claims/twenty/review?dryRun=true", "{\"decision\":\"accepted\"}")
                .json();

        assertThat(would.at("/questions/0/before").isNull()).isTrue();
        assertThat(would.at("/questions/0/after/answer/claim").stringValue()).isEqualTo("twenty");
    }

    @Test
    void whatWaitsIsListedInTheOrderOfFilingByBatchActorAndSubject() {
        proposes("batch-1", "rosa", TWENTY, MORE);
        proposes("batch-2", "tom", OTHERS, FIFTEEN);

        assertThat(listed("/reviews")).containsExactly("twenty/e1", "twenty/e2", "others/e1", "fifteen/e1");
        assertThat(listed("/reviews?batch=batch-1")).containsExactly("twenty/e1", "twenty/e2");
        assertThat(listed("/reviews?actor=tom")).containsExactly("others/e1", "fifteen/e1");
        assertThat(listed("/reviews?subject=the-accused")).containsExactly("twenty/e1", "twenty/e2", "fifteen/e1");
        assertThat(listed("/reviews?subject=the-accused&actor=tom")).containsExactly("fifteen/e1");
        assertThat(listed("/reviews?publishedBy=2009-12-31")).containsExactly("twenty/e1");
        assertThat(listed("/reviews?limit=3")).hasSize(3);
        assertThat(listed("/reviews?limit=3&cursor="
                        + read("/reviews?limit=3").path("next").stringValue()))
                .containsExactly("fifteen/e1");
        JsonNode first = read("/reviews").at("/items/0");
        assertThat(first.path("actor").stringValue()).isEqualTo("rosa");
        assertThat(first.path("batch").stringValue()).isEqualTo("batch-1");
        assertThat(first.path("files").stringValue()).isEqualTo("claim");
        assertThat(first.at("/claim/subject/name").stringValue()).isEqualTo("The Accused");
        assertThat(read("/reviews").at("/items/1/files").stringValue()).isEqualTo("evidence");
    }

    @Test
    void aListOfWhatWaitsStaysFixedToItsPosition() {
        proposes("batch-1", "rosa", TWENTY, OTHERS, FIFTEEN);
        long before = ledger.head();
        String next = read("/reviews?limit=1").path("next").stringValue();

        assertThat(decide("{\"decision\":\"refused\",\"batch\":\"batch-1\"}").status())
                .isEqualTo(200);

        assertThat(listed("/reviews")).isEmpty();
        assertThat(listed("/reviews?limit=1&cursor=" + next)).containsExactly("others/e1");
        assertThat(listed("/reviews?asOf=@" + before)).containsExactly("twenty/e1", "others/e1", "fifteen/e1");
    }

    private List<String> listed(String path) {
        List<String> listed = new ArrayList<>();
        read(path)
                .path("items")
                .forEach(it -> listed.add(it.at("/claim/id").stringValue() + "/"
                        + it.path("evidence").stringValue()));
        return listed;
    }

    @Test
    void aWholeBatchIsAcceptedAtOnceAndNothingElse() {
        proposes("batch-1", "rosa", TWENTY);
        proposes("batch-2", "rosa", MORE, OTHERS);

        Answer answer = decide("{\"decision\":\"accepted\",\"batch\":\"batch-2\",\"reason\":\"The desk checked it.\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.lines()).hasSize(2);
        JsonNode first = answer.lines().getFirst();
        assertThat(first.path("claim").stringValue()).isEqualTo("twenty");
        assertThat(first.path("evidence").toString()).isEqualTo("[\"e2\"]");
        assertThat(first.path("status").stringValue()).isEqualTo("decided");
        assertThat(first.path("position").longValue()).isEqualTo(ledger.head() - 1);
        assertThat(answer.header("Ledger-Position")).contains(Long.toString(ledger.head()));
        assertThat(read("/claims/others").path("status").stringValue()).isEqualTo("supported");
        assertThat(read("/claims/twenty").path("status").stringValue()).isEqualTo("proposed");
        assertThat(listed("/reviews")).containsExactly("twenty/e1");
    }

    @Test
    void ofSeveralClaimsEachIsDecidedOnForItself() {
        proposes("batch-1", "rosa", TWENTY, FIFTEEN);
        ledger.importLines(OTHERS);

        Answer answer = decide("{\"decision\":\"refused\",\"claims\":[\"twenty\",\"others\",\"nobody\",\"fifteen\"]}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.lines())
                .extracting(it -> it.path("status").stringValue())
                .containsExactly("decided", "not_decided", "not_decided", "decided");
        assertThat(answer.lines().get(1).at("/problem/code").stringValue()).isEqualTo("not_proposed");
        assertThat(answer.lines().get(2).at("/problem/code").stringValue()).isEqualTo("claim_unknown");
        assertThat(read("/claims?status=refused").path("items")).hasSize(2);
    }

    @Test
    void aBatchLargerThanAGroupIsDecidedOnWhole() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 1_100; i++) {
            lines.add(OTHERS.replace("\"others\"", "\"others-" + i + "\""));
        }
        proposes("batch-1", "rosa", lines.toArray(String[]::new));

        Answer answer = decide("{\"decision\":\"accepted\",\"batch\":\"batch-1\"}");

        assertThat(answer.lines()).hasSize(1_100).allSatisfy(it -> assertThat(it.path("status").stringValue())
                .isEqualTo("decided"));
        assertThat(listed("/reviews")).isEmpty();
    }

    @Test
    void aDecisionOnManyThatCannotBeReadDecidesNothing() {
        proposes("batch-1", "rosa", TWENTY);
        long head = ledger.head();

        assertRefused(ledger, 422, "field_missing", () -> decide("{\"decision\":\"accepted\"}"));
        assertRefused(ledger, 422, "field_missing", () -> decide("{\"decision\":\"accepted\",\"claims\":[]}"));
        assertRefused(ledger, 422, "field_unexpected", () -> decide("{\"decision\":\"accepted\",\"claims\":[\"twenty\"],\"batch\":\"batch-1\"}"));
        assertRefused(ledger, 422, "field_missing", () -> decide("{\"batch\":\"batch-1\"}"));
        assertRefused(ledger, 409, "not_proposed", () -> decide("{\"decision\":\"accepted\",\"batch\":\"batch-2\"}"));
        assertRefused(ledger, 400, "unknown_field", () -> decide("{\"decision\":\"accepted\",\"batch\":\"batch-1\",\"why\":1}"));
        assertRefused(ledger, 400, "parameter_unknown", () -> ledger.get("/reviews?status=proposed"));
        assertThat(ledger.head()).isEqualTo(head);
    }

    @Test
    void anImportMayDecideToo() {
        proposes("batch-1", "rosa", TWENTY);

        Answer answer = ledger.importLines("""
            {"op":"review_claim","claim":"twenty","decision":"refused","reason":"A namesake."}\
            """, """
            {"op":"review_claim","claim":"twenty","decision":"accepted","evidence":["e1"]}\
            """, """
            {"op":"review_claim","claim":"twenty","decision":"refused"}\
            """);

        assertThat(answer.lines())
                .extracting(it -> it.path("status").stringValue())
                .containsExactly("accepted", "accepted", "refused");
        assertThat(read("/claims/twenty").path("status").stringValue()).isEqualTo("supported");
    }

    @Test
    void whatChangedBetweenTwoDatesTellsADecision() {
        proposes("batch-1", "rosa", TWENTY);
        long before = ledger.head();
        ledger.post("/claims/twenty/review", "{\"decision\":\"accepted\"}");

        JsonNode item = read("/state/diff?from=@" + before + "&to=@" + ledger.head())
                .at("/items/0");

        assertThat(item.path("claim").isMissingNode()).isFalse();
        assertThat(item.path("changes").findValuesAsString("path")).contains("/status", "/review", "/evidence/e1/live");
    }
}
