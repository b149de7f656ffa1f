package org.claimsledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.claimsledger.api.RunningLedger.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The recorded, published and valid clocks, each alone and together. */
class ThreeClocksTest {

    private static final String TODAY = LocalDate.now(ZoneOffset.UTC).toString();
    private static final String LONG_AGO = "1900-01-01";

    @TempDir
    static Path folder;

    private static RunningLedger ledger;
    private static int tests;

    /** A test's ids begin with its number, so that no test sees the things of another one. */
    private String mine = "";

    @BeforeAll
    static void start() {
        ledger = RunningLedger.in(folder);
        ledger.importLines("""
            {"op":"define_predicate","key":"sentenced","unit":"a"}\
            """, """
            {"op":"define_predicate","key":"held","time":"holds"}\
            """);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @BeforeEach
    void aSubject() {
        mine = "t" + ++tests + "-";
        post("/subjects", "{'id':'$who','kind':'person','name':'Somebody $'}");
    }

    // evidence

    @ParameterizedTest(name = "published {0}: not to be read on {1}, to be read on {2}")
    @CsvSource({
        "2008-03-05,  2008-03-04, 2008-03-05",
        "2008-03,     2008-03-30, 2008-03-31",
        "2008,        2008-12-30, 2008-12-31",
        "2008-03-XX,  2008-03-30, 2008-03-31",
        "2008~,       2009-12-30, 2009-12-31",
        "2008-03-05?, 2008-03-05, 2008-03-06",
        "/2008-03-05, 2008-03-04, 2008-03-05"
    })
    void evidenceCountsFromTheLastInstantOfItsSourcesDate(String published, String before, String from) {
        source("report", published);
        claim("said", "report", 20);

        assertThat(status("/claims/$said?publishedBy=" + before)).isEqualTo("404");
        assertThat(status("/claims/$said?publishedBy=" + from)).isEqualTo("supported");
        assertThat(status("/claims/$said?publishedBy=" + from + "T23:59:59.999998Z"))
                .isEqualTo("404");
    }

    @Test
    void aSourceWithoutADateCountsFromItsRegistrationAndOneThatWasCapturedFromThen() {
        post("/sources", "{'id':'$undated','kind':'other','title':'Undated'}");
        post("/sources", "{'id':'$captured','kind':'other','title':'Captured','retrievedAt':'2015-03-01T12:00:00Z'}");
        claim("undated-said", "undated", 20);
        claim("captured-said", "captured", 20);

        assertThat(status("/claims/$undated-said?publishedBy=2020-01-01")).isEqualTo("404");
        assertThat(status("/claims/$undated-said?publishedBy=" + TODAY)).isEqualTo("supported");
        assertThat(status("/claims/$captured-said?publishedBy=2015-03-01T11:59:59Z"))
                .isEqualTo("404");
        assertThat(status("/claims/$captured-said?publishedBy=2015-03-01T12:00:00Z"))
                .isEqualTo("supported");
    }

    @Test
    void aSourceThatIsHalfOpenCountsFromItsRegistrationAndOneOfTheFutureIsUnderEmbargo() {
        source("future", "2999");
        source("open", "2008/..");
        claim("future-said", "future", 20);
        claim("open-said", "open", 20);

        for (String claim : List.of("$future-said", "$open-said")) {
            assertThat(status("/claims/" + claim + "?publishedBy=2020-01-01")).isEqualTo("404");
        }
        assertThat(status("/claims/$open-said?publishedBy=" + TODAY)).isEqualTo("supported");
        assertThat(status("/claims/$future-said?publishedBy=" + TODAY)).isEqualTo("404");
        assertThat(status("/claims/$future-said?publishedBy=2999-01-01")).isEqualTo("supported");
    }

    @Test
    void aDateThatWasAmendedCountsFromThenOnInTheLedgerAndNoEarlier() {
        source("report", "2012");
        long before = claim("said", "report", 20);
        post("/sources/$report/amendments", "{'published':'2010'}");

        assertThat(status("/claims/$said?publishedBy=2011-06-01")).isEqualTo("supported");
        assertThat(status("/claims/$said?publishedBy=2011-06-01&asOf=@" + before))
                .isEqualTo("404");
        assertThat(status("/claims/$said?publishedBy=2012-12-31&asOf=@" + before))
                .isEqualTo("supported");
    }

    @Test
    void aDependenceThatWasLearntLaterTakesACorroborationBackButNotFromWhatWasReadBefore() {
        source("agency", "2010", "Agency");
        source("paper", "2011", "Paper");
        claim("said", "agency", 20);
        long before = post("/claims/$said/evidence", "{'source':'$paper'}");
        post("/sources/$paper/amendments", "{'lineage':[{'relation':'republishes','source':'$agency'}]}");

        assertThat(status("/claims/$said?asOf=@" + before)).isEqualTo("corroborated");
        assertThat(status("/claims/$said?asOf=@" + before + "&publishedBy=2010-12-31"))
                .isEqualTo("supported");
        JsonNode now = read("/claims/$said");
        assertThat(now.path("status").stringValue()).isEqualTo("supported");
        assertThat(now.path("origins").toString()).isEqualTo("{\"supporting\":1,\"disputing\":0}");
        assertThat(now.path("evidence").findValuesAsString("origin")).containsExactly("Agency", "Agency");
    }

    @Test
    void anOriginThatIsSpelledOtherwiseIsTheSameOneAndReadsOtherwiseFromThenOn() {
        source("report", "2010", "The Paper");
        long before = claim("said", "report", 20);
        post("/sources/$report/amendments", "{'publisher':'THE  PAPER'}");

        assertThat(read("/claims/$said").at("/evidence/0/origin").stringValue()).isEqualTo("THE  PAPER");
        assertThat(read("/claims/$said?asOf=@" + before)
                        .at("/evidence/0/origin")
                        .stringValue())
                .isEqualTo("The Paper");
    }

    @Test
    void evidenceThatWasWithdrawnAndGivenAgainLivesAgainUnderAnotherId() {
        source("report", "2010");
        long given = claim("said", "report", 20);
        long withdrawn = post("/claims/$said/evidence/e1/withdrawal", "{'reasons':['misattributed']}");
        post("/claims/$said/evidence", "{'source':'$report'}");

        assertThat(status("/claims/$said?asOf=@" + given)).isEqualTo("supported");
        assertThat(status("/claims/$said?asOf=@" + withdrawn)).isEqualTo("unsupported");
        JsonNode now = read("/claims/$said?publishedBy=2010-12-31");
        assertThat(now.path("status").stringValue()).isEqualTo("supported");
        assertThat(live(now)).containsExactly("e1 false", "e2 true");
    }

    @Test
    void aWithdrawalForAnErrorOfTheDeskHoldsForAllThatWasPublishedAnyOtherFromItsRecording() {
        source("report", "2010");
        claim("misread", "report", 20);
        claim("changed", "report", 20);
        post("/claims/$misread/evidence/e1/withdrawal", "{'reasons':['misattributed']}");
        post("/claims/$changed/evidence/e1/withdrawal", "{'reasons':['other']}");

        assertThat(status("/claims/$misread?publishedBy=2010-12-31")).isEqualTo("unsupported");
        assertThat(status("/claims/$changed?publishedBy=2010-12-31")).isEqualTo("supported");
        assertThat(status("/claims/$changed?publishedBy=" + TODAY)).isEqualTo("unsupported");
    }

    @Test
    void aClaimThatWasFirstReportedByASourceFoundLaterWasReportedThenButTheLedgerDidNotKnow() {
        source("report", "2015");
        long before = claim("said", "report", 20);
        source("archive", "2008");
        post("/claims/$said/evidence", "{'source':'$archive'}");

        assertThat(status("/claims/$said?publishedBy=2010-01-01")).isEqualTo("supported");
        assertThat(live(read("/claims/$said?publishedBy=2010-01-01"))).containsExactly("e2 true");
        assertThat(status("/claims/$said?publishedBy=2010-01-01&asOf=@" + before))
                .isEqualTo("404");
        assertThat(status("/claims/$said?publishedBy=2007-12-31")).isEqualTo("404");
    }

    // retractions, corrections, notices

    @Test
    void aWrongPersonRetractedWithoutBasisIsRetractedInAllThatWasPublishedButNotInWhatWasRecordedBefore() {
        source("report", "2010");
        long before = claim("said", "report", 20);
        post("/claims/$said/retraction", "{'reasons':['wrong_identity']}");

        assertThat(status("/claims/$said?publishedBy=2010-12-31")).isEqualTo("retracted");
        assertThat(status("/claims/$said?publishedBy=2010-12-31&asOf=@" + before))
                .isEqualTo("supported");
    }

    @Test
    void aRetractionCountsFromTheDateOfItsBasis() {
        source("report", "2010");
        source("ruling", "2013-05-04");
        claim("said", "report", 20);
        post("/claims/$said/retraction", "{'reasons':['superseded_by_ruling'],'basis':{'source':'$ruling'}}");

        assertThat(status("/claims/$said?publishedBy=2013-05-03")).isEqualTo("supported");
        assertThat(status("/claims/$said?publishedBy=2013-05-04")).isEqualTo("retracted");
    }

    @Test
    void aReinstatementOlderThanItsRetractionLeavesNoTimeAtWhichItWasRetracted() {
        source("report", "2010");
        source("ruling", "2016");
        source("appeal", "2014");
        claim("said", "report", 20);
        long retracted =
                post("/claims/$said/retraction", "{'reasons':['superseded_by_ruling'],'basis':{'source':'$ruling'}}");
        post("/claims/$said/reinstatement", "{'basis':{'source':'$appeal'}}");

        for (String date : List.of("2010-12-31", "2014-12-31", "2016-12-31", TODAY)) {
            assertThat(status("/claims/$said?publishedBy=" + date)).isEqualTo("supported");
        }
        assertThat(status("/claims/$said?publishedBy=2016-12-31&asOf=@" + retracted))
                .isEqualTo("retracted");
        assertThat(status("/claims/$said?publishedBy=2015-12-31&asOf=@" + retracted))
                .isEqualTo("supported");
    }

    @Test
    void aCorrectionOnASourceOfTheSameDayLeavesNoTimeAtWhichTheWrongValueWasToBeRead() {
        source("morning", "2010-05-01");
        source("evening", "2010-05-01");
        claim("said", "morning", 20);
        correct("said", 15, "evening");

        assertThat(years("/claims/$said?publishedBy=2010-05-01")).isEqualTo(15);
        JsonNode versions = read("/claims/$said/versions?clock=published").path("items");
        assertThat(versions).hasSize(1);
        assertThat(versions.at("/0/reportedFrom").stringValue()).isEqualTo("2010-05-01T23:59:59.999999Z");
        assertThat(versions.at("/0/reportedTo").isNull()).isTrue();
        assertThat(versions.get(0).has("recordedTo")).isFalse();
    }

    @Test
    void aCorrectionWhoseBasisIsOlderThanTheEvidenceIsThereFirstAndTheEvidenceSpeaksAgainstIt() {
        source("report", "2015");
        source("ruling", "2012");
        claim("said", "report", 20);
        correct("said", 15, "ruling");

        assertThat(status("/claims/$said?publishedBy=2011-12-31")).isEqualTo("404");
        JsonNode first = read("/claims/$said?publishedBy=2014-12-31");
        assertThat(years(first)).isEqualTo(15);
        assertThat(first.path("status").stringValue()).isEqualTo("supported");
        assertThat(live(first)).containsExactly("r2 true");
        JsonNode both = read("/claims/$said?publishedBy=2015-12-31");
        assertThat(both.path("status").stringValue()).isEqualTo("disputed");
        assertThat(both.path("origins").toString()).isEqualTo("{\"supporting\":1,\"disputing\":1}");
        JsonNode report = evidence(both, "e1");
        assertThat(report.path("speaksFor").stringValue()).isEqualTo("other");
        assertThat(report.at("/speaksForValue/quantity/amount").intValue()).isEqualTo(20);
        assertThat(evidence(both, "r2").path("speaksFor").stringValue()).isEqualTo("this");
        assertThat(evidence(both, "r2").has("speaksForValue")).isFalse();
    }

    @Test
    void aCorrectionWithoutBasisSaysThatTheDeskHadMisreadAndAllEvidenceMoves() {
        source("report", "2010");
        long before = claim("said", "report", 20);
        post(
                "/claims/$said/revisions",
                "{'kind':'correction','changes':{'value':{'quantity':{'amount':15,'unit':'a'}}}}");

        JsonNode read = read("/claims/$said?publishedBy=2010-12-31");
        assertThat(years(read)).isEqualTo(15);
        assertThat(evidence(read, "e1").path("speaksFor").stringValue()).isEqualTo("this");
        assertThat(years("/claims/$said?publishedBy=2010-12-31&asOf=@" + before))
                .isEqualTo(20);
    }

    @Test
    void supportForWhatIsMerelyCompatibleSupportsNothing() {
        source("report", "2010");
        source("tally", "2012");
        post("/claims", """
            {'id':'$said','subject':'$who','predicate':'sentenced','value':{'quantity':{'atLeast':15,'unit':'a'}},
             'evidence':{'source':'$report'}}\
            """);
        correct("said", 20, "tally");

        JsonNode read = read("/claims/$said");
        assertThat(evidence(read, "e1").path("speaksFor").stringValue()).isEqualTo("compatible");
        assertThat(evidence(read, "e1").at("/speaksForValue/quantity/atLeast").intValue())
                .isEqualTo(15);
        assertThat(read.path("status").stringValue()).isEqualTo("supported");
    }

    @Test
    void aKillAtTheOriginIsSeenFromAClaimThatCitesOnlyTheEcho() {
        source("origin", "2010");
        source("echo", "2010");
        source("echo-of-echo", "2010");
        post("/sources/$echo/amendments", "{'lineage':[{'relation':'republishes','source':'$origin'}]}");
        post("/sources/$echo-of-echo/amendments", "{'lineage':[{'relation':'repeats','source':'$echo'}]}");
        long before = claim("said", "echo-of-echo", 20);
        post("/sources/$origin/retraction", "{'published':'2011-06-01'}");

        assertThat(status("/claims/$said?publishedBy=2011-05-31")).isEqualTo("supported");
        assertThat(status("/claims/$said?publishedBy=2011-06-01")).isEqualTo("unsupported");
        assertThat(status("/claims/$said?publishedBy=2011-06-01&asOf=@" + before))
                .isEqualTo("supported");
        assertThat(live(read("/claims/$said"))).containsExactly("e1 false");
    }

    @Test
    void whatOnlyDerivesFromASourceOutlivesItAndATakenDownPageUnsaysNothing() {
        source("origin", "2010");
        source("analysis", "2010");
        post("/sources/$analysis/amendments", "{'lineage':[{'relation':'derives_from','source':'$origin'}]}");
        claim("analysed", "analysis", 20);
        claim("said", "origin", 20);
        post("/sources/$origin/notices", "{'type':'removal'}");
        assertThat(status("/claims/$said")).isEqualTo("supported");

        post("/sources/$origin/retraction", "{}");

        assertThat(status("/claims/$said")).isEqualTo("unsupported");
        assertThat(status("/claims/$analysed")).isEqualTo("questioned");
    }

    @Test
    void evidenceIsNoLongerLiveWhereItsAttestorWasTakenBack() {
        source("letter", "2009");
        source("report", "2010");
        post("/claims", """
            {'id':'$said','subject':'$who','predicate':'sentenced','value':{'quantity':{'amount':20,'unit':'a'}},
             'evidence':{'source':'$report','attribution':[{'source':'$letter'}]}}\
            """);

        post("/sources/$letter/retraction", "{'published':'2011'}");

        assertThat(status("/claims/$said?publishedBy=2010-12-31")).isEqualTo("supported");
        assertThat(status("/claims/$said?publishedBy=2011-12-31")).isEqualTo("unsupported");
    }

    @Test
    void aClaimThatIsOnlyAllegedOrBelievedIsAlleged() {
        source("report", "2010");
        post("/claims", """
            {'id':'$said','subject':'$who','predicate':'sentenced','value':{'quantity':{'amount':20,'unit':'a'}},
             'evidence':{'source':'$report','modality':'alleged'}}\
            """);

        assertThat(status("/claims/$said")).isEqualTo("alleged");
    }

    // identity

    @Test
    void mergesAndSplitsAreSeenFromBeforeAsTheyWere() {
        source("report", "2010");
        source("other", "2010");
        post("/subjects", "{'id':'$court','kind':'organisation','name':'The Court $'}");
        post("/subjects", "{'id':'$tribunal','kind':'organisation','name':'The Tribunal $'}");
        post("/claims", """
            {'id':'$said','subject':'$tribunal','predicate':'sentenced','value':{'unknown':true},
             'evidence':{'source':'$report','attribution':[{'subject':'$court'}]}}\
            """);
        long two = post("/claims/$said/evidence", "{'source':'$other','attribution':[{'subject':'$tribunal'}]}");
        long merged = post("/subjects/$court/merge", "{'absorb':'$tribunal','reason':'One and the same.'}");
        post("/subjects/$court/split", "{'restore':'$tribunal','reason':'They are two.'}");

        assertThat(status("/claims/$said?asOf=@" + two)).isEqualTo("corroborated");
        assertThat(status("/claims/$said?asOf=@" + merged)).isEqualTo("supported");
        assertThat(status("/claims/$said?asOf=@" + merged + "&publishedBy=2010-12-31"))
                .isEqualTo("supported");
        assertThat(status("/claims/$said")).isEqualTo("corroborated");
        assertThat(read("/claims/$said?asOf=@" + two).at("/subject/id").stringValue())
                .isEqualTo(mine + "tribunal");
        assertThat(read("/claims/$said?asOf=@" + merged).at("/subject/id").stringValue())
                .isEqualTo(mine + "court");
        assertThat(ids("/claims?subject=$court&asOf=@" + two)).isEmpty();
        assertThat(ids("/claims?subject=$court&asOf=@" + merged)).containsExactly(mine + "said");
    }

    // all together

    @Test
    void theThreeClocksAreReadTogether() {
        source("report", "2008-03");
        source("annulment", "2013-06-01");
        post("/claims", """
            {'id':'$said','subject':'$who','predicate':'held','value':{'text':'office'},'valid':'2006/..',
             'evidence':{'source':'$report'}}\
            """);
        long before = ledger.head();
        post(
                "/claims/$said/revisions",
                "{'kind':'update','changes':{'valid':'2006/2013-05-31'},'basis':{'source':'$annulment'}}");

        assertThat(inForce("")).isEqualTo("no");
        assertThat(inForce("?validOn=2010-01-01")).isEqualTo("yes");
        assertThat(inForce("?validOn=2014-01-01")).isEqualTo("no");
        assertThat(inForce("?validOn=2014-01-01&publishedBy=2013-05-31")).isEqualTo("presumed");
        assertThat(inForce("?validOn=2014-01-01&asOf=@" + before)).isEqualTo("presumed");
        assertThat(inForce("?validOn=2006-06-01&publishedBy=2008-03-31&asOf=@" + before))
                .isEqualTo("possibly");
        assertThat(inForce("?validOn=2005-12-31&publishedBy=2008-03-31&asOf=@" + before))
                .isEqualTo("no");
        assertThat(status("/claims/$said?validOn=2014-01-01&publishedBy=2008-03-30&asOf=@" + before))
                .isEqualTo("404");
        JsonNode viewpoint = read("/claims/$said?validOn=2014-01-01&publishedBy=2013-05-31&asOf=@" + before)
                .path("viewpoint");
        assertThat(viewpoint.at("/asOf/position").longValue()).isEqualTo(before);
        assertThat(viewpoint.path("publishedBy").stringValue()).isEqualTo("2013-05-31");
        assertThat(viewpoint.path("validOn").stringValue()).isEqualTo("2014-01-01");
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "../2005,         1900-01-01, yes",
        "../2005,         2005-06-01, possibly",
        "../2005,         2006-01-01, no",
        "/2005-02,        2004-01-01, possibly",
        "/2005-02,        2005-03-01, no",
        "2004-02/,        2004-01-31, no",
        "2004-02/,        2999-01-01, possibly",
        "2004-02/..,      2004-02-29, yes",
        "2004-02/..,      2004-02-10, possibly",
        "2004-02-10/..,   2004-02-10, yes"
    })
    void boundsAreTakenAtTheDayTheMonthOpenOrUnknown(String valid, String day, String inForce) {
        source("report", "2010");
        post("/claims", """
            {'id':'$said','subject':'$who','predicate':'held','value':{'text':'office'},'valid':'%s',
             'evidence':{'source':'$report'}}\
            """.formatted(valid));

        assertThat(inForce("?publishedBy=2010-12-31&validOn=" + day)).isEqualTo(inForce);
    }

