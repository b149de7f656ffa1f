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
import tools.jackson.databind.JsonNode;

/** Every call about sources, with each of its possible outcomes. */
class SourceCallsTest {

    @TempDir
    static Path folder;

    private static RunningLedger ledger;

    @BeforeAll
    static void start() {
        ledger = RunningLedger.in(folder);
        ledger.importLines("""
            {"op":"define_predicate","key":"sentenced"}\
            """, """
            {"op":"register_subject","id":"the-accused","kind":"person","name":"The Accused"}\
            """, """
            {"op":"register_source","id":"wire","kind":"news_report","title":"Wire",\
            "url":"https://wire.example/1"}\
            """, """
            {"op":"register_source","id":"echo","kind":"news_report","title":"Echo",\
            "lineage":[{"relation":"republishes","source":"wire"}]}\
            """, """
            {"op":"register_source","id":"withdrawn","kind":"dataset","title":"Withdrawn"}\
            """, """
            {"op":"notice_source","source":"withdrawn","type":"withdrawal"}\
            """, """
            {"op":"assert_claim","id":"one","subject":"the-accused","predicate":"sentenced",\
            "value":{"text":"Twenty years"},"evidence":{"source":"wire"}}\
            """);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void aSourceIsRegisteredUnderTheIdThatTheClientGave() {
        Answer made = ledger.post("/sources", """
            {"id":"court-2008","kind":"court_record","title":"A ruling","publisher":"A court","authors":["A judge"],
             "url":"https://court.example/rulings/7","language":"kk-Cyrl","published":"2008-03~",
             "retrievedAt":"2026-01-02T10:00:00+01:00","reliability":"A",
             "contentSha256":"2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
             "lineage":[{"relation":"cites","outlet":"A gazette"},{"relation":"derives_from","source":"wire"}],
             "note":"Read in the archive."}\
            """);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).contains("/api/v1/sources/court-2008");
        assertThat(made.json().path("id").stringValue()).isEqualTo("court-2008");
        assertThat(made.json().path("revision").intValue()).isEqualTo(1);
        assertThat(made.header("Ledger-Position"))
                .contains(made.json().path("position").asString());
        JsonNode read = ledger.get("/sources/court-2008").json();
        assertThat(read.path("recordedAt").isMissingNode()).isTrue();
        assertThat(read.path("published").stringValue()).isEqualTo("2008-03~");
        assertThat(read.path("retrievedAt").stringValue()).isEqualTo("2026-01-02T09:00:00Z");
        assertThat(read.path("lineage").toString())
                .isEqualTo("[{\"relation\":\"cites\",\"outlet\":\"A gazette\"},"
                        + "{\"relation\":\"derives_from\",\"source\":\"wire\"}]");
        assertThat(read.path("viewpoint").path("asOf").path("position").longValue())
                .isEqualTo(made.json().path("position").longValue());
    }

    @Test
    void aSourceWithoutAnIdIsGivenOne() {
        Answer made = ledger.post("/sources", """
            {"kind":"other","title":"Nameless"}\
            """);

        assertThat(made.status()).isEqualTo(201);
        String id = made.json().path("id").stringValue();
        assertThat(id).matches("[a-z0-9][a-z0-9._-]{1,79}");
        assertThat(ledger.get(made.header("Location").orElseThrow())
                        .json()
                        .path("id")
                        .stringValue())
                .isEqualTo(id);
    }

    @Test
    void anAmendmentChangesWhatItNamesAndClearsWhatItSaysIsNull() {
        ledger.post("/sources", """
            {"id":"amended","kind":"book","title":"A book","publisher":"A press",
             "url":"https://press.example/1"}\
            """);

        Answer amended = ledger.post("/sources/amended/amendments", """
            {"title":"The book","publisher":null,"url":null,"reason":"The title page says otherwise."}\
            """);

        assertThat(amended.status()).isEqualTo(200);
        assertThat(amended.json().path("revision").intValue()).isEqualTo(2);
        JsonNode read = ledger.get("/sources/amended").json();
        assertThat(read.path("title").stringValue()).isEqualTo("The book");
        assertThat(read.path("kind").stringValue()).isEqualTo("book");
        assertThat(read.path("publisher").isNull()).isTrue();
        JsonNode told =
                ledger.get("/sources/amended/history").json().path("items").get(1);
        assertThat(told.path("type").stringValue()).isEqualTo("source_amended");
        assertThat(told.path("actor").stringValue()).isEqualTo("admin");
        assertThat(told.path("reason").stringValue()).isEqualTo("The title page says otherwise.");
        assertThat(told.path("changes").toString())
                .contains("{\"path\":\"/title\",\"before\":\"A book\",\"after\":\"The book\"}");
        assertThat(ledger.post("/sources", """
            {"kind":"book","title":"Another","url":"https://press.example/1"}\
            """).status())
                .as("the URL is free again")
                .isEqualTo(201);
    }

