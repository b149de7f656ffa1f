package org.claimsledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.api.RefusalAssertions.assertRefused;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.api.RunningLedger.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is best known, and what changed, over HTTP. */
class BestKnownStateTest {

    private static final String LINES = "application/x-ndjson";

    @TempDir
    static Path folder;

    private static RunningLedger ledger;
    private static long beforeTheMerge;

    @BeforeAll
    static void start() {
        ledger = RunningLedger.in(folder);
        Answer imported = ledger.importLines(
                """
                {"op":"define_predicate","key":"died_by","valueKinds":["term"],"cardinality":"one","time":"happens"}\
                """, """
                {"op":"define_predicate","key":"sentenced","valueKinds":["quantity"],"unit":"a",\
                "cardinality":"one_per:case"}\
                """, """
                {"op":"define_predicate","key":"described_as","cardinality":"many"}\
                """, """
                {"op":"register_source","id":"agency-2015","kind":"news_report","title":"A","publisher":"Agency",\
                "published":"2015-03"}\
                """, """
                {"op":"register_source","id":"court-2015","kind":"court_record","title":"C","publisher":"Court",\
                "published":"2015-04-01"}\
                """, """
                {"op":"register_source","id":"inquest-2019","kind":"court_record","title":"I","publisher":"Inquest",\
                "published":"2019-06-30"}\
                """, """
                {"op":"register_subject","id":"the-accused","kind":"person","name":"The Accused"}\
                """, """
                {"op":"register_subject","id":"a-spelling","kind":"person","name":"The Acused"}\
                """, """
                {"op":"register_subject","id":"the-silent","kind":"person","name":"The Silent"}\
                """, """
                {"op":"assert_claim","id":"suicide","subject":"the-accused","predicate":"died_by","value":{"term":"suicide"},\
                "valid":"2015-02-24","statement":"He took his life.","evidence":{"source":"agency-2015"}}\
                """, """
                {"op":"attach_evidence","claim":"suicide","source":"court-2015","stance":"supports"}\
                """, """
                {"op":"assert_claim","id":"homicide","subject":"a-spelling","predicate":"died_by","value":{"term":"homicide"},\
                "valid":"2015-02-24","evidence":{"source":"inquest-2019"}}\
                """, """
                {"op":"assert_claim","id":"twenty-years","subject":"the-accused","predicate":"sentenced",\
                "value":{"quantity":{"amount":20,"unit":"a"}},"qualifiers":{"case":"coup","court":"first"},\
                "valid":"2008/2013","statement":"20 years.","evidence":{"source":"agency-2015"}}\
                """, """
                {"op":"assert_claim","id":"taken-back","subject":"the-accused","predicate":"sentenced",\
                "value":{"quantity":{"amount":15,"unit":"a"}},"qualifiers":{"case":"bank"},\
                "evidence":{"source":"agency-2015"}}\
                """, """
                {"op":"retract_claim","claim":"taken-back","reasons":["fabricated"]}\
                """, """
                {"op":"assert_claim","id":"described-1","subject":"the-accused","predicate":"described_as",\
                "value":{"text":"a tycoon"},"evidence":{"source":"agency-2015"}}\
                """, """
                {"op":"assert_claim","id":"described-2","subject":"the-accused","predicate":"described_as",\
                "value":{"text":"an exile"},"evidence":{"source":"agency-2015"}}\
                """, """
                {"op":"assert_claim","id":"misread","subject":"the-accused","predicate":"sentenced",\
                "value":{"quantity":{"amount":2,"unit":"a"}},"qualifiers":{"case":"harbour"},\
                "evidence":{"source":"agency-2015"}}\
                """, """
                {"op":"retract_claim","claim":"misread","reasons":["recorded_in_error"]}\
                """);
        assertThat(imported.text()).doesNotContain("refused");
        beforeTheMerge = ledger.head();
        ledger.importLines("""
            {"op":"merge_subjects","subject":"the-accused","absorb":"a-spelling"}\
            """);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void aQuestionIsAnsweredWithTheReasonsAndTheAlternatives() {
        assertThat(ledger.get("/state?subject=the-accused&predicate=died_by&validOn=2015-02-24")
                        .json()
                        .path("items")
                        .toString())
                .isEqualTo("""
                    [{"question":{"subject":"the-accused","predicate":"died_by","qualifiers":{}},"policy":2,\
                    "status":"disputed",\
                    "answer":{"claim":"suicide","value":{"term":"suicide"},"qualifiers":{},\
                    "statement":"He took his life.","status":"corroborated","inForce":"yes","valid":"2015-02-24",\
                    "finality":null,"origins":{"supporting":2,"disputing":1}},\
                    "because":["Two origins for “suicide” against one for “homicide”.",\
                    "Two independent origins assert it: Agency and Court.",\
                    "It cannot be true together with “homicide”."],\
                    "alternatives":[{"claim":"homicide","value":{"term":"homicide"},"qualifiers":{},\
                    "status":"supported","inForce":"yes","valid":"2015-02-24","annulled":null,\
                    "why":"Two origins for “suicide” against one for “homicide”."}]}]\
                    """);
    }

    @Test
    void theViewpointIsSaidBesideTheItems() {
        JsonNode viewpoint = ledger.get("/state?asOf=@12&publishedBy=2016-12-31&validOn=2014-06-01")
                .json()
                .path("viewpoint");

        assertThat(viewpoint.at("/asOf/position").longValue()).isEqualTo(12);
        assertThat(viewpoint.path("publishedBy").stringValue()).isEqualTo("2016-12-31");
        assertThat(viewpoint.path("validOn").stringValue()).isEqualTo("2014-06-01");
    }

    @Test
    void whatHadBeenPublishedByThenIsAllThatAnswers() {
        JsonNode first = only("/state?predicate=died_by&publishedBy=2015-03-31");
        assertThat(first.path("status").stringValue()).isEqualTo("uncontested");
        assertThat(first.at("/answer/status").stringValue()).isEqualTo("supported");
        assertThat(first.at("/answer/origins/supporting").intValue()).isEqualTo(1);
        assertThat(first.path("alternatives")).isEmpty();

        assertThat(only("/state?predicate=died_by&publishedBy=2019-06-29")
                        .path("status")
                        .stringValue())
                .isEqualTo("uncontested");
        assertThat(only("/state?predicate=died_by&publishedBy=2019-06-30")
                        .path("status")
                        .stringValue())
                .isEqualTo("disputed");
        assertThat(items("/state?subject=the-accused&publishedBy=2015-03-30")).isEmpty();
    }

    @Test
    void whatHadNotBeenRecordedByThenIsNoQuestion() {
        assertThat(items("/state?asOf=@9")).isEmpty();
        assertThat(items("/state?asOf=@10")).hasSize(1);
        assertThat(items("/state?asOf=@0")).isEmpty();
    }

    @Test
    void aMergeMakesOneQuestionOfTwoAndIsSeenFromThenOn() {
        assertThat(answers("/state?predicate=died_by&asOf=@" + beforeTheMerge)).containsExactly("suicide", "homicide");
        assertThat(answers("/state?predicate=died_by")).containsExactly("suicide");
        assertThat(items("/state?subject=a-spelling")).isEqualTo(items("/state?subject=the-accused"));
        assertThat(answers("/state?subject=a-spelling&asOf=@" + beforeTheMerge)).containsExactly("homicide");
    }

    @Test
    void aDayOfTheWorldLeavesOutWhatWasNotInForceAndNoDayLeavesOutNothing() {
        JsonNode today = items("/state?predicate=sentenced").get(0);
        assertThat(today.at("/answer/claim").stringValue()).isEqualTo("twenty-years");
        assertThat(today.at("/answer/inForce").stringValue()).isEqualTo("no");
        assertThat(today.path("because").toString()).contains("It ended in 2013.");

        JsonNode then = items("/state?predicate=sentenced&validOn=2010-01-01").get(0);
        assertThat(then.at("/answer/inForce").stringValue()).isEqualTo("yes");

        JsonNode later = items("/state?predicate=sentenced&validOn=2014-01-01").get(0);
        assertThat(later.path("status").stringValue()).isEqualTo("open");
        assertThat(later.path("answer").isNull()).isTrue();
        assertThat(later.at("/alternatives/0/why").stringValue()).isEqualTo("Not in force on 1 January 2014.");
    }

    @Test
    void aQuestionNamesTheQualifiersOfItsCardinalityAndNoOthers() {
        assertThat(items("/state?predicate=sentenced").get(0).path("question").toString())
                .isEqualTo("""
                    {"subject":"the-accused","predicate":"sentenced","qualifiers":{"case":"coup"}}\
                    """);
    }

    @Test
    void aQuestionWhoseClaimsAllFellIsOpenAndStillListed() {
        JsonNode open = only("/state?status=open");
        assertThat(open.at("/question/qualifiers/case").stringValue()).isEqualTo("bank");
        assertThat(open.path("answer").isNull()).isTrue();
        assertThat(open.path("alternatives").toString()).isEqualTo("""
            [{"claim":"taken-back","value":{"quantity":{"amount":15,"unit":"a"}},"qualifiers":{"case":"bank"},\
            "status":"retracted","inForce":"possibly","valid":null,"annulled":null,"why":"Retracted by the desk."}]\
            """);
    }

    @Test
    void whatTheDeskOnlyMisreadIsNotAsked() {
        assertThat(items("/state?predicate=sentenced").findValuesAsString("case"))
                .doesNotContain("harbour");
        assertThat(ledger.get("/claims/misread").json().path("status").stringValue())
                .isEqualTo("retracted");
    }

    @Test
    void whereAPredicateTakesManyAnswersEachClaimIsAQuestion() {
        assertThat(answers("/state?subject=the-accused&predicate=described_as"))
                .containsExactly("described-1", "described-2");
    }

    @Test
    void questionsAreFilteredByHowTheyStand() {
        assertThat(answers("/state?subject=the-accused&status=disputed")).containsExactly("suicide");
        assertThat(answers("/state?subject=the-accused&status=uncontested"))
                .containsExactly("twenty-years", "described-1", "described-2");
    }

    @Test
    void thePagesMakeUpTheWholeAsOfTheFirstOne() {
        String call = "/state?publishedBy=2018-01-01&validOn=2010-01-01&limit=2";
        Answer page = ledger.get(call);
        List<JsonNode> paged = new ArrayList<>();
        page.json().path("items").forEach(paged::add);
        ledger.importLines("""
            {"op":"assert_claim","id":"filed-meanwhile","subject":"the-silent","predicate":"described_as",\
            "value":{"text":"silent"},"evidence":{"source":"agency-2015"}}\
            """);
        long begun = page.json().at("/viewpoint/asOf/position").longValue();
        while (page.json().path("next").isString()) {
            page = ledger.get(call + "&cursor=" + page.json().path("next").stringValue());
            page.json().path("items").forEach(paged::add);
        }

        List<JsonNode> whole = new ArrayList<>();
        items("/state?publishedBy=2018-01-01&validOn=2010-01-01&asOf=@" + begun).forEach(whole::add);
        assertThat(paged).isEqualTo(whole);
        assertThat(page.json().at("/viewpoint/asOf/position").longValue()).isEqualTo(begun);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?publishedBy=2016-01-01",
                "?validOn=2014-01-01",
                "?asOf=@14&publishedBy=2019-12-31&validOn=2010-01-01",
                "?subject=the-accused&status=uncontested",
                "?predicate=nothing-says-so"
            })
    void asLinesItIsTheSameWhole(String query) {
        Answer lines = ledger.get("/state" + query, "Accept", LINES);

        assertThat(lines.header("Content-Type").orElse("")).startsWith(LINES);
        List<JsonNode> items = new ArrayList<>();
        items("/state" + query).forEach(items::add);
        assertThat(lines.lines()).isEqualTo(items);
    }

