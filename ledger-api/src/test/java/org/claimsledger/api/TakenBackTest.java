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

/** What the desk recorded by mistake is taken back: from then on it never was, and the history keeps it. */
class TakenBackTest {

    @TempDir
    static Path folder;

    private static RunningLedger ledger;

    @BeforeAll
    static void start() {
        ledger = RunningLedger.in(folder);
        ledger.importLines("""
            {"op":"define_predicate","key":"sentenced"}\
            """, """
            {"op":"register_source","id":"wire","kind":"news_report","title":"Wire"}\
            """, """
            {"op":"register_subject","id":"person-a","kind":"person","name":"Person A","alsoKnownAs":["Petronella"]}\
            """, """
            {"op":"assert_claim","id":"one","subject":"person-a","predicate":"sentenced",\
            "value":{"text":"Twenty years"},"evidence":{"source":"wire"}}\
            """, """
            {"op":"assert_claim","id":"two","subject":"person-a","predicate":"sentenced",\
            "value":{"text":"Ten years"},"evidence":{"source":"wire"}}\
            """);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    private static long position(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("position").longValue();
    }

    private static JsonNode last(String history) {
        JsonNode items = ledger.get(history).json().path("items");
        return items.get(items.size() - 1);
    }

    private static int found(String words, long asOf) {
        return ledger.get("/subjects?q=" + words + "&asOf=@" + asOf)
                .json()
                .path("items")
                .size();
    }

    @Test
    void aNameThatIsTakenBackIsNotFoundAnyMore() {
        long named = position(ledger.post("/subjects/person-a/names", "{\"name\":\"Zacharias\",\"language\":\"en\"}"));
        assertThat(found("Zacharias", named)).isEqualTo(1);

        long taken = position(ledger.post(
                "/subjects/person-a/names/withdrawal", "{\"name\":\"Zacharias\",\"reason\":\"Another man.\"}"));

        assertThat(found("Zacharias", taken)).isZero();
        assertThat(found("Zacharias", named)).isEqualTo(1);
        assertThat(ledger.get("/subjects/person-a").json().path("names").size()).isZero();
        JsonNode told = last("/subjects/person-a/history");
        assertThat(told.path("type").stringValue()).isEqualTo("name_withdrawn");
        assertThat(told.path("reason").stringValue()).isEqualTo("Another man.");
        assertThat(told.path("changes").toString()).contains("/names/").contains("Zacharias");
        assertRefused(
                ledger,
                422,
                "name_unknown",
                () -> ledger.post("/subjects/person-a/names/withdrawal", "{\"name\":\"Zacharias\",\"reason\":\"R\"}"));

        long again = position(ledger.post("/subjects/person-a/names", "{\"name\":\"Zacharias\"}"));
        assertThat(found("Zacharias", again)).isEqualTo(1);
        assertThat(ledger.importLines("""
            {"op":"withdraw_name","subject":"person-a","name":"Zacharias","reason":"Another man."}\
            """).text()).contains("\"accepted\"");
        assertThat(found("Zacharias", ledger.head())).isZero();
        assertThat(found("Petronella", ledger.head())).isEqualTo(1);
    }

    @Test
    void aRelationThatIsTakenBackIsOnNeitherClaim() {
        long related =
                position(ledger.post("/claims/one/relations", "{\"relation\":\"contradicts\",\"other\":\"two\"}"));

        position(ledger.post("/claims/two/relations/withdrawal", """
            {"relation":"contradicts","other":"one","reason":"Two terms."}\
            """));

        assertThat(ledger.get("/claims/one").json().path("relations").size()).isZero();
        assertThat(ledger.get("/claims/two").json().path("relations").size()).isZero();
        assertThat(ledger.get("/claims/one?asOf=@" + related)
                        .json()
                        .path("relations")
                        .size())
                .isEqualTo(1);
        JsonNode told = last("/claims/one/history");
        assertThat(told.path("type").stringValue()).isEqualTo("relation_withdrawn");
        assertThat(told.path("changes").toString()).contains("/relations/");
        assertRefused(ledger, 422, "relation_unknown", () -> ledger.post("/claims/one/relations/withdrawal", """
            {"relation":"contradicts","other":"two","reason":"Two terms."}\
            """));

        assertThat(ledger.importLines("""
            {"op":"relate_claims","claim":"one","relation":"supersedes","other":"two"}\
            """, """
            {"op":"withdraw_relation","claim":"one","relation":"supersedes","other":"two","reason":"Two terms."}\
            """).text()).doesNotContain("refused");
        assertThat(ledger.get("/claims/one").json().path("relations").size()).isZero();
    }

    @Test
    void aDefinitionThatNoClaimUsesIsTakenBack() {
        long defined = ledger.post("/predicates", "{\"key\":\"misspelt\"}")
                .json()
                .path("position")
                .longValue();

        Answer taken = ledger.post("/predicates/misspelt/withdrawal", "{\"reason\":\"Misspelt.\"}");

        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        assertThat(taken.json().path("revision").intValue()).isEqualTo(2);
        assertRefused(ledger, 404, "predicate_unknown", () -> ledger.get("/predicates/misspelt"));
        assertThat(ledger.get("/predicates?q=misspelt").json().path("items").size())
                .isZero();
        assertThat(ledger.get("/predicates/misspelt?asOf=@" + defined).status()).isEqualTo(200);
        assertRefused(
                ledger,
                404,
                "predicate_unknown",
                () -> ledger.post("/predicates/misspelt/withdrawal", "{\"reason\":\"R\"}"));

        assertThat(ledger.importLines("""
            {"op":"define_predicate","key":"misspelt","time":"happens"}\
            """, """
            {"op":"withdraw_definition","predicate":"misspelt","reason":"Misspelt again."}\
            """).text()).doesNotContain("refused");
        assertRefused(
                ledger,
                409,
                "predicate_in_use",
                () -> ledger.post("/predicates/sentenced/withdrawal", "{\"reason\":\"R\"}"));
    }

    @ParameterizedTest(name = "{0} {1}: {2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
        422 | main_name        | /subjects/person-a/names/withdrawal | {"name":"Person A","reason":"R"}        | /name
        422 | name_unknown     | /subjects/person-a/names/withdrawal | {"name":"Nobody","reason":"R"}          | /name
        422 | field_missing    | /subjects/person-a/names/withdrawal | {"name":"Petronella"}                   | /reason
        404 | subject_unknown  | /subjects/nobody/names/withdrawal   | {"name":"Petronella","reason":"R"}      |
        422 | relation_unknown | /claims/one/relations/withdrawal    | {"relation":"part_of","other":"two","reason":"R"} | /relation
        422 | field_missing    | /claims/one/relations/withdrawal    | {"relation":"part_of","other":"two"}    | /reason
        400 | unknown_option   | /claims/one/relations/withdrawal    | {"relation":"like","other":"two","reason":"R"} | /relation
        422 | field_missing    | /predicates/sentenced/withdrawal    | {}                                      | /reason
        404 | predicate_unknown | /predicates/nothing/withdrawal     | {"reason":"R"}                          |
        404 | claim_unknown    | /claims/nobody/relations/withdrawal | {"relation":"part_of","other":"two","reason":"R"} |
        """)
    void aRefusalHasItsCodeAndPointerAndLeavesNoTrace(
            int status, String code, String path, String body, String pointer) {
        Answer refused = assertRefused(ledger, status, code, () -> ledger.post(path, body));

        assertThat(refused.json().path("pointer").stringValue("")).isEqualTo(pointer == null ? "" : pointer);
    }
}
