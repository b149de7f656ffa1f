package org.claimsledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The effect of a merge on questions, corroboration and past viewpoints, which a split undoes. */
class MergedSubjectsTest {

    private static final String[] READINGS = {
        "/state?subject=the-accused",
        "/state?subject=a-spelling",
        "/claims?subject=the-accused",
        "/claims?subject=a-spelling",
        "/claims/ten-years",
        "/claims/heard-of-it",
        "/claims/knew-the-accused",
        "/subjects/the-accused/dossier",
        "/subjects/a-spelling/dossier"
    };

    @TempDir
    static Path folder;

    private static RunningLedger ledger;
    private static long apart;
    private static int merges;

    private String kept = "";
    private String absorbed = "";

    @BeforeAll
    static void start() {
        ledger = RunningLedger.in(folder);
        ledger.importLines("""
            {"op":"define_predicate","key":"sentenced","valueKinds":["quantity"],"unit":"a","cardinality":"one"}\
            """, """
            {"op":"define_predicate","key":"rumoured","valueKinds":["flag"],"cardinality":"one"}\
            """, """
            {"op":"define_predicate","key":"knew","valueKinds":["subject"],"cardinality":"one"}\
            """, """
            {"op":"register_source","id":"report","kind":"news_report","title":"R","publisher":"Agency"}\
            """, """
            {"op":"register_source","id":"paper","kind":"news_report","title":"P","publisher":"Paper"}\
            """, """
            {"op":"register_subject","id":"the-accused","kind":"person","name":"The Accused"}\
            """, """
            {"op":"register_subject","id":"a-spelling","kind":"person","name":"The Acused"}\
            """, """
            {"op":"register_subject","id":"the-clerk","kind":"person","name":"The Clerk"}\
            """, """
            {"op":"register_subject","id":"somebody","kind":"person","name":"Somebody"}\
            """, """
            {"op":"assert_claim","id":"ten-years","subject":"the-accused","predicate":"sentenced",\
            "value":{"quantity":{"amount":10,"unit":"a"}},"evidence":{"source":"report"}}\
            """, """
            {"op":"assert_claim","id":"twenty-years","subject":"a-spelling","predicate":"sentenced",\
            "value":{"quantity":{"amount":20,"unit":"a"}},"evidence":{"source":"paper"}}\
            """, """
            {"op":"assert_claim","id":"heard-of-it","subject":"somebody","predicate":"rumoured",\
            "value":{"flag":true},"evidence":{"source":"report","attribution":[{"subject":"the-accused"}]}}\
            """, """
            {"op":"attach_evidence","claim":"heard-of-it","source":"paper",\
            "attribution":[{"subject":"a-spelling"}]}\
            """, """
            {"op":"assert_claim","id":"knew-the-accused","subject":"somebody","predicate":"knew",\
            "value":{"subject":"the-accused"},"evidence":{"source":"report"}}\
            """, """
            {"op":"assert_claim","id":"knew-the-spelling","subject":"somebody","predicate":"knew",\
            "value":{"subject":"a-spelling"},"evidence":{"source":"paper"}}\
            """);
        apart = ledger.head();
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    /** Each test merges the two in the opposite direction to the test before it. */
    @BeforeEach
    void choose() {
        boolean even = merges++ % 2 == 0;
        kept = even ? "the-accused" : "a-spelling";
        absorbed = even ? "a-spelling" : "the-accused";
    }

    private long merge() {
        assertThat(ledger.post("/subjects/" + kept + "/merge", "{\"absorb\":\"" + absorbed + "\"}")
                        .status())
                .isEqualTo(200);
        return ledger.head();
    }

    private void split() {
        assertThat(ledger.post("/subjects/" + kept + "/split", "{\"restore\":\"" + absorbed + "\"}")
                        .status())
                .isEqualTo(200);
    }

    private static String question(String subject) {
        return ledger.get("/state?predicate=sentenced&subject=" + subject)
                .json()
                .at("/items/0/status")
                .stringValue();
    }

    private static JsonNode claim(String id) {
        return ledger.get("/claims/" + id).json();
    }

    @Test
    void theClaimsOfBothAnswerOneQuestionAndContradictEachOther() {
        assertThat(question("the-accused")).isEqualTo("uncontested");
        merge();
        for (String subject : new String[] {kept, absorbed}) {
            JsonNode items = ledger.get("/state?predicate=sentenced&subject=" + subject)
                    .json()
                    .path("items");
            assertThat(items).hasSize(1);
            assertThat(items.at("/0/status").stringValue()).isEqualTo("disputed");
            assertThat(items.at("/0/question/subject").stringValue()).isEqualTo(kept);
        }
        split();
        assertThat(question("the-accused")).isEqualTo("uncontested");
        assertThat(question("a-spelling")).isEqualTo("uncontested");
    }

    @Test
    void twoAttestorsWhoAreOneAreOneOrigin() {
        assertThat(claim("heard-of-it").path("status").stringValue()).isEqualTo("corroborated");
        merge();
        assertThat(claim("heard-of-it").path("status").stringValue()).isEqualTo("supported");
        assertThat(claim("heard-of-it").at("/origins/supporting").intValue()).isEqualTo(1);
        split();
        assertThat(claim("heard-of-it").path("status").stringValue()).isEqualTo("corroborated");
        assertThat(claim("heard-of-it").at("/origins/supporting").intValue()).isEqualTo(2);
    }

    @Test
    void twoValuesThatAreOneSubjectDoNotContradictEachOther() {
        String about = "/state?predicate=knew&subject=somebody";
        assertThat(ledger.get(about).json().at("/items/0/status").stringValue()).isEqualTo("disputed");
        merge();
        assertThat(ledger.get(about).json().at("/items/0/status").stringValue()).isEqualTo("uncontested");
        split();
        assertThat(ledger.get(about).json().at("/items/0/status").stringValue()).isEqualTo("disputed");
    }

    @Test
    void claimsKeepTheSubjectThatTheyWereRecordedWith() {
        merge();
        String its = absorbed.equals("a-spelling") ? "twenty-years" : "ten-years";
        assertThat(claim(its).at("/subject/id").stringValue()).isEqualTo(kept);
        assertThat(claim(its).at("/subject/recordedAs").stringValue()).isEqualTo(absorbed);
        assertThat(ledger.get("/claims/" + its + "/history").json().at("/items").findValuesAsString("type"))
                .containsExactly("claim_asserted");
        split();
        assertThat(claim(its).at("/subject/id").stringValue()).isEqualTo(absorbed);
    }

    @Test
    void asOfADateBeforeTheMergeThereAreTwoAndAsOfADateBeforeTheSplitThereIsOne() {
        String[] before = readingsAt(apart);
        long merged = merge();
        String[] during = readingsAt(merged);
        split();

        assertThat(readingsAt(apart)).isEqualTo(before);
        assertThat(readingsAt(merged)).isEqualTo(during).isNotEqualTo(before);
    }

    @Test
    void aSplitRestoresExactlyWhatWas() {
        String[] before = readingsAt(ledger.head());
        merge();
        split();
        assertThat(readingsAt(ledger.head())).isEqualTo(before);
    }

    /** The answers at a position, without the position itself, the revisions of subjects and the cursors. */
    private static String[] readingsAt(long position) {
        String[] said = new String[READINGS.length];
        for (int i = 0; i < said.length; i++) {
            String reading = READINGS[i];
            String text = ledger.get(
                            reading + (reading.contains("?") ? "&" : "?") + "asOf=@" + position + "&validOn=2020-01-01")
                    .text();
            said[i] = text.replaceAll("\"viewpoint\":\\{.*?\\}.*?\\}", "").replaceAll("\"revision\":\\d+", "");
        }
        return said;
    }
}