    @Test
    void linesAndPagesSayInTheirHeadersWhichDateTheyAnswerFor() {
        for (String accept : List.of("application/json", LINES)) {
            Answer answer = ledger.get("/state", "Accept", accept, "Accept-Datetime", "Mon, 31 Dec 2998 23:59:59 GMT");
            assertThat(answer.header("Vary")).contains("Accept-Datetime");
            assertThat(answer.header("Memento-Datetime")).isPresent();
        }
    }

    @Test
    void aCursorGoesOnWithTheSameDayOnly() {
        String next = ledger.get("/state?limit=1&validOn=2010-01-01")
                .json()
                .path("next")
                .stringValue();
        assertThat(ledger.get("/state?limit=1&validOn=2010-01-01&cursor=" + next)
                        .status())
                .isEqualTo(200);
        assertRefused(ledger, 400, "invalid_cursor", () -> ledger.get("/state?limit=1&cursor=" + next));
    }

    @Test
    void aDossierIsTheSubjectWithItsPartOfTheState() {
        JsonNode dossier = ledger.get("/subjects/the-accused/dossier?publishedBy=2016-01-01&validOn=2010-01-01")
                .json();
        JsonNode state = ledger.get("/state?subject=the-accused&publishedBy=2016-01-01&validOn=2010-01-01")
                .json();

        assertThat(dossier.at("/subject/name").stringValue()).isEqualTo("The Accused");
        assertThat(dossier.at("/subject/absorbed/0").stringValue()).isEqualTo("a-spelling");
        assertThat(dossier.path("items")).isEqualTo(state.path("items")).isNotEmpty();
        assertThat(dossier.path("viewpoint")).isEqualTo(state.path("viewpoint"));
        assertThat(dossier.path("next").isNull()).isTrue();
    }

