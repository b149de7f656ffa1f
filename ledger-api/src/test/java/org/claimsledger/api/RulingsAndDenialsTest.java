package org.claimsledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.api.RefusalAssertions.assertRefused;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import org.claimsledger.api.RunningLedger.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What courts, fact checkers and unnamed people say, as it is filed over HTTP and read back. */
class RulingsAndDenialsTest {

    @TempDir
    static Path folder;

    private static RunningLedger ledger;

    @BeforeAll
    static void start() {
        ledger = RunningLedger.in(folder);
        Answer imported = ledger.importLines("""
            {"op":"define_predicate","key":"sentenced","unit":"a","cardinality":"one_per:case"}\
            """, """
            {"op":"define_predicate","key":"denied","valueKinds":["claim"],"denies":true}\
            """, """
            {"op":"register_subject","id":"courts","kind":"organisation","name":"The courts"}\
            """, """
            {"op":"register_subject","id":"court-a","kind":"organisation","name":"Court A","parent":"courts"}\
            """, """
            {"op":"register_subject","id":"case-a","kind":"case","name":"The case"}\
            """, """
            {"op":"register_subject","id":"case-b","kind":"case","name":"The same case"}\
            """, """
            {"op":"register_subject","id":"person-a","kind":"person","name":"Person A"}\
            """, """
            {"op":"register_source","id":"report","kind":"news_report","title":"A report"}\
            """, """
            {"op":"register_source","id":"check","kind":"news_report","title":"A check","publisher":{"subject":"court-a"}}\
            """);
        assertThat(imported.text()).doesNotContain("refused");
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void aRulingIsFiledWithTheDateOfItsWordsAndAnUnnamedWitness() {
        assertThat(ledger.post("/claims", claim("ruled", """
            {"source":"report","modality":"ruled","saidOn":"2006-08-31",\
            "attribution":[{"text":"two officials","anonymous":true},{"text":"Court A"}]}\
            """)).status()).isEqualTo(201);

        JsonNode evidence = ledger.get("/claims/ruled").json().at("/evidence/0");

        assertThat(evidence.path("modality").stringValue()).isEqualTo("ruled");
        assertThat(evidence.path("saidOn").stringValue()).isEqualTo("2006-08-31");
        assertThat(evidence.at("/attribution/0").toString())
                .isEqualTo("{\"text\":\"two officials\",\"anonymous\":true}");
        assertThat(evidence.at("/attribution/1").stringValue()).isEqualTo("Court A");
    }

    @Test
    void badWordsOnTestimonyAreRefusedWhereTheyStand() {
        refused("invalid_edtf", "/evidence/saidOn", claim("t1", "{\"source\":\"report\",\"saidOn\":\"soon\"}"));
        refused(
                "wrong_type",
                "/evidence/attribution/0/anonymous",
                claim("t2", "{\"source\":\"report\",\"attribution\":[{\"text\":\"x\",\"anonymous\":1}]}"));
        refused(
                "unknown_field",
                "/evidence/attribution/0/source",
                claim("t3", "{\"source\":\"report\",\"attribution\":[{\"text\":\"x\",\"source\":\"report\"}]}"));
    }

    @Test
    void oneClaimAnnulsAnother() {
        ledger.post("/claims", claim("quashing", "{\"source\":\"report\"}"));
        ledger.post("/claims", claim("quashed", "{\"source\":\"report\"}"));

        Answer related = ledger.post("/claims/quashing/relations", "{\"relation\":\"annuls\",\"other\":\"quashed\"}");

        assertThat(related.status()).isEqualTo(200);
        assertThat(ledger.get("/claims/quashed")
                        .json()
                        .at("/relations/0/relation")
                        .stringValue())
                .isEqualTo("annuls");
        assertThat(ledger.get("/claims/quashed").json().at("/relations/0/claim").stringValue())
                .isEqualTo("quashing");
        assertThat(ledger.post("/claims/quashed/relations", "{\"relation\":\"annuls\",\"other\":\"quashing\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatWasAnnulledIsNoAnswerFromThatDayOnAndQuestionsAndPagesSaySo() {
        ledger.post("/claims", valid("overturned", "2010/.."));
        ledger.post("/claims", valid("overturning", "2013-06-01/.."));
        ledger.post("/claims/overturning/relations", "{\"relation\":\"annuls\",\"other\":\"overturned\"}");

        JsonNode before = questionOn("overturned", "2012-01-01");
        assertThat(before.path("policy").intValue()).isEqualTo(2);
        assertThat(before.path("status").stringValue()).isEqualTo("uncontested");
        assertThat(before.at("/answer/qualifiers/case").stringValue()).isEqualTo("overturned");
        JsonNode after = questionOn("overturned", "2013-06-01");
        assertThat(after.path("status").stringValue()).isEqualTo("open");
        assertThat(after.at("/alternatives/0/annulled").toString())
                .isEqualTo("{\"by\":\"overturning\",\"from\":\"2013-06-01\"}");
        assertThat(after.at("/alternatives/0/inForce").stringValue()).isEqualTo("no");
        assertThat(page("/questions?validOn=2013-06-01")).contains("annulled on 1 June 2013");
        assertThat(page("/claims/overturned?validOn=2013-06-01")).contains("(annulled on 1 June 2013)");
        assertThat(page("/claims/overturned?validOn=2012-01-01")).doesNotContain("annulled on 1 June 2013");
    }

    private static String valid(String id, String valid) {
        return claim(id, "{\"source\":\"report\"}")
                .replace("\"qualifiers\"", "\"valid\":\"" + valid + "\",\"qualifiers\"");
    }

    private static JsonNode questionOn(String inCase, String day) {
        for (JsonNode item :
                ledger.get("/state?subject=person-a&validOn=" + day).json().path("items")) {
            if (item.at("/question/qualifiers/case").stringValue("").equals(inCase)) {
                return item;
            }
        }
        throw new AssertionError("no question on " + inCase);
    }

    private static String page(String path) {
        return ledger.send(HttpRequest.newBuilder(ledger.base().resolve(path)).GET())
                .text();
    }

    @Test
    void aRulingSaysWhetherItIsFinalAndAnUpdateChangesIt() {
        ledger.post(
                "/claims",
                claim("appealed", "{\"source\":\"report\"}")
                        .replace("\"qualifiers\"", "\"finality\":\"not_final\",\"qualifiers\""));
        assertThat(ledger.get("/claims/appealed").json().path("finality").stringValue())
                .isEqualTo("not_final");

        Answer updated =
                ledger.post("/claims/appealed/revisions", "{\"kind\":\"update\",\"changes\":{\"finality\":\"final\"}}");

        assertThat(updated.status()).as(updated.text()).isEqualTo(200);
        assertThat(ledger.get("/claims/appealed").json().path("finality").stringValue())
                .isEqualTo("final");
        assertThat(ledger.get("/state?subject=person-a").text()).contains("\"finality\":\"final\"");
        assertThat(ledger.get("/claims/appealed/history").text()).contains("/finality");
        assertRefused(
                ledger,
                422,
                "clarification_changes_content",
                () -> ledger.post(
                        "/claims/appealed/revisions",
                        "{\"kind\":\"clarification\",\"changes\":{\"finality\":\"unknown\"}}"));
    }

    @Test
    void aQualifierThatIsASubjectFollowsItIntoAMerge() {
        ledger.post(
                "/claims",
                claim("merged-a", "{\"source\":\"report\"}").replace("\"merged-a\"}", "{\"subject\":\"case-a\"}}"));
        ledger.post(
                "/claims",
                claim("merged-b", "{\"source\":\"report\"}").replace("\"merged-b\"}", "{\"subject\":\"case-b\"}}"));
        assertThat(ledger.get("/claims/merged-a")
                        .json()
                        .at("/qualifiers/case/subject")
                        .stringValue())
                .isEqualTo("case-a");
        assertThat(questionsOn("case-a", "case-b")).isEqualTo(2);

        ledger.post("/subjects/case-a/merge", "{\"absorb\":\"case-b\"}");

        assertThat(questionsOn("case-a", "case-b")).isEqualTo(1);
        assertThat(ledger.get("/claims/merged-b")
                        .json()
                        .at("/qualifiers/case/subject")
                        .stringValue())
                .isEqualTo("case-b");
        refused(
                "subject_unknown",
                "/qualifiers/case/subject",
                claim("q1", "{\"source\":\"report\"}").replace("\"q1\"}", "{\"subject\":\"nobody\"}}"));
        refused(
                "wrong_type",
                "/qualifiers/case",
                claim("q2", "{\"source\":\"report\"}").replace("\"q2\"}", "{\"subject\":\"court-a\",\"text\":\"x\"}}"));
    }

    private static int questionsOn(String... cases) {
        int found = 0;
        for (JsonNode item : ledger.get("/state?subject=person-a").json().path("items")) {
            String subject = item.at("/question/qualifiers/case/subject").stringValue("");
            for (String each : cases) {
                found += subject.equals(each) ? 1 : 0;
            }
        }
        return found;
    }

    @Test
    void aCheckBySomebodyElseIsRecordedAsTheirs() {
        ledger.post("/claims", claim("checked", "{\"source\":\"report\"}"));

        Answer assessed = ledger.post("/claims/checked/assessments", """
            {"verdict":"false","rationale":"Read the ruling.","basis":{"source":"check"},\
            "assessor":{"subject":"court-a"},"assessedOn":"2024-03"}\
            """);

        assertThat(assessed.status()).as(assessed.text()).isEqualTo(200);
        JsonNode assessment = ledger.get("/claims/checked").json().path("assessment");
        assertThat(assessment.toString())
                .isEqualTo("{\"assessor\":{\"subject\":\"court-a\"},\"assessedOn\":\"2024-03\",\"basis\":\"check\","
                        + "\"rationale\":\"Read the ruling.\"}");
        assertThat(ledger.get("/claims/checked/history").text())
                .contains("/assessment/assessor")
                .contains("/assessment/assessedOn");
        refusedAt("/claims/checked/assessments", "subject_unknown", "/assessor/subject", """
            {"verdict":"false","assessor":{"subject":"nobody"}}\
            """);
        refusedAt("/claims/checked/assessments", "source_unknown", "/basis/source", """
            {"verdict":"false","basis":{"source":"nothing"}}\
            """);
        refusedAt("/claims/checked/assessments", "wrong_type", "/assessor", """
            {"verdict":"false","assessor":{"source":"check"}}\
            """);
        refusedAt("/claims/checked/assessments", "invalid_edtf", "/assessedOn", """
            {"verdict":"false","assessedOn":"lately"}\
            """);
    }

    @Test
    void aNoticeNamesTheEvidenceThatItIsAbout() {
        ledger.post("/claims", claim("corrected", "{\"source\":\"report\"}"));

        Answer noticed = ledger.post("/sources/report/notices", """
            {"type":"correction","evidence":[{"claim":"corrected","evidence":"e1"}]}\
            """);

        assertThat(noticed.status()).isEqualTo(200);
        assertThat(ledger.get("/sources/report")
                        .json()
                        .at("/notices/0/evidence/0/claim")
                        .stringValue())
                .isEqualTo("corrected");
        assertThat(ledger.get("/claims/corrected").json().at("/evidence/0/live").booleanValue())
                .isTrue();
        refusedAt("/sources/report/notices", "evidence_unknown", "/evidence/0", """
            {"type":"expression_of_concern","evidence":[{"claim":"corrected","evidence":"e9"}]}\
            """);
    }

    /** A claim on a case of its own. */
    private static String claim(String id, String evidence) {
        return """
            {"id":"%s","subject":"person-a","predicate":"sentenced","value":{"quantity":{"amount":20,"unit":"a"}},\
            "qualifiers":{"case":"%s"},"evidence":%s}\
            """.formatted(id, id, evidence.strip());
    }

    private static void refused(String code, String pointer, String body) {
        refusedAt("/claims", code, pointer, body);
    }

    private static void refusedAt(String path, String code, String pointer, String body) {
        int status = code.equals("wrong_type") || code.equals("unknown_field") ? 400 : 422;
        Answer answer = assertRefused(ledger, status, code, () -> ledger.post(path, body));
        assertThat(answer.text()).contains("\"" + pointer + "\"");
    }
}
