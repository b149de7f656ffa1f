package org.claimsledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.api.RefusalAssertions.assertRefused;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.api.RunningLedger.Answer;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.ReadModels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Filings that wait for an editor: how they are read and decided on. */
class ReviewCallsTest {

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
    private final Map<String, String> secrets = new HashMap<>();

    @BeforeEach
    void start() {
        ledger = RunningLedger.in(folder, "--ledger.review=on");
        for (String name : List.of("rosa", "tom", "erin")) {
            String role = name.equals("erin") ? "editor" : "reporter";
            secrets.put(
                    name,
                    ledger.post("/tokens", "{\"name\":\"" + name + "\",\"role\":\"" + role + "\"}")
                            .json()
                            .path("secret")
                            .stringValue());
        }
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

    /** The lines that a reporter files with the import of this name. */
    private String proposes(String reporter, String... lines) {
        Answer answer = as(reporter, "/imports", "application/x-ndjson", String.join("\n", lines));
        assertThat(answer.lines())
                .hasSize(lines.length)
                .allSatisfy(it -> assertThat(it.path("status").stringValue()).isEqualTo("accepted"));
        awaitReadable();
        return answer.header("X-Request-Id").orElseThrow();
    }

    private Answer as(String caller, String path, String type, String body) {
        return ledger.send(ledger.request(path)
                .header("Authorization", "Bearer " + secrets.get(caller))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private void awaitReadable() {
        try {
            assertThat(ledger.bean(ReadModels.class)
                            .awaitApplied(ledger.bean(Ledger.class).log().head(), Duration.ofSeconds(30)))
                    .isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private Answer decide(String body) {
        return ledger.post("/reviews", body);
    }

    /** As an editor reads it, because others do not see what waits. */
    private JsonNode read(String path) {
        Answer answer = ledger.get(path, "Authorization", "Bearer " + RunningLedger.TOKEN);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void aProposedClaimIsReadMarkedAndListed() {
        String batch = proposes("rosa", TWENTY);

        JsonNode claim = read("/claims/twenty");
        assertThat(claim.path("status").stringValue()).isEqualTo("proposed");
        assertThat(claim.at("/review/state").stringValue()).isEqualTo("proposed");
        assertThat(claim.at("/review/batch").stringValue()).isEqualTo(batch);
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
        proposes("rosa", TWENTY);
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
        proposes("rosa", FIFTEEN);

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
        proposes("rosa", MORE);
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
        proposes("rosa", FIFTEEN);
        ledger.post("/claims/fifteen/review", "{\"decision\":\"refused\"}");
        long head = ledger.head();

        assertRefused(
                ledger, 409, "not_proposed", () -> ledger.post("/claims/twenty/review", "{\"decision\":\"accepted\"}"));
        assertRefused(
                ledger,
                409,
                "already_refused",
                () -> ledger.post("/claims/fifteen/review", "{\"decision\":\"refused\"}"));
        assertRefused(ledger, 409, "not_accepted", () -> ledger.post("/claims/fifteen/retraction", "{}"));
        assertRefused(ledger, 409, "not_accepted", () -> ledger.post("/claims/fifteen/evidence/e1/withdrawal", "{}"));
        assertRefused(
                ledger, 404, "claim_unknown", () -> ledger.post("/claims/nobody/review", "{\"decision\":\"refused\"}"));
        assertRefused(ledger, 422, "field_missing", () -> ledger.post("/claims/fifteen/review", "{}"));
        assertRefused(
                ledger, 400, "unknown_option", () -> ledger.post("/claims/fifteen/review", "{\"decision\":\"maybe\"}"));
        assertRefused(
                ledger,
                422,
                "field_missing",
                () -> ledger.post("/claims/fifteen/review", "{\"decision\":\"accepted\",\"evidence\":[]}"));
        assertRefused(
                ledger,
                422,
                "evidence_unknown",
                () -> ledger.post("/claims/fifteen/review", "{\"decision\":\"accepted\",\"evidence\":[\"e9\"]}"));
        assertThat(ledger.head()).isEqualTo(head);
    }

    @Test
    void anEditorWhoSawAnotherRevisionDecidesNothing() {
        proposes("rosa", TWENTY);
        String tag = ledger.get("/claims/twenty", "Authorization", "Bearer " + RunningLedger.TOKEN)
                .header("ETag")
                .orElseThrow();
        proposes("rosa", MORE);

        assertRefused(
                ledger,
                412,
                "revision_moved",
                () -> ledger.post("/claims/twenty/review", "{\"decision\":\"accepted\"}", "If-Match", tag));
    }

    @Test
    void theSameDecisionSentAgainUnderItsKeyIsOneEvent() {
        proposes("rosa", TWENTY);
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
        proposes("rosa", TWENTY, MORE);

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
        proposes("rosa", TWENTY);

        JsonNode would = ledger.post("/claims/twenty/review?dryRun=true", "{\"decision\":\"accepted\"}")
                .json();

        assertThat(would.at("/questions/0/before").isNull()).isTrue();
        assertThat(would.at("/questions/0/after/answer/claim").stringValue()).isEqualTo("twenty");
    }

    @Test
    void whatWaitsIsListedInTheOrderOfFilingByBatchActorAndSubject() {
        String batch = proposes("rosa", TWENTY, MORE);
        proposes("tom", OTHERS, FIFTEEN);

        assertThat(listed("/reviews")).containsExactly("twenty/e1", "twenty/e2", "others/e1", "fifteen/e1");
        assertThat(listed("/reviews?batch=" + batch)).containsExactly("twenty/e1", "twenty/e2");
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
        assertThat(first.path("batch").stringValue()).isEqualTo(batch);
        assertThat(first.path("files").stringValue()).isEqualTo("claim");
        assertThat(first.at("/claim/subject/name").stringValue()).isEqualTo("The Accused");
        assertThat(read("/reviews").at("/items/1/files").stringValue()).isEqualTo("evidence");
    }

    @Test
    void aListOfWhatWaitsStaysFixedToItsPosition() {
        String batch = proposes("rosa", TWENTY, OTHERS, FIFTEEN);
        long before = ledger.head();
        String next = read("/reviews?limit=1").path("next").stringValue();

        assertThat(decide("{\"decision\":\"refused\",\"batch\":\"" + batch + "\"}")
                        .status())
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
        proposes("rosa", TWENTY);
        String batch = proposes("rosa", MORE, OTHERS);

        Answer answer =
                decide("{\"decision\":\"accepted\",\"batch\":\"" + batch + "\",\"reason\":\"The desk checked it.\"}");

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
        proposes("rosa", TWENTY, FIFTEEN);
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
        String batch = proposes("rosa", lines.toArray(String[]::new));

        Answer answer = decide("{\"decision\":\"accepted\",\"batch\":\"" + batch + "\"}");

        assertThat(answer.lines())
                .hasSize(1_100)
                .allSatisfy(it -> assertThat(it.path("status").stringValue()).isEqualTo("decided"));
        assertThat(listed("/reviews?asOf=@" + answer.header("Ledger-Position").orElseThrow()))
                .isEmpty();
    }

    @Test
    void aDecisionOnManyThatCannotBeReadDecidesNothing() {
        String batch = proposes("rosa", TWENTY);
        long head = ledger.head();

        assertRefused(ledger, 422, "field_missing", () -> decide("{\"decision\":\"accepted\"}"));
        assertRefused(ledger, 422, "field_missing", () -> decide("{\"decision\":\"accepted\",\"claims\":[]}"));
        assertRefused(
                ledger,
                422,
                "field_unexpected",
                () -> decide("{\"decision\":\"accepted\",\"claims\":[\"twenty\"],\"batch\":\"" + batch + "\"}"));
        assertRefused(ledger, 422, "field_missing", () -> decide("{\"batch\":\"" + batch + "\"}"));
        assertRefused(ledger, 409, "not_proposed", () -> decide("{\"decision\":\"accepted\",\"batch\":\"nothing\"}"));
        assertRefused(
                ledger,
                400,
                "unknown_field",
                () -> decide("{\"decision\":\"accepted\",\"batch\":\"" + batch + "\",\"why\":1}"));
        assertRefused(ledger, 400, "parameter_unknown", () -> ledger.get("/reviews?status=proposed"));
        assertThat(ledger.head()).isEqualTo(head);
    }

    @Test
    void anImportMayDecideToo() {
        proposes("rosa", TWENTY);

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
        proposes("rosa", TWENTY);
        long before = ledger.head();
        ledger.post("/claims/twenty/review", "{\"decision\":\"accepted\"}");

        JsonNode item =
                read("/state/diff?from=@" + before + "&to=@" + ledger.head()).at("/items/0");

        assertThat(item.path("claim").isMissingNode()).isFalse();
        assertThat(item.path("changes").findValuesAsString("path")).contains("/status", "/review", "/evidence/e1/live");
    }

    @Test
    void onlyReportersFilingsWaitAndOnlyClaimsAndEvidence() {
        Answer registered =
                as("rosa", "/subjects", "application/json", "{\"id\":\"hers\",\"kind\":\"person\",\"name\":\"N\"}");
        Answer filed = as("rosa", "/claims", "application/json", withoutOp(TWENTY));
        Answer attached = as("rosa", "/claims/twenty/evidence", "application/json", "{\"source\":\"late\"}");
        as("erin", "/claims", "application/json", withoutOp(FIFTEEN));
        as("erin", "/claims/twenty/evidence", "application/json", "{\"source\":\"late\",\"stance\":\"disputes\"}");

        assertThat(registered.status()).isEqualTo(201);
        JsonNode claim = read("/claims/twenty");
        assertThat(claim.path("status").stringValue()).isEqualTo("proposed");
        assertThat(claim.at("/review/batch").stringValue())
                .isEqualTo(filed.header("X-Request-Id").orElseThrow());
        assertThat(claim.at("/evidence/1/review/batch").stringValue())
                .isEqualTo(attached.header("X-Request-Id").orElseThrow());
        assertThat(claim.at("/evidence/2").has("review")).isFalse();
        assertThat(read("/claims/fifteen").path("status").stringValue()).isEqualTo("supported");
    }

    @Test
    void aReporterDecidesNothingHerselfNotEvenInAnImport() {
        String batch = proposes("rosa", TWENTY);
        String decision = "{\"decision\":\"accepted\"";

        for (String path : List.of("/claims/twenty/review", "/reviews")) {
            String body = path.equals("/reviews") ? decision + ",\"batch\":\"" + batch + "\"}" : decision + "}";
            assertRefused(ledger, 403, "forbidden", () -> as("rosa", path, "application/json", body));
        }
        Answer line = as(
                "rosa",
                "/imports",
                "application/x-ndjson",
                "{\"op\":\"review_claim\",\"claim\":\"twenty\"," + decision.substring(1) + "}");
        assertThat(line.lines().getFirst().at("/problem/code").stringValue()).isEqualTo("forbidden");

        assertThat(as("erin", "/claims/twenty/review", "application/json", decision + "}")
                        .status())
                .isEqualTo(200);
        assertThat(read("/claims/twenty/history").at("/items/1/actor").stringValue())
                .isEqualTo("erin");
    }

    @Test
    void aReportersDryRunSaysThatItWouldWait() {
        JsonNode would = as("rosa", "/claims?dryRun=true", "application/json", withoutOp(TWENTY))
                .json();

        assertThat(would.at("/claims/0/after/status").stringValue()).isEqualTo("proposed");
        assertThat(would.path("questions")).isEmpty();
    }

    @Test
    void withTheGateOpenedNothingNewWaitsAndWhatWaitedStillDoes() {
        String batch = proposes("rosa", TWENTY);
        ledger.close();
        ledger = RunningLedger.in(folder);

        as("rosa", "/claims", "application/json", withoutOp(FIFTEEN));

        assertThat(read("/claims/fifteen").path("status").stringValue()).isEqualTo("supported");
        assertThat(read("/claims/twenty").path("status").stringValue()).isEqualTo("proposed");
        assertThat(listed("/reviews?batch=" + batch)).containsExactly("twenty/e1");
        assertThat(ledger.post("/claims/twenty/review", "{\"decision\":\"accepted\"}")
                        .status())
                .isEqualTo(200);
        assertThat(read("/state").at("/items/0/alternatives")).hasSize(1);
    }

    private static String withoutOp(String line) {
        return "{" + line.substring(line.indexOf(',') + 1);
    }
}
