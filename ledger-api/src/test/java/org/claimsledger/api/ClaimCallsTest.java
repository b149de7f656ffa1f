package org.claimsledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.api.RefusalAssertions.assertRefused;

import java.nio.file.Path;
import org.claimsledger.api.RunningLedger.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every call about claims, with each of its possible outcomes. */
class ClaimCallsTest {

    @TempDir
    static Path folder;

    private static RunningLedger ledger;

    @BeforeAll
    static void start() {
        ledger = RunningLedger.in(folder);
        ledger.importLines(
                """
                {"op":"register_source","id":"report","kind":"news_report","title":"A report"}\
                """, """
                {"op":"register_source","id":"ruling","kind":"court_record","title":"A ruling"}\
                """, """
                {"op":"register_subject","id":"the-accused","kind":"person","name":"The Accused"}\
                """, """
                {"op":"define_predicate","key":"sentenced","valueKinds":["quantity","term"],"unit":"a",\
                "terms":["life"],"cardinality":"one_per:case"}\
                """, """
                {"op":"define_predicate","key":"says","valueKinds":["claim"]}\
                """, claim("standing"), claim("retracted"), """
                {"op":"retract_claim","claim":"retracted"}\
                """, claim("withdrawn"), """
                {"op":"withdraw_evidence","claim":"withdrawn","evidence":"e1"}\
                """, """
                {"op":"assert_claim","id":"talk","subject":"the-accused","predicate":"says",\
                "value":{"claim":"standing"},"evidence":{"source":"report"}}\
                """, """
                {"op":"relate_claims","claim":"standing","relation":"contradicts","other":"talk"}\
                """);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{\"quantity\":{\"amount\":20,\"unit\":\"a\"}}",
                "{\"quantity\":{\"about\":240}}",
                "{\"quantity\":{\"atLeast\":238,\"unit\":\"{person}\"}}",
                "{\"quantity\":{\"atMost\":46000000,\"unit\":\"USD\"}}",
                "{\"quantity\":{\"moreThan\":0.5}}",
                "{\"quantity\":{\"lessThan\":-1.25}}",
                "{\"quantity\":{\"between\":[2,3],\"unit\":\"mo\"}}",
                "{\"term\":\"suicide\"}",
                "{\"subject\":\"the-accused\"}",
                "{\"claim\":\"standing\"}",
                "{\"text\":\"Two lines,\\nas they were.\"}",
                "{\"date\":\"2007~\"}",
                "{\"flag\":true}",
                "{\"flag\":false}",
                "{\"unknown\":true}",
                "{\"none\":true}"
            })
    void aValueOfEveryKindIsReadBackAsItWasGiven(String value) {
        ledger.post("/predicates", "{\"key\":\"anything\"}");

        Answer made = ledger.post("/claims", """
            {"subject":"the-accused","predicate":"anything","value":%s,"evidence":{"source":"report"}}\
            """.formatted(value));

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(ledger.get(made.header("Location").orElseThrow())
                        .json()
                        .path("value")
                        .toString())
                .isEqualTo(value);
    }

    @Test
    void aClaimIsReadBackWithAllThatItWasFiledWith() {
        ledger.post("/claims", """
            {"id":"whole","subject":"the-accused","predicate":"sentenced","value":{"term":"life"},
             "qualifiers":{"case":"first","court":"military"},"valid":"2006~/..","validAsStated":"18 years ago",
             "statement":"The accused got life.",
             "evidence":{"id":"first-report","source":"report","stance":"supports","modality":"alleged",
              "attribution":["A court",{"subject":"the-accused"},{"source":"ruling"}],
              "quote":{"exact":"life","prefix":"got ","suffix":"."},"locator":"paragraph 12","credibility":2}}\
            """);

        JsonNode read = ledger.get("/claims/whole").json();
        assertThat(read.path("subject").toString()).isEqualTo("{\"id\":\"the-accused\",\"name\":\"The Accused\"}");
        assertThat(read.path("predicate").toString()).isEqualTo("{\"key\":\"sentenced\",\"label\":\"sentenced\"}");
        assertThat(read.path("qualifiers").toString()).isEqualTo("{\"case\":\"first\",\"court\":\"military\"}");
        assertThat(read.path("valid").stringValue()).isEqualTo("2006~/..");
        assertThat(read.path("validAsStated").stringValue()).isEqualTo("18 years ago");
        assertThat(read.path("rank").stringValue()).isEqualTo("normal");
        assertThat(read.path("verdict").isNull()).isTrue();
        JsonNode evidence = read.path("evidence").get(0);
        assertThat(evidence.path("id").stringValue()).isEqualTo("first-report");
        assertThat(evidence.at("/source/title").stringValue()).isEqualTo("A report");
        assertThat(evidence.path("modality").stringValue()).isEqualTo("alleged");
        assertThat(evidence.path("attribution").toString())
                .isEqualTo("[\"A court\",{\"subject\":\"the-accused\"},{\"source\":\"ruling\"}]");
        assertThat(evidence.at("/quote/prefix").stringValue()).isEqualTo("got ");
        assertThat(evidence.path("credibility").intValue()).isEqualTo(2);
    }

