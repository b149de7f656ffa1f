package org.claimsledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.claimsledger.api.RunningLedger.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A claim that is filed in an empty ledger, revised, retracted, and read as of each moment in between. */
class ClaimLifecycleTest {

    @TempDir
    static Path folder;

    private static RunningLedger ledger;

    @BeforeAll
    static void start() {
        ledger = RunningLedger.in(folder);
        ledger.importLines("""
            {"op":"define_predicate","key":"sentenced","valueKinds":["quantity","term"],"unit":"a",\
            "terms":["life"],"cardinality":"one_per:case"}\
            """, """
            {"op":"register_source","id":"report","kind":"news_report","title":"A report"}\
            """, """
            {"op":"register_subject","id":"the-accused","kind":"person","name":"The Accused"}\
            """);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void aClientReadsItsOwnWritesAtOnce() {
        Answer made = ledger.post("/claims", claim("read-back", 20));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).contains("/api/v1/claims/read-back");
        assertThat(made.json().path("revision").intValue()).isEqualTo(1);
        assertThat(made.header("ETag"))
                .contains("\"1-" + made.json().path("position").longValue() + "\"");
        Answer read = ledger.get("/claims/read-back");
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.header("ETag")).isEqualTo(made.header("ETag"));
        assertThat(read.json().at("/value/quantity/amount").intValue()).isEqualTo(20);
        assertThat(read.json().at("/subject/name").stringValue()).isEqualTo("The Accused");
    }

    @Test
    void aRevisionIsSeenFromItsPositionOnAndNotBefore() {
        long asserted = position(ledger.post("/claims", claim("revised", 20)));
        Answer revised = ledger.post("/claims/revised/revisions", """
            {"kind":"correction","changes":{"value":{"quantity":{"amount":15,"unit":"a"}}},"reason":"misread"}\
            """);

        assertThat(revised.status()).isEqualTo(200);
        assertThat(revised.json().path("revision").intValue()).isEqualTo(2);
        assertThat(amount("/claims/revised?asOf=@" + asserted)).isEqualTo(20);
        assertThat(amount("/claims/revised?asOf=@" + position(revised))).isEqualTo(15);
        assertThat(amount("/claims/revised")).isEqualTo(15);
        assertThat(ledger.get("/claims/revised?asOf=@" + (asserted - 1)).status())
                .isEqualTo(404);
    }

    @Test
    void aLaterCorrectionDoesNotUndoARetractionButAReinstatementDoes() {
        ledger.post("/claims", claim("taken-back", 20));
        ledger.post("/claims/taken-back/retraction", "{\"reasons\":[\"recorded_in_error\"]}");
        ledger.post("/claims/taken-back/revisions", """
            {"kind":"correction","changes":{"statement":"Said anew."},"reason":"wording"}\
            """);

        assertThat(ledger.get("/claims/taken-back").json().path("retraction").isNull())
                .isFalse();
        assertThat(ledger.post("/claims/taken-back/retraction", "{}").code()).isEqualTo("already_retracted");

        assertThat(ledger.post("/claims/taken-back/reinstatement", "{}").status())
                .isEqualTo(200);
        assertThat(ledger.get("/claims/taken-back").json().path("retraction").isNull())
                .isTrue();
    }

    @Test
    void aRevisionThatExpectsAnotherStateIsRefusedAndChangesNothing() {
        ledger.post("/claims", claim("contested", 20));
        String revision = """
            {"kind":"clarification","changes":{"statement":"Said better."}}\
            """;
        assertThat(ledger.post("/claims/contested/revisions", revision, "If-Match", "\"1-9\"")
                        .status())
                .isEqualTo(200);
        long before = ledger.head();

        Answer late = ledger.post("/claims/contested/revisions", """
            {"kind":"clarification","changes":{"statement":"Said best."}}\
            """, "If-Match", "\"1-9\"");

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.code()).isEqualTo("revision_moved");
        assertThat(ledger.head()).isEqualTo(before);
    }

    @Test
    void everyBadFieldOfABodyIsNamedAndNothingIsStored() {
        long before = ledger.head();

        Answer refused = ledger.post("/claims", """
            {"subject":"the-accused","predicate":7,"value":{"quantity":{"amount":"x"}},"valid":"1900-02-29",
             "colour":"red","evidence":{"source":"report","stance":"likes"}}\
            """);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errors").findValuesAsString("pointer"))
                .containsExactly("/predicate", "/value/quantity/amount", "/valid", "/evidence/stance", "/colour");
        assertThat(ledger.head()).isEqualTo(before);
    }

    @Test
    void theSameKeyAndBodyGiveTheFirstAnswerAgainAndRecordNothing() {
        Answer first = ledger.post("/claims", claim("repeated", 20), "Idempotency-Key", "k-1");
        long before = ledger.head();

        Answer again = ledger.post("/claims", claim("repeated", 20), "Idempotency-Key", "k-1");
        Answer other = ledger.post("/claims", claim("repeated-other", 20), "Idempotency-Key", "k-1");

        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotency_key_reused");
        assertThat(ledger.head()).isEqualTo(before);
    }

    private static String claim(String id, int years) {
        return """
            {"id":"%s","subject":"the-accused","predicate":"sentenced",
             "value":{"quantity":{"amount":%d,"unit":"a"}},"qualifiers":{"case":"%s"},"valid":"2006~/..",
             "statement":"The accused was given %d years.",
             "evidence":{"source":"report","attribution":["A court"]}}\
            """.formatted(id, years, id, years);
    }

    private static long position(Answer answer) {
        return answer.json().path("position").longValue();
    }

    private static int amount(String path) {
        return ledger.get(path).json().at("/value/quantity/amount").intValue();
    }
}
