package org.claimsledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.api.RefusalAssertions.assertRefused;

import java.nio.file.Path;
import org.claimsledger.api.RunningLedger.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Predicates, publishers and places with all that can be said of them, over HTTP. */
class VocabularyAndPublishersTest {

    @TempDir
    static Path folder;

    private static RunningLedger ledger;

    @BeforeAll
    static void start() {
        ledger = RunningLedger.in(folder);
        ledger.importLines("""
            {"op":"register_subject","id":"agency-a","kind":"organisation","name":"Agency A"}\
            """, """
            {"op":"register_subject","id":"agency-b","kind":"organisation","name":"Agency B"}\
            """);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void termsHaveBroaderTermsOfTheSameList() {
        Answer defined = ledger.post("/predicates", """
            {"key":"cause-of-death","valueKinds":["term"],\
            "terms":["homicide",{"term":"murder","broader":"homicide"},{"term":"suicide"}]}\
            """);

        assertThat(defined.status()).as(defined.text()).isEqualTo(201);
        assertThat(ledger.get("/predicates/cause-of-death").json().path("terms").toString())
                .isEqualTo("[\"homicide\",{\"term\":\"murder\",\"broader\":\"homicide\"},\"suicide\"]");
        refused("term_unknown", "/terms/0/broader", """
            {"key":"p1","terms":[{"term":"murder","broader":"homicide"}]}\
            """);
        refused("term_cycle", "/terms/0/broader", """
            {"key":"p2","terms":[{"term":"a","broader":"b"},{"term":"b","broader":"a"}]}\
            """);
        refused("term_cycle", "/terms/0/broader", """
            {"key":"p3","terms":[{"term":"a","broader":"a"}]}\
            """);
    }

    @Test
    void countsMeasuresAndWordsAboutClaimsAreToldApart() {
        assertThat(ledger.post("/predicates", """
            {"key":"toll","valueKinds":["quantity"],"cumulative":true,"measured":true}\
            """).status()).isEqualTo(201);
        JsonNode toll = ledger.get("/predicates/toll").json();
        assertThat(toll.path("cumulative").booleanValue()).isTrue();
        assertThat(toll.path("measured").booleanValue()).isTrue();
        assertThat(toll.path("denies").booleanValue()).isFalse();
        assertThat(ledger.post("/predicates", """
            {"key":"confirmed","valueKinds":["claim"],"asserts":true}\
            """).status()).isEqualTo(201);

        refused("value_kind_mismatch", "/cumulative", "{\"key\":\"p4\",\"cumulative\":true}");
        refused("value_kind_mismatch", "/measured", "{\"key\":\"p5\",\"valueKinds\":[\"term\"],\"measured\":true}");
        refused("value_kind_mismatch", "/denies", "{\"key\":\"p6\",\"valueKinds\":[\"text\"],\"denies\":true}");
        refused("field_unexpected", "/denies", """
            {"key":"p7","valueKinds":["claim"],"asserts":true,"denies":true}\
            """);
    }

    @Test
    void aSourceIsPublishedByASubjectWhoseNameIsRead() {
        Answer registered = ledger.post("/sources", """
            {"id":"s1","kind":"news_report","title":"One","publisher":{"subject":"agency-b"}}\
            """);
        assertThat(registered.status()).as(registered.text()).isEqualTo(201);
        assertPublisher("Agency B", "agency-b");

        ledger.post("/subjects/agency-a/merge", "{\"absorb\":\"agency-b\"}");
        assertPublisher("Agency A", "agency-b");

        assertThat(ledger.post("/sources/s1/amendments", "{\"publisher\":\"Agency C\"}")
                        .status())
                .isEqualTo(200);
        assertPublisher("Agency C", null);
        assertThat(ledger.post("/sources/s1/amendments", "{\"publisher\":{\"subject\":\"agency-a\"}}")
                        .status())
                .isEqualTo(200);
        assertPublisher("Agency A", "agency-a");
        assertThat(ledger.get("/sources/s1/history").text())
                .contains("{\"path\":\"/publisher\",\"before\":\"Agency C\",\"after\":{\"subject\":\"agency-a\"}}");
        assertThat(ledger.post("/sources/s1/amendments", "{\"publisher\":null}").status())
                .isEqualTo(200);
        assertPublisher(null, null);
        assertThat(ledger.get("/events").text()).contains("\"publisher\":{\"subject\":\"agency-b\"}");
        Answer unknown = assertRefused(ledger, 422, "subject_unknown", () -> ledger.post("/sources", """
            {"id":"s2","kind":"news_report","title":"Two","publisher":{"subject":"nobody"}}\
            """));
        assertThat(unknown.text()).contains("\"/publisher/subject\"");
    }

    private static void assertPublisher(String name, String subject) {
        JsonNode source = ledger.get("/sources/s1").json();
        assertThat(source.path("publisher").stringValue(null)).isEqualTo(name);
        assertThat(source.path("publisherSubject").stringValue(null)).isEqualTo(subject);
    }

    @Test
    void aSubjectIsAPartOfAnotherAndAPlaceHasATimeZone() {
        assertThat(ledger.post("/subjects", """
            {"id":"country-a","kind":"place","name":"Country A","zone":"Asia/Almaty"}\
            """).status()).isEqualTo(201);
        assertThat(ledger.post("/subjects", """
            {"id":"town-a","kind":"place","name":"Town A","parent":"country-a"}\
            """).status()).isEqualTo(201);
        assertThat(ledger.get("/subjects/country-a").json().path("zone").stringValue())
                .isEqualTo("Asia/Almaty");
        assertThat(ledger.get("/subjects/town-a").json().path("parent").stringValue())
                .isEqualTo("country-a");
        assertThat(ledger.get("/subjects/town-a/history").text()).contains("/parent");

        refusedSubject("invalid_zone", "/zone", """
            {"kind":"place","name":"X","zone":"Mars/Base"}\
            """);
        refusedSubject("field_unexpected", "/zone", """
            {"kind":"person","name":"X","zone":"Asia/Almaty"}\
            """);
        refusedSubject("subject_unknown", "/parent", """
            {"kind":"place","name":"X","parent":"nowhere"}\
            """);
        refusedSubject("parent_cycle", "/parent", """
            {"id":"itself","kind":"place","name":"X","parent":"itself"}\
            """);
        Answer merged = assertRefused(
                ledger, 422, "parent_cycle", () -> ledger.post("/subjects/town-a/merge", "{\"absorb\":\"country-a\"}"));
        assertThat(merged.text()).contains("\"/absorb\"");
    }

    private static void refused(String code, String pointer, String body) {
        Answer answer = assertRefused(ledger, 422, code, () -> ledger.post("/predicates", body));
        assertThat(answer.text()).contains("\"" + pointer + "\"");
    }

    private static void refusedSubject(String code, String pointer, String body) {
        Answer answer = assertRefused(ledger, 422, code, () -> ledger.post("/subjects", body));
        assertThat(answer.text()).contains("\"" + pointer + "\"");
    }
}