    @Test
    void evidenceIsNamedByItsNumberAndCanBeWithdrawn() {
        ledger.post("/claims", claimBody("well-attested"));

        Answer attached = ledger.post("/claims/well-attested/evidence", """
            {"source":"ruling","stance":"disputes"}\
            """);
        assertThat(attached.status()).isEqualTo(200);
        assertThat(attached.json().path("evidence").stringValue()).isEqualTo("e2");
        assertThat(attached.json().path("revision").intValue()).isEqualTo(2);

        Answer withdrawn = ledger.post("/claims/well-attested/evidence/e2/withdrawal", """
            {"basis":{"source":"ruling"},"reasons":["misattributed"],"note":"It says nothing of it."}\
            """);
        assertThat(withdrawn.status()).isEqualTo(200);
        JsonNode withdrawal = ledger.get("/claims/well-attested").json().at("/evidence/1/withdrawal");
        assertThat(withdrawal.path("basis").stringValue()).isEqualTo("ruling");
        assertThat(withdrawal.path("reasons").toString()).isEqualTo("[\"misattributed\"]");
        assertThat(ledger.post("/claims/well-attested/evidence", """
            {"source":"ruling","stance":"disputes"}\
            """)
                        .json()
                        .path("evidence")
                        .stringValue())
                .as("it may be said again once it was withdrawn")
                .isEqualTo("e3");
    }

    @Test
    void aSuccessorEndsTheClaimAndSupersedesItInOneStep() {
        ledger.post("/claims", """
            {"id":"charge-1","subject":"the-accused","predicate":"sentenced","value":{"term":"life"},
             "qualifiers":{"case":"second"},"valid":"2022-02","evidence":{"source":"report"}}\
            """);
        long before = ledger.head();

        Answer succeeded = ledger.post("/claims/charge-1/successor", """
            {"ended":"2022-06","basis":{"source":"ruling"},"reason":"commuted",
             "claim":{"id":"charge-2","subject":"the-accused","predicate":"sentenced",
              "value":{"quantity":{"amount":12}},"qualifiers":{"case":"second"},"valid":"2022-06/..",
              "evidence":{"source":"ruling"}}}\
            """);

        assertThat(succeeded.status()).isEqualTo(200);
        assertThat(succeeded.json().path("successor").stringValue()).isEqualTo("charge-2");
        assertThat(ledger.get("/claims/charge-1").json().path("valid").stringValue())
                .isEqualTo("2022-02/2022-06");
        assertThat(ledger.get("/claims/charge-2").json().path("relations").toString())
                .contains("\"relation\":\"supersedes\"", "\"other\":\"charge-1\"");
        assertThat(ledger.get("/events?after=" + before).lines().stream()
                        .map(event -> event.path("type").stringValue()))
                .containsExactly("claim_revised", "claim_asserted", "claims_related");
    }

    @Test
    void rankAndVerdictAreClearedByACorrectionOfTheValue() {
        ledger.post("/claims", claimBody("decided"));
        assertThat(ledger.post("/claims/decided/rank", """
            {"rank":"preferred","reason":"court record"}\
            """).status()).isEqualTo(200);
        assertThat(ledger.post("/claims/decided/assessments", """
            {"verdict":"verified","rationale":"seen the ruling"}\
            """).status()).isEqualTo(200);
        assertThat(ledger.get("/claims/decided").json().path("rank").stringValue())
                .isEqualTo("preferred");
        assertThat(ledger.get("/claims/decided").json().path("verdict").stringValue())
                .isEqualTo("verified");

        ledger.post("/claims/decided/revisions", """
            {"kind":"correction","changes":{"value":{"quantity":{"amount":15}}}}\
            """);

        assertThat(ledger.get("/claims/decided").json().path("rank").stringValue())
                .isEqualTo("normal");
        assertThat(ledger.get("/claims/decided").json().path("verdict").isNull())
                .isTrue();
    }