    @Test
    void versionsAndDifferencesCanBeToldAlongThePublishedClock() {
        source("report", "2010");
        source("second", "2012", "Second");
        source("ruling", "2014");
        claim("said", "report", 20);
        post("/claims/$said/evidence", "{'source':'$second'}");
        post("/claims/$said/retraction", "{'reasons':['superseded_by_ruling'],'basis':{'source':'$ruling'}}");

        JsonNode versions = read("/claims/$said/versions?clock=published").path("items");
        assertThat(versions.findValuesAsString("reportedFrom"))
                .containsExactly(
                        "2010-12-31T23:59:59.999999Z", "2012-12-31T23:59:59.999999Z", "2014-12-31T23:59:59.999999Z");
        assertThat(change(versions.get(1).path("changes"), "/status")
                        .path("after")
                        .stringValue())
                .isEqualTo("corroborated");
        assertThat(read("/claims/$said/versions?clock=published&publishedBy=2013-01-01")
                        .path("items"))
                .hasSize(2);
        JsonNode diff = read("/claims/$said/diff?clock=published&from=2010-12-31&to=2013-01-01");
        assertThat(diff.path("from").stringValue()).isEqualTo("2010-12-31");
        assertThat(change(diff.path("changes"), "/origins/supporting")
                        .path("after")
                        .intValue())
                .isEqualTo(2);
        JsonNode toNow = read("/claims/$said/diff?clock=published&from=1");
        assertThat(toNow.path("to").isNull()).isTrue();
        assertThat(change(toNow.path("changes"), "/status").path("after").stringValue())
                .isEqualTo("retracted");
        assertThat(read("/claims/$said/diff?clock=published&from=2&to=3").path("changes"))
                .isNotEmpty();
        assertThat(get("/claims/$said/diff?clock=published&from=2009-01-01").status())
                .isEqualTo(404);
    }