    @Test
    void aRetractionEndsASourceAndAReinstatementRestoresIt() {
        ledger.post("/sources", """
            {"id":"taken-back","kind":"news_report","title":"A report"}\
            """);

        Answer retracted = ledger.post("/sources/taken-back/retraction", """
            {"url":"https://example.org/notice","published":"2024-05","reasons":["fabricated"],
             "note":"Made up."}\
            """);
        assertThat(retracted.status()).isEqualTo(200);
        assertThat(ledger.get("/sources/taken-back").json().path("retracted").booleanValue())
                .isTrue();
        assertRefused(ledger, 409, "already_retracted", () -> ledger.post("/sources/taken-back/retraction", "{}"));

        assertThat(ledger.post("/sources/taken-back/reinstatement", "{}").status())
                .isEqualTo(200);
        JsonNode read = ledger.get("/sources/taken-back").json();
        assertThat(read.path("retracted").booleanValue()).isFalse();
        assertThat(read.path("revision").intValue()).isEqualTo(3);
        assertThat(read.path("notices").size()).isEqualTo(2);
        assertThat(read.path("notices").get(0).path("reasons").toString()).isEqualTo("[\"fabricated\"]");
        long before = retracted.json().path("position").longValue();
        assertThat(ledger.get("/sources/taken-back?asOf=@" + before)
                        .json()
                        .path("retracted")
                        .booleanValue())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "addendum",
        "clarification",
        "correction",
        "corrigendum",
        "erratum",
        "expression_of_concern",
        "new_version",
        "removal"
    })
    void aNoticeOfAnyOtherTypeLeavesASourceStanding(String type) {
        Answer noticed = ledger.post("/sources/echo/notices", "{\"type\":\"" + type + "\"}");

        assertThat(noticed.status()).isEqualTo(200);
        assertThat(ledger.get("/sources/echo").json().path("retracted").booleanValue())
                .isFalse();
    }

    @Test
    void aPartialRetractionNamesTheEvidenceThatItEnds() {
        assertThat(ledger.post("/sources/wire/notices", """
            {"type":"partial_retraction","evidence":[{"claim":"one","evidence":"e1"}]}\
            """).status()).isEqualTo(200);

        JsonNode read = ledger.get("/sources/wire").json();
        assertThat(read.path("retracted").booleanValue()).isFalse();
        assertThat(read.path("endedEvidence").toString()).isEqualTo("[{\"claim\":\"one\",\"evidence\":\"e1\"}]");
    }

    @Test
    void noticesAreReadInTheOrderOfTheirOwnDates() {
        ledger.post("/sources", """
            {"id":"often-noticed","kind":"news_report","title":"A report","published":"2008"}\
            """);
        ledger.post("/claims", """
            {"id":"often","subject":"the-accused","predicate":"sentenced","value":{"text":"Ten years"},\
            "evidence":{"source":"often-noticed"}}\
            """);
        assertThat(ledger.post("/sources/often-noticed/retraction", "{\"published\":\"2018\"}")
                        .status())
                .isEqualTo(200);
        assertThat(ledger.post("/sources/often-noticed/reinstatement", "{\"published\":\"2021\"}")
                        .status())
                .isEqualTo(200);

        assertThat(ledger.post("/sources/often-noticed/retraction", "{\"published\":\"2012\"}")
                        .status())
                .isEqualTo(200);

        assertThat(statusOfOften("2011")).isEqualTo("supported");
        assertThat(statusOfOften("2013")).isEqualTo("unsupported");
        assertThat(statusOfOften("2023")).isEqualTo("supported");
        JsonNode read = ledger.get("/sources/often-noticed").json();
        assertThat(read.path("retracted").booleanValue()).isFalse();
        assertThat(read.path("notices").findValuesAsString("number")).containsExactly("1", "2", "3");
        assertRefused(
                ledger,
                409,
                "already_retracted",
                () -> ledger.post("/sources/often-noticed/retraction", "{\"published\":\"2019\"}"));
    }

    private static String statusOfOften(String year) {
        return ledger.get("/claims/often?publishedBy=" + year + "-06-01")
                .json()
                .path("status")
                .stringValue();
    }

    @Test
    void aNoticeThatWasFiledByMistakeNeverWas() {
        ledger.post("/sources", """
            {"id":"mistaken","kind":"news_report","title":"A report","published":"2008"}\
            """);
        ledger.post("/claims", """
            {"id":"on-mistaken","subject":"the-accused","predicate":"sentenced","value":{"text":"Five years"},\
            "evidence":{"source":"mistaken"}}\
            """);
        long retracted = ledger.post("/sources/mistaken/retraction", "{\"published\":\"2012\"}")
                .json()
                .path("position")
                .longValue();

        Answer withdrawn = ledger.post("/sources/mistaken/notices/1/withdrawal", "{\"reason\":\"Another article.\"}");

        assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(200);
        assertThat(withdrawn.json().path("revision").intValue()).isEqualTo(3);
        JsonNode read = ledger.get("/sources/mistaken").json();
        assertThat(read.path("retracted").booleanValue()).isFalse();
        assertThat(read.path("notices").size()).isZero();
        assertThat(ledger.get("/claims/on-mistaken?publishedBy=2013-01-01")
                        .json()
                        .path("status")
                        .stringValue())
                .isEqualTo("supported");
        assertThat(ledger.get("/claims/on-mistaken?publishedBy=2013-01-01&asOf=@" + retracted)
                        .json()
                        .path("status")
                        .stringValue())
                .isEqualTo("unsupported");
        JsonNode told =
                ledger.get("/sources/mistaken/history").json().path("items").get(2);
        assertThat(told.path("type").stringValue()).isEqualTo("notice_withdrawn");
        assertThat(told.path("reason").stringValue()).isEqualTo("Another article.");
        assertThat(told.path("changes").toString()).contains("/notices/");
        assertRefused(
                ledger,
                409,
                "already_withdrawn",
                () -> ledger.post("/sources/mistaken/notices/1/withdrawal", "{\"reason\":\"Again.\"}"));
        assertThat(ledger.importLines("""
            {"op":"notice_source","source":"mistaken","type":"erratum"}\
            """, """
            {"op":"withdraw_notice","source":"mistaken","notice":2,"reason":"Another article."}\
            """)).isNotNull();
        assertThat(ledger.get("/sources/mistaken").json().path("notices").size())
                .isZero();
    }

    @Test
    void aSourceListsTheClaimsThatRestOnIt() {
        Answer listed = ledger.get("/sources/wire/claims");

        assertThat(listed.status()).isEqualTo(200);
        assertThat(listed.json().path("items").get(0).path("id").stringValue()).isEqualTo("one");
        assertThat(listed.json().path("next").isNull()).isTrue();
    }

    @ParameterizedTest(name = "{0} {1}: {2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
        409 | id_taken                 | /sources                  | {"id":"wire","kind":"book","title":"T"}
        409 | url_taken                | /sources                  | {"kind":"book","title":"T","url":"HTTPS://WIRE.example:443/1#top"}
        409 | url_taken                | /sources/echo/amendments  | {"url":"https://wire.example/1"}
        422 | field_missing            | /sources                  | {"title":"T"}
        422 | field_missing            | /sources                  | {"kind":"book"}
        422 | field_missing            | /sources                  | {"kind":"book","title":null}
        422 | field_missing            | /sources/echo/amendments  | {"title":null}
        422 | field_missing            | /sources/echo/notices     | {}
        422 | amendment_without_change | /sources/echo/amendments  | {"title":"Echo"}
        422 | amendment_without_change | /sources/echo/amendments  | {}
        422 | lineage_cycle            | /sources/wire/amendments  | {"lineage":[{"relation":"cites","source":"echo"}]}
        422 | lineage_cycle            | /sources/wire/amendments  | {"lineage":[{"relation":"cites","source":"wire"}]}
        422 | lineage_cycle            | /sources                  | {"id":"own","kind":"book","title":"T","lineage":[{"relation":"cites","source":"own"}]}
        422 | source_unknown           | /sources                  | {"kind":"book","title":"T","lineage":[{"relation":"cites","source":"nobody"}]}
        422 | evidence_missing         | /sources/echo/notices     | {"type":"partial_retraction"}
        422 | evidence_unknown         | /sources/echo/notices     | {"type":"partial_retraction","evidence":[{"claim":"one","evidence":"e1"}]}
        422 | evidence_unknown         | /sources/wire/notices     | {"type":"partial_retraction","evidence":[{"claim":"one","evidence":"e9"}]}
        422 | evidence_unknown         | /sources/wire/notices     | {"type":"partial_retraction","evidence":[{"claim":"nobody","evidence":"e1"}]}
        409 | already_retracted        | /sources/withdrawn/retraction    | {}
        409 | already_retracted        | /sources/withdrawn/notices       | {"type":"withdrawal"}
        409 | not_retracted            | /sources/echo/reinstatement      | {}
        404 | source_unknown           | /sources/nobody/amendments       | {"title":"T"}
        404 | source_unknown           | /sources/nobody/notices          | {"type":"erratum"}
        404 | source_unknown           | /sources/nobody/notices/1/withdrawal | {"reason":"R"}
        404 | notice_unknown           | /sources/wire/notices/9/withdrawal   | {"reason":"R"}
        404 | notice_unknown           | /sources/wire/notices/one/withdrawal | {"reason":"R"}
        422 | field_missing            | /sources/wire/notices/1/withdrawal   | {}
        404 | source_unknown           | /sources/nobody/retraction       | {}
        404 | source_unknown           | /sources/nobody/reinstatement    | {}
        404 | source_unknown           | /sources/No%20Id/retraction      | {}
        400 | unknown_option           | /sources                  | {"kind":"rumour","title":"T"}
        400 | unknown_option           | /sources                  | {"kind":"book","title":"T","reliability":"G"}
        400 | unknown_option           | /sources/echo/notices     | {"type":"apology"}
        400 | unknown_option           | /sources/echo/retraction  | {"reasons":["because"]}
        400 | unknown_field            | /sources                  | {"kind":"book","title":"T","colour":"red"}
        400 | unknown_field            | /sources/echo/retraction  | {"type":"retraction"}
        400 | unknown_field            | /sources                  | {"kind":"book","title":"T","lineage":[{"relation":"cites","outlet":"O","x":1}]}
        422 | invalid_id               | /sources                  | {"id":"Ünique","kind":"book","title":"T"}
        422 | invalid_id               | /sources                  | {"id":"a","kind":"book","title":"T"}
        422 | invalid_edtf             | /sources                  | {"kind":"book","title":"T","published":"1900-02-29"}
        422 | invalid_instant          | /sources                  | {"kind":"book","title":"T","retrievedAt":"2026-01-02"}
        422 | invalid_language         | /sources                  | {"kind":"book","title":"T","language":"en_GB"}
        422 | invalid_digest           | /sources                  | {"kind":"book","title":"T","contentSha256":"abc"}
        422 | invalid_url              | /sources                  | {"kind":"book","title":"T","url":"ftp://example.org/"}
        422 | invalid_url              | /sources                  | {"kind":"book","title":"T","url":"/relative"}
        """)
    void aRefusalHasItsCodeAndLeavesNoTrace(int status, String code, String path, String body) {
        assertRefused(ledger, status, code, () -> ledger.post(path, body));
    }

    @ParameterizedTest
    @CsvSource({"/sources/nobody", "/sources/nobody/claims", "/sources/nobody/history", "/sources/%20", "/sources/NO"})
    void anUnknownIdCannotBeRead(String path) {
        assertRefused(ledger, 404, "source_unknown", () -> ledger.get(path));
    }
}