    @Test
    void aRelationIsShownOnBothClaims() {
        ledger.post("/claims", claimBody("part"));

        assertThat(ledger.post("/claims/part/relations", """
            {"relation":"part_of","other":"standing","reason":"the same trial"}\
            """).status()).isEqualTo(200);

        for (String id : new String[] {"part", "standing"}) {
            assertThat(ledger.get("/claims/" + id).json().path("relations").toString())
                    .contains("{\"claim\":\"part\",\"relation\":\"part_of\",\"other\":\"standing\"");
        }
    }

    @ParameterizedTest(name = "{0} {1}: {2} {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        409 | id_taken            | /claims | {"id":"standing","subject":"the-accused","predicate":"says","value":{"none":true},"evidence":{"source":"report"}}
        422 | field_missing       | /claims | {"predicate":"says","value":{"none":true},"evidence":{"source":"report"}}
        422 | field_missing       | /claims | {"subject":"the-accused","value":{"none":true},"evidence":{"source":"report"}}
        422 | field_missing       | /claims | {"subject":"the-accused","predicate":"says","evidence":{"source":"report"}}
        422 | field_missing       | /claims | {"subject":"the-accused","predicate":"says","value":{"none":true}}
        422 | field_missing       | /claims | {"subject":"the-accused","predicate":"says","value":{"none":true},"evidence":{}}
        422 | field_missing       | /claims | {"subject":"the-accused","predicate":"says","value":{},"evidence":{"source":"report"}}
        422 | source_unknown      | /claims | {"subject":"the-accused","predicate":"says","value":{"none":true},"evidence":{"source":"nobody"}}
        422 | subject_unknown     | /claims | {"subject":"nobody","predicate":"says","value":{"none":true},"evidence":{"source":"report"}}
        422 | predicate_unknown   | /claims | {"subject":"the-accused","predicate":"nothing","value":{"none":true},"evidence":{"source":"report"}}
        422 | claim_unknown       | /claims | {"subject":"the-accused","predicate":"says","value":{"claim":"nobody"},"evidence":{"source":"report"}}
        422 | claim_cycle         | /claims | {"id":"self","subject":"the-accused","predicate":"says","value":{"claim":"self"},"evidence":{"source":"report"}}
        422 | value_kind_mismatch | /claims | {"subject":"the-accused","predicate":"says","value":{"text":"words"},"evidence":{"source":"report"}}
        422 | qualifier_missing   | /claims | {"subject":"the-accused","predicate":"sentenced","value":{"term":"life"},"evidence":{"source":"report"}}
        422 | term_unknown        | /claims | {"subject":"the-accused","predicate":"sentenced","value":{"term":"exile"},"qualifiers":{"case":"c"},"evidence":{"source":"report"}}
        422 | unit_mismatch       | /claims | {"subject":"the-accused","predicate":"sentenced","value":{"quantity":{"amount":1,"unit":"kg"}},"qualifiers":{"case":"c"},"evidence":{"source":"report"}}
        422 | invalid_unit        | /claims | {"subject":"the-accused","predicate":"sentenced","value":{"quantity":{"amount":1,"unit":"years"}},"qualifiers":{"case":"c"},"evidence":{"source":"report"}}
        422 | invalid_range       | /claims | {"subject":"the-accused","predicate":"sentenced","value":{"quantity":{"between":[3,2]}},"qualifiers":{"case":"c"},"evidence":{"source":"report"}}
        422 | subject_unknown     | /claims | {"subject":"the-accused","predicate":"says","value":{"none":true},"evidence":{"source":"report","attribution":[{"subject":"nobody"}]}}
        422 | source_unknown      | /claims | {"subject":"the-accused","predicate":"says","value":{"none":true},"evidence":{"source":"report","attribution":[{"source":"nobody"}]}}
        400 | wrong_type          | /claims | {"subject":"the-accused","predicate":"says","value":{"none":true},"evidence":{"source":"report","attribution":[{"person":"x"}]}}
        422 | invalid_number      | /claims | {"subject":"the-accused","predicate":"says","value":{"none":true},"evidence":{"source":"report","credibility":7}}
        400 | unknown_field       | /claims | {"subject":"the-accused","predicate":"says","value":{"none":true,"text":"x"},"evidence":{"source":"report"}}
        400 | unknown_option      | /claims | {"subject":"the-accused","predicate":"says","value":{"none":false},"evidence":{"source":"report"}}
        400 | unknown_field       | /claims | {"subject":"the-accused","predicate":"says","value":{"none":true},"status":"supported","evidence":{"source":"report"}}
        422 | invalid_qualifier   | /claims | {"subject":"the-accused","predicate":"says","value":{"none":true},"qualifiers":{"a b":"c"},"evidence":{"source":"report"}}
        422 | invalid_edtf        | /claims | {"subject":"the-accused","predicate":"says","value":{"none":true},"valid":"yesterday","evidence":{"source":"report"}}
        409 | evidence_duplicate  | /claims/standing/evidence                | {"source":"report"}
        409 | id_taken            | /claims/standing/evidence                | {"id":"e1","source":"ruling"}
        422 | invalid_id          | /claims/standing/evidence                | {"id":"r2","source":"ruling"}
        422 | field_missing       | /claims/standing/evidence                | {"stance":"supports"}
        422 | source_unknown      | /claims/standing/evidence                | {"source":"nobody"}
        400 | unknown_option      | /claims/standing/evidence                | {"source":"ruling","stance":"likes"}
        400 | unknown_option      | /claims/standing/evidence                | {"source":"ruling","modality":"sworn"}
        404 | evidence_unknown    | /claims/standing/evidence/e9/withdrawal  | {}
        404 | evidence_unknown    | /claims/standing/evidence/E1/withdrawal  | {}
        409 | already_withdrawn   | /claims/withdrawn/evidence/e1/withdrawal | {}
        422 | source_unknown      | /claims/standing/evidence/e1/withdrawal  | {"basis":{"source":"nobody"}}
        422 | field_missing       | /claims/standing/evidence/e1/withdrawal  | {"basis":{}}
        422 | field_missing       | /claims/standing/revisions               | {"changes":{"statement":"S"}}
        422 | field_missing       | /claims/standing/revisions               | {"kind":"correction"}
        422 | revision_without_change | /claims/standing/revisions           | {"kind":"correction","changes":{}}
        422 | revision_without_change | /claims/standing/revisions           | {"kind":"correction","changes":{"value":{"quantity":{"amount":20.0,"unit":"a"}}}}
        422 | update_changes_value    | /claims/standing/revisions           | {"kind":"update","changes":{"value":{"term":"life"}}}
        422 | update_changes_value    | /claims/standing/revisions           | {"kind":"update","changes":{"qualifiers":{"case":"other"}}}
        422 | clarification_changes_content | /claims/standing/revisions     | {"kind":"clarification","changes":{"valid":"2007"}}
        422 | qualifier_missing   | /claims/standing/revisions               | {"kind":"correction","changes":{"qualifiers":{}}}
        422 | term_unknown        | /claims/standing/revisions               | {"kind":"correction","changes":{"value":{"term":"exile"}}}
        422 | source_unknown      | /claims/standing/revisions               | {"kind":"correction","changes":{"value":{"term":"life"}},"basis":{"source":"nobody"}}
        400 | unknown_option      | /claims/standing/revisions               | {"kind":"improvement","changes":{"statement":"S"}}
        400 | unknown_field       | /claims/standing/revisions               | {"kind":"correction","changes":{"subject":"the-accused"}}
        422 | field_missing       | /claims/standing/successor               | {"claim":{"subject":"the-accused","predicate":"says","value":{"none":true},"evidence":{"source":"report"}}}
        422 | field_missing       | /claims/standing/successor               | {"ended":"2010"}
        409 | id_taken            | /claims/standing/successor               | {"ended":"2010","claim":{"id":"standing","subject":"the-accused","predicate":"says","value":{"none":true},"evidence":{"source":"report"}}}
        422 | source_unknown      | /claims/standing/successor               | {"ended":"2010","claim":{"subject":"the-accused","predicate":"says","value":{"none":true},"evidence":{"source":"nobody"}}}
        422 | invalid_edtf        | /claims/standing/successor               | {"ended":"2010/2011","claim":{"subject":"the-accused","predicate":"says","value":{"none":true},"evidence":{"source":"report"}}}
        409 | already_retracted   | /claims/retracted/retraction             | {}
        409 | not_retracted       | /claims/standing/reinstatement           | {}
        400 | unknown_option      | /claims/standing/retraction              | {"reasons":["bored"]}
        422 | source_unknown      | /claims/standing/retraction              | {"basis":{"source":"nobody"}}
        400 | unknown_option      | /claims/standing/rank                    | {"rank":"best"}
        422 | field_missing       | /claims/standing/rank                    | {}
        400 | unknown_option      | /claims/standing/assessments             | {"verdict":"maybe"}
        422 | field_missing       | /claims/standing/assessments             | {"rationale":"because"}
        409 | relation_duplicate  | /claims/talk/relations                   | {"relation":"contradicts","other":"standing"}
        422 | self_reference      | /claims/standing/relations               | {"relation":"contradicts","other":"standing"}
        422 | claim_unknown       | /claims/standing/relations               | {"relation":"contradicts","other":"nobody"}
        400 | unknown_option      | /claims/standing/relations               | {"relation":"like","other":"talk"}
        404 | claim_unknown       | /claims/nobody/evidence                  | {"source":"report"}
        404 | claim_unknown       | /claims/nobody/evidence/e1/withdrawal    | {}
        404 | claim_unknown       | /claims/nobody/revisions                 | {"kind":"clarification","changes":{"statement":"S"}}
        404 | claim_unknown       | /claims/nobody/successor                 | {"ended":"2010","claim":{"subject":"the-accused","predicate":"says","value":{"none":true},"evidence":{"source":"report"}}}
        404 | claim_unknown       | /claims/nobody/retraction                | {}
        404 | claim_unknown       | /claims/nobody/reinstatement             | {}
        404 | claim_unknown       | /claims/nobody/rank                      | {"rank":"normal"}
        404 | claim_unknown       | /claims/nobody/assessments               | {"verdict":"false"}
        404 | claim_unknown       | /claims/nobody/relations                 | {"relation":"same_as","other":"standing"}
        404 | claim_unknown       | /claims/Not%20An%20Id/retraction         | {}
        """)
    void aRefusalHasItsCodeAndLeavesNoTrace(int status, String code, String path, String body) {
        assertRefused(ledger, status, code, () -> ledger.post(path, body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/evidence",
                "/evidence/e1/withdrawal",
                "/revisions",
                "/successor",
                "/retraction",
                "/rank",
                "/assessments",
                "/relations"
            })
    void noCallOnAClaimPassesWithARevisionThatIsNotItsOwn(String call) {
        String body =
                switch (call) {
                    case "/evidence" -> "{\"source\":\"ruling\"}";
                    case "/revisions" -> "{\"kind\":\"clarification\",\"changes\":{\"statement\":\"S\"}}";
                    case "/successor" -> """
                        {"ended":"2010","claim":{"subject":"the-accused","predicate":"says","value":{"none":true},
                         "evidence":{"source":"report"}}}\
                        """;
                    case "/rank" -> "{\"rank\":\"normal\"}";
                    case "/assessments" -> "{\"verdict\":\"false\"}";
                    case "/relations" -> "{\"relation\":\"same_as\",\"other\":\"talk\"}";
                    default -> "{}";
                };
        assertRefused(
                ledger,
                412,
                "revision_moved",
                () -> ledger.post("/claims/standing" + call, body, "If-Match", "\"77-1\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"77", "W/\"1-1\"", "\"a\"", "\"1-\"", ""})
    void anIfMatchThatIsNoTagOfAClaimIsRefused(String tag) {
        assertRefused(
                ledger,
                400,
                "invalid_header",
                () -> ledger.post("/claims/standing/rank", "{\"rank\":\"normal\"}", "If-Match", tag));
    }

    @Test
    void theRevisionThatWasReadMayBeChangedOnce() {
        ledger.post("/claims", claimBody("edited"));
        String tag = ledger.get("/claims/edited").header("ETag").orElseThrow();

        assertThat(ledger.post("/claims/edited/rank", "{\"rank\":\"preferred\"}", "If-Match", tag)
                        .status())
                .isEqualTo(200);
        assertRefused(
                ledger,
                412,
                "revision_moved",
                () -> ledger.post("/claims/edited/rank", "{\"rank\":\"normal\"}", "If-Match", tag));
        assertThat(ledger.post("/claims/edited/rank", "{\"rank\":\"normal\"}", "If-Match", "*")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/claims/nobody",
                "/claims/nobody/history",
                "/claims/nobody/versions",
                "/claims/nobody/diff?from=1&to=2",
                "/claims/No",
                "/claims/standing?asOf=@2",
                "/claims/standing/history?asOf=@2",
                "/claims/standing/versions?asOf=@2",
                "/claims/standing?asOf=1999-12-31"
            })
    void anIdThatIsUnknownOrNotYetRecordedCannotBeRead(String path) {
        assertRefused(ledger, 404, "claim_unknown", () -> ledger.get(path));
    }

    private static String claim(String id) {
        return "{\"op\":\"assert_claim\"," + claimBody(id).substring(1);
    }

    private static String claimBody(String id) {
        return """
            {"id":"%s","subject":"the-accused","predicate":"sentenced",\
            "value":{"quantity":{"amount":20,"unit":"a"}},"qualifiers":{"case":"first"},"evidence":{"source":"report"}}\
            """.formatted(id);
    }
}