    @Test
    void aSourcesRetractionIsAVersionOfTheClaimsThatRestOnItAndMovesTheirETagButNotTheirRevision() {
        source("report", "2010");
        claim("said", "report", 20);
        String before = get("/claims/$said").header("ETag").orElseThrow();
        long retracted = post("/sources/$report/retraction", "{}");
        String after = get("/claims/$said").header("ETag").orElseThrow();

        assertThat(after).isNotEqualTo(before).isEqualTo("\"1-" + retracted + "\"");
        JsonNode versions = read("/claims/$said/versions").path("items");
        assertThat(versions.findValuesAsString("revision")).containsExactly("1", "1");
        assertThat(versions.at("/1/recordedFrom").longValue()).isEqualTo(retracted);
        assertThat(change(versions.get(1).path("changes"), "/evidence/e1/live")
                        .path("after")
                        .booleanValue())
                .isFalse();
        assertThat(ledger.post(named("/claims/$said/rank"), "{\"rank\":\"normal\"}", "If-Match", before)
                        .status())
                .as("only the revision is compared")
                .isEqualTo(200);
        assertThat(ledger.post(named("/claims/$said/rank"), "{\"rank\":\"preferred\"}", "If-Match", before)
                        .status())
                .isEqualTo(412);
    }

    @Test
    void filtersHoldAtTheViewpoint() {
        source("report", "2010");
        source("late", "2020", "Late");
        claim("first", "report", 20);
        claim("second", "late", 15);
        post("/claims/$first/evidence", "{'source':'$late'}");
        post("/claims/$second/evidence", "{'source':'$report','stance':'disputes'}");
        long before = post("/claims/$first/assessments", "{'verdict':'verified'}");
        post("/claims/$first/assessments", "{'verdict':'undetermined'}");
        String about = "/claims?subject=$who";

        assertThat(ids(about)).containsExactly(mine + "first", mine + "second");
        assertThat(ids(about + "&status=corroborated")).containsExactly(mine + "first");
        assertThat(ids(about + "&status=disputed")).containsExactly(mine + "second");
        assertThat(ids(about + "&status=corroborated&publishedBy=2015-01-01")).isEmpty();
        assertThat(ids(about + "&status=supported&publishedBy=2015-01-01")).containsExactly(mine + "first");
        assertThat(ids(about + "&publishedBy=" + LONG_AGO)).isEmpty();
        assertThat(ids("/claims?source=$late")).containsExactly(mine + "first", mine + "second");
        assertThat(ids("/claims?source=$late&publishedBy=2015-01-01")).isEmpty();
        assertThat(ids("/sources/$late/claims?publishedBy=2015-01-01")).isEmpty();
        assertThat(ids(about + "&verdict=verified")).isEmpty();
        assertThat(ids(about + "&verdict=verified&asOf=@" + before)).containsExactly(mine + "first");
        assertThat(ids(about + "&verdict=verified&publishedBy=2020-12-31&asOf=@" + before))
                .as("a verdict is reported when it is recorded")
                .isEmpty();
        assertThat(ids("/claims?q=" + mine + "second")).containsExactly(mine + "second");
        assertThat(ids("/claims?q=" + mine + "second&publishedBy=2009-12-31")).isEmpty();
    }

