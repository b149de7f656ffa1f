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

/** Every call about subjects and the vocabulary, with each of its possible outcomes. */
class SubjectCallsTest {

    @TempDir
    static Path folder;

    private static RunningLedger ledger;

    @BeforeAll
    static void start() {
        ledger = RunningLedger.in(folder);
        ledger.importLines("""
            {"op":"register_source","id":"report","kind":"news_report","title":"A report"}\
            """, """
            {"op":"register_subject","id":"the-accused","kind":"person","name":"The Accused",\
            "alsoKnownAs":["The Defendant"]}\
            """, """
            {"op":"register_subject","id":"the-witness","kind":"person","name":"The Witness"}\
            """, """
            {"op":"register_subject","id":"the-stranger","kind":"person","name":"A stranger","identified":false}\
            """, """
            {"op":"register_subject","id":"merged","kind":"person","name":"The Absorbed"}\
            """, """
            {"op":"merge_subjects","subject":"the-witness","absorb":"merged"}\
            """, """
            {"op":"define_predicate","key":"sentenced","valueKinds":["quantity"],"unit":"a"}\
            """);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void aSubjectIsRegisteredAndReadBack() {
        Answer made = ledger.post("/subjects", """
            {"id":"the-court","kind":"organisation","name":"The Court","alsoKnownAs":["Сот","The Bench"],
             "identified":true,"externalIds":{"wikidata":"Q0"}}\
            """);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).contains("/api/v1/subjects/the-court");
        assertThat(made.header("ETag"))
                .contains("\"1-" + made.json().path("position").longValue() + "\"");
        JsonNode read = ledger.get("/subjects/the-court").json();
        assertThat(read.path("alsoKnownAs").toString()).isEqualTo("[\"Сот\",\"The Bench\"]");
        assertThat(read.at("/externalIds/wikidata").stringValue()).isEqualTo("Q0");
        assertThat(read.path("mergedInto").isNull()).isTrue();
        assertThat(ledger.get("/subjects/the-stranger")
                        .json()
                        .path("identified")
                        .booleanValue())
                .isFalse();
    }

    @Test
    void aSubjectIsFoundByAnyOfItsNames() {
        assertThat(ledger.post("/subjects/the-accused/names", """
            {"name":"Айыпталушы","language":"kk","source":"report"}\
            """).status()).isEqualTo(200);

        assertThat(ledger.get("/subjects/the-accused").json().at("/names/0").toString())
                .isEqualTo("""
                    {"name":"Айыпталушы","language":"kk","script":"Cyrl","source":"report"}\
                    """);
        for (String name : new String[] {"accused", "defendant", "%D0%B0%D0%B9%D1%8B%D0%BF"}) {
            assertThat(ledger.get("/subjects?q=" + name)
                            .json()
                            .at("/items/0/id")
                            .stringValue())
                    .isEqualTo("the-accused");
        }
        assertThat(ledger.get("/subjects?q=nowhere").json().path("items")).isEmpty();
    }

    @Test
    void aMergeIsUndoneByASplitAndBothAreInTheHistoryOfEither() {
        ledger.post("/subjects", """
            {"id":"spelling-a","kind":"person","name":"Spelling A"}\
            """);
        ledger.post("/subjects", """
            {"id":"spelling-b","kind":"person","name":"Spelling B"}\
            """);

        assertThat(ledger.post("/subjects/spelling-a/merge", """
            {"absorb":"spelling-b","reason":"one and the same"}\
            """).status()).isEqualTo(200);
        assertThat(ledger.get("/subjects/spelling-b").json().path("mergedInto").stringValue())
                .isEqualTo("spelling-a");
        assertThat(ledger.get("/subjects/spelling-a").json().path("absorbed").toString())
                .isEqualTo("[\"spelling-b\"]");

        assertThat(ledger.post("/subjects/spelling-a/split", """
            {"restore":"spelling-b","reason":"two after all"}\
            """).status()).isEqualTo(200);
        assertThat(ledger.get("/subjects/spelling-b").json().path("mergedInto").isNull())
                .isTrue();
        for (String id : new String[] {"spelling-a", "spelling-b"}) {
            assertThat(ledger.get("/subjects/" + id + "/history")
                            .json()
                            .path("items")
                            .findValuesAsString("type"))
                    .containsExactly("subject_registered", "subjects_merged", "subjects_split");
        }
    }

    @Test
    void aComparisonStandsOnBothAndMergesNothing() {
        ledger.post("/subjects", "{\"id\":\"found-a\",\"kind\":\"person\",\"name\":\"Found\"}");
        ledger.post("/subjects", "{\"id\":\"found-b\",\"kind\":\"person\",\"name\":\"Found\"}");

        assertThat(ledger.post("/subjects/found-a/comparisons", """
            {"other":"found-b","judgement":"negative","reason":"born in two towns"}\
            """).status()).isEqualTo(200);

        assertThat(ledger.get("/subjects/found-b").json().path("comparisons").toString())
                .isEqualTo("""
                    [{"other":"found-a","judgement":"negative","reason":"born in two towns"}]\
                    """);
        assertThat(ledger.get("/subjects/found-a").json().path("mergedInto").isNull())
                .isTrue();
        JsonNode told = ledger.get("/subjects/found-b/history").json().at("/items/1");
        assertThat(told.path("type").stringValue()).isEqualTo("subjects_compared");
        assertThat(told.path("reason").stringValue()).isEqualTo("born in two towns");
        assertThat(told.path("changes").toString()).isEqualTo("""
            [{"path":"/comparisons/found-a","before":null,"after":"negative"}]\
            """);
        assertRefused(
                ledger,
                409,
                "judged_different",
                () -> ledger.post("/subjects/found-b/merge", "{\"absorb\":\"found-a\"}"));
        assertRefused(ledger, 409, "judgement_unchanged", () -> ledger.post("/subjects/found-b/comparisons", """
            {"other":"found-a","judgement":"negative"}\
            """));
    }

