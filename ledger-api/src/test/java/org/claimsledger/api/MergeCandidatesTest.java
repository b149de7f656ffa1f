package org.claimsledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.api.RefusalAssertions.assertRefused;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Likely duplicates of a subject, over HTTP. */
class MergeCandidatesTest {

    @TempDir
    static Path folder;

    private static RunningLedger ledger;
    private static long registered;

    @BeforeAll
    static void start() {
        ledger = RunningLedger.in(folder);
        ledger.importLines("""
            {"op":"define_predicate","key":"sentenced","valueKinds":["quantity"],"unit":"a","cardinality":"one_per:case"}\
            """, """
            {"op":"register_source","id":"report","kind":"news_report","title":"R","publisher":"Agency"}\
            """, """
            {"op":"register_subject","id":"tokayev","kind":"person","name":"Kassym-Jomart Tokayev"}\
            """, """
            {"op":"register_subject","id":"toqaev","kind":"person","name":"Qasym-Zhomart Toqaev"}\
            """, """
            {"op":"register_subject","id":"aliev","kind":"person","name":"Рахат Алиев",\
            "externalIds":{"wikidata":"Q1"}}\
            """, """
            {"op":"register_subject","id":"aliyev","kind":"person","name":"Rakhat Aliyev"}\
            """, """
            {"op":"register_subject","id":"shoraz","kind":"person","name":"Shoraz","externalIds":{"wikidata":"Q1"}}\
            """, """
            {"op":"register_subject","id":"nazarbayeva","kind":"person","name":"Dariga Nazarbayeva"}\
            """, """
            {"op":"register_subject","id":"nazarbayev","kind":"person","name":"Nursultan Nazarbayev"}\
            """, """
            {"op":"register_subject","id":"surname-only","kind":"person","name":"Musayev"}\
            """, """
            {"op":"register_subject","id":"musayev","kind":"person","name":"Alnur Mussayev"}\
            """);
        registered = ledger.head();
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    private static JsonNode candidates(String path) {
        return ledger.get(path).json().path("items");
    }

    private static List<String> ids(String path) {
        return candidates(path).findValues("subject").stream()
                .map(subject -> subject.path("id").stringValue())
                .toList();
    }

    private static void compared(String one, String other, String judgement) {
        assertThat(ledger.post(
                                "/subjects/" + one + "/comparisons",
                                "{\"other\":\"" + other + "\",\"judgement\":\"" + judgement + "\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anotherSpellingIsProposedWithTheNamesThatAreAlike() {
        JsonNode first = candidates("/subjects/tokayev/candidates").path(0);

        assertThat(first.at("/subject/id").stringValue()).isEqualTo("toqaev");
        assertThat(first.path("score").doubleValue()).isBetween(0.75, 0.99);
        assertThat(first.path("judgement").isNull()).isTrue();
        assertThat(first.at("/reasons/0/reason").stringValue()).isEqualTo("name");
        assertThat(first.at("/reasons/0/speaks").stringValue()).isEqualTo("for");
        assertThat(first.at("/reasons/0/ours").stringValue()).isEqualTo("Kassym-Jomart Tokayev");
        assertThat(first.at("/reasons/0/theirs").stringValue()).isEqualTo("Qasym-Zhomart Toqaev");
        assertThat(first.at("/reasons/0/way").stringValue()).isEqualTo("spelling");
        assertThat(ids("/subjects/toqaev/candidates")).containsExactly("tokayev");
    }

    @Test
    void whoSharesAnIdElsewhereIsProposedWhateverHisName() {
        assertThat(ids("/subjects/shoraz/candidates?asOf=@" + registered)).containsExactly("aliev");
        assertThat(candidates("/subjects/shoraz/candidates?asOf=@" + registered)
                        .at("/0/reasons/0")
                        .toString())
                .isEqualTo("""
                    {"reason":"external_id","speaks":"for","ours":"Q1","theirs":"Q1","key":"wikidata"}\
                    """);
        assertThat(ids("/subjects/aliev/candidates?asOf=@" + registered)).containsExactly("shoraz", "aliyev");
    }

    @Test
    void aRelativeIsNotProposed() {
        assertThat(ids("/subjects/nazarbayeva/candidates")).isEmpty();
        assertThat(ids("/subjects/nazarbayev/candidates")).isEmpty();
    }

    @Test
    void aSurnameAloneIsProposedOnlyWhereClaimsAboutBothSayTheSame() {
        assertThat(ids("/subjects/surname-only/candidates")).isEmpty();
        for (String subject : new String[] {"surname-only", "musayev"}) {
            assertThat(ledger.post("/claims", """
                {"subject":"%s","predicate":"sentenced","value":{"quantity":{"amount":20,"unit":"a"}},
                 "qualifiers":{"case":"coup-case","place":"abroad"},"evidence":{"source":"report"}}\
                """.formatted(subject)).status()).isEqualTo(201);
        }
        JsonNode first = candidates("/subjects/surname-only/candidates").path(0);
        assertThat(first.at("/subject/id").stringValue()).isEqualTo("musayev");
        assertThat(first.path("reasons").findValuesAsString("reason"))
                .containsExactly("name", "qualifier", "qualifier");
        assertThat(first.at("/reasons/1/key").stringValue()).isEqualTo("case");
        assertThat(first.at("/reasons/1/ours").stringValue()).isEqualTo("coup-case");
        assertThat(ids("/subjects/surname-only/candidates?asOf=@" + registered)).isEmpty();
    }

    @Test
    void aSubjectIsComparedBeforeItIsRegistered() {
        long head = ledger.head();
        var answer = ledger.post("/subjects/candidates", """
            {"kind":"person","name":"Nobody Yet","alsoKnownAs":["Нурсултан Назарбаев"]}\
            """);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/items/0/subject/id").stringValue()).isEqualTo("nazarbayev");
        assertThat(answer.json().at("/items/0/reasons/0/ours").stringValue()).isEqualTo("Нурсултан Назарбаев");
        assertThat(answer.json().path("items")).hasSize(1);
        assertThat(ledger.head()).isEqualTo(head);
    }

    @Test
    void whoWasFoundToBeAnotherIsNotProposedAgainUntilTheyAreComparedAnew() {
        long before = ledger.head();
        String path = "/subjects/aliyev/candidates";
        assertThat(ids(path)).contains("aliev");

        compared("aliev", "aliyev", "negative");
        assertThat(ids(path)).doesNotContain("aliev");
        assertThat(ids(path + "?asOf=@" + before)).contains("aliev");

        compared("aliyev", "aliev", "unsure");
        assertThat(candidates(path).at("/0/judgement").stringValue()).isEqualTo("unsure");

        compared("aliyev", "aliev", "positive");
        assertThat(candidates(path).at("/0/judgement").stringValue()).isEqualTo("positive");
        assertThat(ledger.get("/subjects/aliyev").json().path("mergedInto").isNull())
                .isTrue();
    }

    @Test
    void whoIsReadAsOneIsNoCandidateAndBringsItsNamesAndFindings() {
        ledger.importLines("""
            {"op":"register_subject","id":"nurkadilov","kind":"person","name":"Zamanbek Nurkadilov"}\
            """, """
            {"op":"register_subject","id":"nurqadilov","kind":"person","name":"Zamanbek Nurqadilov"}\
            """, """
            {"op":"register_subject","id":"pseudonym","kind":"person","name":"The Mayor"}\
            """, """
            {"op":"register_subject","id":"namesake","kind":"person","name":"Заманбек Нуркадилов"}\
            """);
        assertThat(ids("/subjects/pseudonym/candidates")).isEmpty();

        ledger.post("/subjects/pseudonym/merge", "{\"absorb\":\"nurkadilov\"}");
        assertThat(ids("/subjects/pseudonym/candidates")).containsExactlyInAnyOrder("nurqadilov", "namesake");
        assertThat(ids("/subjects/nurkadilov/candidates")).containsExactlyInAnyOrder("nurqadilov", "namesake");
        assertThat(ids("/subjects/namesake/candidates")).containsExactlyInAnyOrder("nurqadilov", "pseudonym");

        compared("namesake", "nurkadilov", "negative");
        assertThat(ids("/subjects/pseudonym/candidates")).containsExactly("nurqadilov");

        ledger.post("/subjects/pseudonym/split", "{\"restore\":\"nurkadilov\"}");
        assertThat(ids("/subjects/pseudonym/candidates")).isEmpty();
        assertThat(ids("/subjects/nurkadilov/candidates")).containsExactly("nurqadilov");
    }

    @Test
    void anUnknownSubjectAndInvalidParametersAreRefused() {
        assertRefused(ledger, 404, "subject_unknown", () -> ledger.get("/subjects/nobody/candidates"));
        assertRefused(ledger, 400, "parameter_unknown", () -> ledger.get("/subjects/aliev/candidates?q=a"));
        assertRefused(ledger, 400, "invalid_parameter", () -> ledger.get("/subjects/aliev/candidates?limit=0"));
        assertRefused(ledger, 422, "field_missing", () -> ledger.post("/subjects/candidates", "{\"kind\":\"person\"}"));
        assertRefused(
                ledger,
                400,
                "unknown_field",
                () -> ledger.post("/subjects/candidates", "{\"kind\":\"person\",\"name\":\"N\",\"age\":7}"));
    }
}