    @Test
    void theDossierOfAMergedSubjectIsThatOfTheOneThatIsKept() {
        assertThat(ledger.get("/subjects/a-spelling/dossier").json())
                .isEqualTo(ledger.get("/subjects/the-accused/dossier").json());
        assertThat(ledger.get("/subjects/a-spelling/dossier?asOf=@" + beforeTheMerge)
                        .json()
                        .at("/subject/id")
                        .stringValue())
                .isEqualTo("a-spelling");
    }

    @Test
    void aLongDossierComesInPages() {
        JsonNode first = ledger.get("/subjects/the-accused/dossier?limit=3").json();
        JsonNode second = ledger.get("/subjects/the-accused/dossier?limit=3&cursor="
                        + first.path("next").stringValue())
                .json();

        assertThat(first.path("items")).hasSize(3);
        assertThat(second.path("items")).hasSize(2);
        assertThat(second.path("next").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/subjects/nobody/dossier", "/subjects/No/dossier", "/subjects/the-accused/dossier?asOf=@6"})
    void theDossierOfWhomNobodyKnowsIsNotFound(String path) {
        assertRefused(ledger, 404, "subject_unknown", () -> ledger.get(path));
    }

    @Test
    void whatWasRecordedBetweenTwoPositionsIsShownBeforeAndAfter() {
        JsonNode diff = ledger.get("/state/diff?from=@13&to=@15").json();

        assertThat(diff.path("items")).hasSize(1);
        JsonNode item = diff.at("/items/0");
        assertThat(item.path("claim").stringValue()).isEqualTo("taken-back");
        assertThat(item.path("subject").stringValue()).isEqualTo("the-accused");
        assertThat(item.path("predicate").stringValue()).isEqualTo("sentenced");
        assertThat(item.path("before").isNull()).isTrue();
        assertThat(item.at("/after/status").stringValue()).isEqualTo("retracted");
        assertThat(item.path("changes").toString())
                .contains("{\"path\":\"/status\",\"before\":null,\"after\":\"retracted\"}");
        assertThat(diff.at("/viewpoint/asOf/position").longValue()).isEqualTo(15);

        JsonNode retracted = ledger.get("/state/diff?from=@14&to=@15").json().at("/items/0");
        assertThat(retracted.at("/before/status").stringValue()).isEqualTo("supported");
        assertThat(retracted.at("/after/status").stringValue()).isEqualTo("retracted");
    }

    @Test
    void aComparisonSeesOnlyWhatHadBeenPublishedWhereThatIsFixed() {
        assertThat(claims("/state/diff?from=@9&to=@14&publishedBy=2015-12-31"))
                .containsExactly("suicide", "twenty-years", "taken-back");
        assertThat(claims("/state/diff?from=@11&to=@12&publishedBy=2015-12-31")).isEmpty();
    }

    @Test
    void whatWasPublishedBetweenTwoDatesIsShownAsItIsKnownToday() {
        JsonNode diff = ledger.get("/state/diff?clock=published&from=2015-03-31&to=2019-12-31")
                .json();

        assertThat(names(diff)).containsExactly("suicide", "homicide");
        assertThat(diff.at("/items/0/before/status").stringValue()).isEqualTo("supported");
        assertThat(diff.at("/items/0/after/status").stringValue()).isEqualTo("corroborated");
        assertThat(diff.at("/items/1/before").isNull()).isTrue();
        assertThat(diff.at("/viewpoint/publishedBy").stringValue()).isEqualTo("2019-12-31");
        assertThat(claims("/state/diff?clock=published&from=2015-03-31&to=2019-12-31&asOf=@11"))
                .containsExactly("suicide");
        assertThat(claims("/state/diff?clock=published&from=2019-06-30&asOf=@" + beforeTheMerge))
                .as("only what the desk took back since, on no errors of its own")
                .containsExactly("taken-back");
        assertThat(claims("/state/diff?clock=published&from=2015-03-31&publishedBy=2015-04-01"))
                .containsExactly("suicide");
    }

    @Test
    void aClaimWhoseSourceTurnsOutYoungerIsGoneAfterwards() {
        ledger.importLines("""
            {"op":"register_source","id":"undated-note","kind":"other","title":"N","published":"2001"}\
            """, """
            {"op":"assert_claim","id":"too-early","subject":"the-silent","predicate":"described_as",\
            "value":{"text":"early"},"evidence":{"source":"undated-note"}}\
            """);
        long before = ledger.head();
        ledger.importLines("""
            {"op":"amend_source","source":"undated-note","published":"2011","reason":"It was misread."}\
            """);

        JsonNode item =
                ledger.get("/state/diff?from=@" + before + "&publishedBy=2005").json();
        assertThat(item.path("code").stringValue())
                .as("a year alone is no date")
                .isEqualTo("invalid_viewpoint");
        item = ledger.get("/state/diff?from=@" + before + "&publishedBy=2005-01-01")
                .json()
                .at("/items/0");
        assertThat(item.path("claim").stringValue()).isEqualTo("too-early");
        assertThat(item.at("/before/status").stringValue()).isEqualTo("supported");
        assertThat(item.path("after").isNull()).isTrue();
        assertThat(item.path("changes").toString())
                .contains("{\"path\":\"/value\",\"before\":{\"text\":\"early\"},\"after\":null}");
    }

    @Test
    void aComparisonComesInPagesWhoseEndDoesNotMove() {
        String call = "/state/diff?from=@9&limit=2";
        Answer page = ledger.get(call);
        List<String> paged = names(page.json());
        String whole =
                String.join(",", claims("/state/diff?from=@9&to=@" + page.json().at("/viewpoint/asOf/position")));
        ledger.importLines("""
            {"op":"assert_claim","id":"filed-later","subject":"the-silent","predicate":"described_as",\
            "value":{"text":"late"},"evidence":{"source":"agency-2015"}}\
            """);
        while (page.json().path("next").isString()) {
            page = ledger.get(call + "&cursor=" + page.json().path("next").stringValue());
            paged.addAll(names(page.json()));
        }
        assertThat(String.join(",", paged)).isEqualTo(whole).doesNotContain("filed-later");
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource({
        "/state?status=supported,                                        invalid_parameter",
        "/state?subject=No,                                              invalid_parameter",
        "/state?predicate=,                                              ",
        "/state?source=agency-2015,                                      parameter_unknown",
        "/state?limit=501,                                               invalid_parameter",
        "/state?cursor=x,                                                invalid_cursor",
        "/state?asOf=@999999,                                            invalid_viewpoint",
        "/state?publishedBy=@3,                                          invalid_viewpoint",
        "/state?publishedBy=2016,                                        invalid_viewpoint",
        "/state?validOn=2016-02-30,                                      invalid_viewpoint",
        "/state?publishedBy=,                                            invalid_viewpoint",
        "/subjects/the-accused/dossier?validOn=soon,                     invalid_viewpoint",
        "/subjects/the-accused/dossier?status=open,                      parameter_unknown",
        "/state/diff,                                                    invalid_parameter",
        "/state/diff?from=,                                              invalid_viewpoint",
        "/state/diff?from=@3&clock=valid,                                invalid_parameter",
        "/state/diff?from=@9&to=@3,                                      invalid_viewpoint",
        "/state/diff?from=2012-01-01&to=2011-01-01,                      invalid_viewpoint",
        "/state/diff?from=@99999,                                        invalid_viewpoint",
        "/state/diff?from=3,                                             invalid_viewpoint",
        "/state/diff?from=@3&to=@9&asOf=@9,                              invalid_viewpoint",
        "/state/diff?from=@3&validOn=2014-01-01,                         invalid_viewpoint",
        "/state/diff?clock=published&from=@3,                            invalid_viewpoint",
        "/state/diff?clock=published&from=2016-01-01&to=2015-01-01,      invalid_viewpoint",
        "/state/diff?clock=published&from=2015-01-01&to=2016-01-01&publishedBy=2016-01-01, invalid_viewpoint",
        "/state/diff?clock=published&from=2015-01-01&to=2015-02-29,      invalid_viewpoint"
    })
    void nonsenseIsRefusedWithItsCode(String path, String code) {
        if (code == null) {
            assertThat(ledger.get(path).status()).isEqualTo(200);
        } else {
            assertRefused(ledger, 400, code, () -> ledger.get(path));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/state?limit=5,         parameter_unknown",
        "/state?cursor=x,        parameter_unknown",
        "/state?asOf=@999999,    invalid_viewpoint",
        "/state?status=doubtful, invalid_parameter"
    })
    void linesAreRefusedAsProblemsToo(String path, String code) {
        assertRefused(ledger, 400, code, () -> ledger.get(path, "Accept", LINES));
    }

    private static JsonNode items(String path) {
        Answer answer = ledger.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("next").isNull()).isTrue();
        return answer.json().path("items");
    }

    private static JsonNode only(String path) {
        JsonNode items = items(path);
        assertThat(items).as("%s", items).hasSize(1);
        return items.get(0);
    }

    private static List<String> answers(String path) {
        List<String> claims = new ArrayList<>();
        items(path).forEach(item -> claims.add(item.at("/answer/claim").stringValue()));
        return claims;
    }

    private static List<String> claims(String path) {
        Answer answer = ledger.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return names(answer.json());
    }

    private static List<String> names(JsonNode page) {
        List<String> claims = new ArrayList<>();
        page.path("items").forEach(item -> claims.add(item.path("claim").stringValue()));
        return claims;
    }
}