    // Memento

    @Test
    void acceptDatetimeIsTheRecordedClockInAHeader() {
        source("report", "2010");
        claim("said", "report", 20);
        Answer plain = get("/claims/$said");
        Answer far = get("/claims/$said", "Accept-Datetime", "Mon, 31 Dec 2998 23:59:59 GMT");
        Answer early = get("/claims/$said", "Accept-Datetime", "Sun, 01 Jan 2006 00:00:00 GMT");
        Answer both = get("/claims/$said?asOf=" + TODAY, "Accept-Datetime", "Sun, 01 Jan 2006 00:00:00 GMT");

        assertThat(plain.header("Memento-Datetime")).isEmpty();
        assertThat(far.status()).isEqualTo(200);
        assertThat(far.header("Memento-Datetime").orElse("")).endsWith(" GMT");
        assertThat(early.status()).isEqualTo(404);
        assertThat(both.status()).as("the parameter goes before the header").isEqualTo(200);
        for (Answer answer : List.of(plain, far, both)) {
            assertThat(answer.header("Vary")).contains("Accept-Datetime");
        }
        assertThat(get("/claims?subject=$who", "Accept-Datetime", "Sun, 01 Jan 2006 00:00:00 GMT")
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(get("/claims/$said", "Accept-Datetime", "yesterday").code()).isEqualTo("invalid_viewpoint");
    }

    // nonsense

    @ParameterizedTest
    @CsvSource({
        "publishedBy=,                         invalid_viewpoint",
        "publishedBy=@5,                       invalid_viewpoint",
        "publishedBy=2013-02-30,               invalid_viewpoint",
        "publishedBy=2013,                     invalid_viewpoint",
        "publishedBy=2013-01-01T10:00,         invalid_viewpoint",
        "asOf=,                                invalid_viewpoint",
        "asOf=@999999999,                      invalid_viewpoint",
        "asOf=someday,                         invalid_viewpoint",
        "validOn=,                             invalid_viewpoint",
        "validOn=2013-02-30,                   invalid_viewpoint",
        "publishedBy=2013-01-01&publishedBy=2014-01-01, invalid_parameter",
        "asOf=2013-01-01&asOf=2014-01-01,      invalid_parameter",
        "validOn=2013-01-01&validOn=2014-01-01, invalid_parameter",
        "publishedby=2013-01-01,               parameter_unknown"
    })
    void aViewpointThatMakesNoSenseIsRefusedByEveryReadingCall(String query, String code) {
        source("report", "2010");
        claim("said", "report", 20);
        Stream.of(
                        "/claims?",
                        "/claims/$said?",
                        "/claims/$said/history?",
                        "/claims/$said/versions?",
                        "/claims/$said/diff?from=1&",
                        "/sources?",
                        "/sources/$report?",
                        "/sources/$report/claims?",
                        "/sources/$report/history?",
                        "/subjects?",
                        "/subjects/$who?",
                        "/subjects/$who/history?",
                        "/predicates?",
                        "/predicates/held?")
                .forEach(call -> {
                    Answer answer = get(call + query);
                    assertThat(answer.status() + " " + answer.code())
                            .as(call + query)
                            .isEqualTo("400 " + code);
                });
    }

    @Test
    void aClockThatIsNoneOfTheTwoAndAStatusThatIsNoneAreRefused() {
        source("report", "2010");
        claim("said", "report", 20);

        assertThat(get("/claims/$said/versions?clock=valid").code()).isEqualTo("invalid_parameter");
        assertThat(get("/claims/$said/diff?from=1&clock=valid").code()).isEqualTo("invalid_parameter");
        assertThat(get("/claims/$said/diff?clock=published&from=@1").code()).isEqualTo("invalid_viewpoint");
        assertThat(get("/claims/$said/diff?clock=published&from=2").code()).isEqualTo("invalid_parameter");
        assertThat(get("/claims?status=true").code()).isEqualTo("invalid_parameter");
    }

    private void source(String id, String published) {
        source(id, published, id);
    }

    private void source(String id, String published, String publisher) {
        post(
                "/sources",
                "{'id':'$%s','kind':'news_report','title':'T','publisher':'%s','published':'%s'}"
                        .formatted(id, publisher, published));
    }

    private long claim(String id, String source, int years) {
        return post("/claims", """
            {'id':'$%s','subject':'$who','predicate':'sentenced','value':{'quantity':{'amount':%d,'unit':'a'}},
             'statement':'Said in $%s.','evidence':{'source':'$%s'}}\
            """.formatted(id, years, id, source));
    }

    private void correct(String id, int years, String basis) {
        post("/claims/$" + id + "/revisions", """
            {'kind':'correction','changes':{'value':{'quantity':{'amount':%d,'unit':'a'}}},
             'basis':{'source':'$%s'}}\
            """.formatted(years, basis));
    }

    /** The position of what was recorded. */
    private long post(String path, String body) {
        Answer answer = ledger.post(named(path), named(body).replace('\'', '"'));
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
        return answer.json().path("position").longValue();
    }

    private Answer get(String path, String... headers) {
        return ledger.get(named(path), headers);
    }

    private JsonNode read(String path) {
        Answer answer = get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private String named(String text) {
        return text.replace("$", mine);
    }

    /** The claim's status, or 404 if it is not there. */
    private String status(String path) {
        Answer answer = get(path);
        return answer.status() == 200 ? answer.json().path("status").stringValue() : String.valueOf(answer.status());
    }

    private String inForce(String query) {
        return read("/claims/$said" + query).path("inForce").stringValue();
    }

    private int years(String path) {
        return years(read(path));
    }

    private static int years(JsonNode claim) {
        return claim.at("/value/quantity/amount").intValue();
    }

    private List<String> ids(String path) {
        List<String> ids = new ArrayList<>();
        read(path).path("items").forEach(item -> ids.add(item.path("id").stringValue()));
        return ids;
    }

    private static List<String> live(JsonNode claim) {
        List<String> live = new ArrayList<>();
        claim.path("evidence")
                .forEach(it -> live.add(
                        it.path("id").stringValue() + " " + it.path("live").booleanValue()));
        return live;
    }

    private static JsonNode evidence(JsonNode claim, String id) {
        return entry(claim.path("evidence"), "id", id);
    }

    private static JsonNode change(JsonNode changes, String path) {
        return entry(changes, "path", path);
    }

    private static JsonNode entry(JsonNode entries, String key, String value) {
        for (JsonNode entry : entries) {
            if (entry.path(key).stringValue("").equals(value)) {
                return entry;
            }
        }
        throw new AssertionError(value + " is not among " + entries);
    }
}