    @Test
    void aPredicateIsDefinedOnceAndReadBack() {
        Answer made = ledger.post("/predicates", """
            {"key":"ruled_manner_of_death","label":"manner of death, as ruled","valueKinds":["term"],
             "terms":["suicide","murder"],"cardinality":"one_per:case,court","time":"happens"}\
            """);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).contains("/api/v1/predicates/ruled_manner_of_death");
        JsonNode read = ledger.get("/predicates/ruled_manner_of_death").json();
        assertThat(read.path("cardinality").stringValue()).isEqualTo("one_per:case,court");
        assertThat(read.path("time").stringValue()).isEqualTo("happens");
        assertThat(read.path("terms").toString()).isEqualTo("[\"suicide\",\"murder\"]");
        assertThat(ledger.get("/predicates?q=death").json().at("/items/0/key").stringValue())
                .isEqualTo("ruled_manner_of_death");
    }

    @ParameterizedTest(name = "{0} {1}: {2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
        409 | id_taken            | /subjects                   | {"id":"the-accused","kind":"person","name":"N"}
        422 | field_missing       | /subjects                   | {"kind":"person"}
        422 | field_missing       | /subjects                   | {"name":"N"}
        400 | unknown_option      | /subjects                   | {"kind":"alien","name":"N"}
        400 | unknown_field       | /subjects                   | {"kind":"person","name":"N","age":7}
        422 | invalid_text        | /subjects                   | {"kind":"person","name":"  "}
        422 | invalid_id          | /subjects                   | {"id":"-x","kind":"person","name":"N"}
        409 | name_duplicate      | /subjects/the-accused/names | {"name":"The Accused"}
        409 | name_duplicate      | /subjects/the-accused/names | {"name":"The Defendant"}
        422 | field_missing       | /subjects/the-accused/names | {}
        422 | source_unknown      | /subjects/the-accused/names | {"name":"N","source":"nobody"}
        422 | invalid_language    | /subjects/the-accused/names | {"name":"N","language":"english, please"}
        404 | subject_unknown     | /subjects/nobody/names      | {"name":"N"}
        404 | subject_unknown     | /subjects/nobody/merge      | {"absorb":"the-accused"}
        404 | subject_unknown     | /subjects/nobody/split      | {"restore":"the-accused"}
        422 | subject_unknown     | /subjects/the-accused/merge | {"absorb":"nobody"}
        422 | subject_unknown     | /subjects/the-accused/split | {"restore":"nobody"}
        422 | self_reference      | /subjects/the-accused/merge | {"absorb":"the-accused"}
        409 | already_merged      | /subjects/the-accused/merge | {"absorb":"merged"}
        422 | merge_cycle         | /subjects/merged/merge      | {"absorb":"the-witness"}
        409 | not_merged          | /subjects/the-accused/split | {"restore":"merged"}
        409 | not_merged          | /subjects/the-accused/split | {"restore":"the-witness"}
        404 | subject_unknown     | /subjects/nobody/comparisons      | {"other":"merged","judgement":"positive"}
        422 | subject_unknown     | /subjects/the-accused/comparisons | {"other":"nobody","judgement":"positive"}
        422 | self_reference      | /subjects/merged/comparisons      | {"other":"merged","judgement":"positive"}
        409 | already_merged      | /subjects/merged/comparisons      | {"other":"the-witness","judgement":"negative"}
        422 | field_missing       | /subjects/merged/comparisons      | {"other":"the-accused"}
        400 | unknown_option      | /subjects/merged/comparisons      | {"other":"the-accused","judgement":"maybe"}
        409 | id_taken            | /predicates                 | {"key":"sentenced"}
        422 | field_missing       | /predicates                 | {"label":"L"}
        422 | invalid_id          | /predicates                 | {"key":"Sentenced To"}
        422 | invalid_cardinality | /predicates                 | {"key":"one-more","cardinality":"two"}
        422 | invalid_qualifier   | /predicates                 | {"key":"one-more","cardinality":"one_per:"}
        422 | invalid_unit        | /predicates                 | {"key":"one-more","unit":"parsecs"}
        400 | unknown_option      | /predicates                 | {"key":"one-more","time":"soon"}
        400 | unknown_option      | /predicates                 | {"key":"one-more","valueKinds":["colour"]}
        """)
    void aRefusalHasItsCodeAndLeavesNoTrace(int status, String code, String path, String body) {
        assertRefused(ledger, status, code, () -> ledger.post(path, body));
    }

    @ParameterizedTest
    @CsvSource({
        "subject_unknown,   /subjects/nobody",
        "subject_unknown,   /subjects/nobody/history",
        "subject_unknown,   /subjects/No",
        "predicate_unknown, /predicates/nothing",
        "subject_unknown,   /subjects/the-accused?asOf=@1"
    })
    void anUnknownIdCannotBeRead(String code, String path) {
        assertRefused(ledger, 404, code, () -> ledger.get(path));
    }
}
