package org.claimsledger.bestknown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.bestknown.NewsroomFixture.relation;
import static org.claimsledger.bestknown.NewsroomFixture.report;
import static org.claimsledger.bestknown.NewsroomFixture.subject;
import static org.claimsledger.bestknown.NewsroomFixture.years;
import static org.claimsledger.claim.ClaimForm.claim;
import static org.claimsledger.predicate.PredicateForm.predicate;

import org.claimsledger.bestknown.BestKnown.Alternative;
import org.claimsledger.bestknown.BestKnown.QuestionStatus;
import org.claimsledger.claim.ClaimForm;
import org.claimsledger.command.ClaimCommand.AssessClaim;
import org.claimsledger.event.ClaimRelation;
import org.claimsledger.event.Testimony.Modality;
import org.claimsledger.event.Testimony.Stance;
import org.claimsledger.event.Verdict;
import org.claimsledger.time.Edtf;
import org.claimsledger.time.InForce;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.Value;
import org.junit.jupiter.api.Test;

/** The situations by which the policy is explained, as a desk would file them. */
class BestKnownExamplesTest {

    private final NewsroomFixture desk = NewsroomFixture.newsroom()
            .files(
                    predicate("killed").cumulative().happens().define(),
                    predicate("serves").unit("a").define(),
                    predicate("share").unit("%").define(),
                    predicate("charged_with").define(),
                    predicate("died_on").happens().define(),
                    predicate("cause")
                            .terms("arson", "electrical_fault")
                            .happens()
                            .define(),
                    predicate("killing")
                            .terms("homicide")
                            .narrowerTerm("murder", "homicide")
                            .happens()
                            .define(),
                    predicate("guilty").happens().define());

    private static ClaimForm toll(long dead) {
        return claim("toll-" + dead).predicate("killed").value(years(dead));
    }

    private static ClaimForm sentence(String id, long years) {
        return claim(id).predicate("sentenced").qualifier("case", "case-x").value(years(years));
    }

    private static ClaimForm died(String date) {
        return claim("died-" + date).predicate("died_on").value(new Value.Date(Edtf.parse(date)));
    }

    private static ClaimForm cause(String term) {
        return claim("cause-" + term).predicate("cause").value(new Value.Term(term));
    }

    private static void assertAnswers(BestKnown answer, String claim, QuestionStatus status) {
        assertThat(answer.answer()).isNotNull();
        assertThat(answer.answer().claim().value()).isEqualTo(claim);
        assertThat(answer.status()).isEqualTo(status);
    }

    private BestKnown publishedBy(String day) {
        return desk.questions(day, null).getFirst().bestKnown();
    }

    private BestKnown validOn(String day) {
        return desk.questions(null, day).getFirst().bestKnown();
    }

    @Test
    void anAgencyThatSays12Then30Then28Says28() {
        desk.says(toll(12), "2024-03-01", "Agency A");
        desk.says(toll(30), "2024-03-02", "Agency A");
        desk.says(toll(28), "2024-03-03", "Agency A");

        assertAnswers(desk.answer(), "toll-28", QuestionStatus.UNCONTESTED);
        assertThat(desk.answer().because()).contains("Agency A said “30” until 3 March 2024.");
        assertAnswers(publishedBy("2024-03-02"), "toll-30", QuestionStatus.UNCONTESTED);
    }

    @Test
    void aTollOf12IsOverOnceAnAgencyMovedOnTo30() {
        desk.says(toll(12), "2024-03-01", "Agency A", "Agency B", "Agency C");
        desk.says(toll(30), "2024-03-03", "Agency A");

        assertAnswers(desk.answer(), "toll-30", QuestionStatus.UNCONTESTED);
        assertThat(desk.answer().alternatives())
                .extracting(Alternative::why)
                .containsExactly("An earlier count than “30”.");
    }

    @Test
    void aBlogsHigherTollUnseatsNobodyWhoDidNotMoveOn() {
        desk.says(toll(30), "2024-03-03", "Agency A", "Agency B");
        desk.says(toll(3000), "2024-03-05", "Blog A");

        assertAnswers(desk.answer(), "toll-30", QuestionStatus.DISPUTED);
    }

    @Test
    void anOfficeThatComesBackTo30StandsByIt() {
        desk.says(toll(30), "2024-03-01", "Office A");
        desk.says(toll(28), "2024-03-03", "Office A");
        desk.reports("Office A", "2024-03-06")
                .files(toll(30).source(report("Office A", "2024-03-06")).attach());

        assertAnswers(desk.answer(), "toll-30", QuestionStatus.UNCONTESTED);
        assertThat(desk.answer().because()).contains("Office A said “28” until 6 March 2024.");
    }

    @Test
    void twoDatesOfOneDeathAreDisputedBecauseNeitherFollows() {
        desk.says(died("2012-02-23"), "2012-03-01", "Agency A");
        desk.says(died("2012-02-24"), "2012-03-01", "Agency B");

        assertThat(desk.answer().status()).isEqualTo(QuestionStatus.DISPUTED);
    }

    private void files20YearsCutTo15QuashedAndGivenAgain() {
        ClaimForm quashed = claim("quashed").predicate("serves").value(new Value.None());
        desk.says(serves("first", 20).valid("2010-05-01/2011-03-01"), "2010-05-02", "Agency A");
        desk.says(serves("cut", 15).valid("2011-03-01/2013-06-01"), "2011-03-02", "Agency A");
        desk.says(quashed.valid("2013-06-01/2014-02-01"), "2013-06-02", "Agency A");
        desk.says(serves("again", 15).valid("2014-02-01/.."), "2014-02-02", "Agency A");
        desk.files(
                relation("cut", ClaimRelation.SUPERSEDES, "first"),
                relation("quashed", ClaimRelation.SUPERSEDES, "cut"),
                relation("again", ClaimRelation.SUPERSEDES, "quashed"));
    }

    private static ClaimForm serves(String id, long years) {
        return claim(id).predicate("serves").value(years(years));
    }

    @Test
    void aSentenceThatWasCutQuashedAndGivenAgainIsTheLastOne() {
        files20YearsCutTo15QuashedAndGivenAgain();

        assertAnswers(desk.answer(), "again", QuestionStatus.UNCONTESTED);
        assertThat(desk.answer().inForce()).isEqualTo(InForce.PRESUMED);
        assertThat(desk.answer().because()).contains("As last reported on 2 February 2014.");
    }

    @Test
    void onTheDayOfTheCutItIs15YearsAndWhileItIsQuashedThereIsNone() {
        files20YearsCutTo15QuashedAndGivenAgain();

        assertThat(validOn("2011-03-01").answer().claim().value()).isEqualTo("cut");
        assertAnswers(validOn("2013-12-01"), "quashed", QuestionStatus.UNCONTESTED);
    }

    @Test
    void aChargeFollowsTheOneThatEndsWhereItBegins() {
        ClaimForm abuse = claim("abuse").predicate("charged_with").value(new Value.Term("abuse"));
        ClaimForm theft = claim("theft").predicate("charged_with").value(new Value.Term("theft"));
        desk.says(abuse.valid("2022-02/2022~"), "2023-01-01", "Agency A");
        desk.says(theft.valid("2022~/.."), "2023-01-02", "Agency A");

        assertAnswers(desk.answer(), "theft", QuestionStatus.UNCONTESTED);
    }

    @Test
    void theLaterOfTwoObservationsIsTheAnswerAndDidNotEnd() {
        desk.says(share(51).valid("2019-12-31"), "2020-02-01", "Agency A");
        desk.says(share(49).valid("2021-12-31"), "2022-02-01", "Agency A");

        assertThat(desk.answer().answer().claim().value()).isEqualTo("share-49");
        assertThat(desk.answer().inForce()).isEqualTo(InForce.POSSIBLY);
        assertThat(desk.answer().because())
                .contains("As last reported on 1 February 2022.")
                .noneMatch(it -> it.contains("ended"));
        assertThat(validOn("2020-06-30").answer().claim().value()).isEqualTo("share-51");
        assertThat(validOn("2020-06-30").inForce()).isEqualTo(InForce.POSSIBLY);
    }

    private static ClaimForm share(long percent) {
        return claim("share-" + percent).predicate("share").value(years(percent));
    }

    @Test
    void theExactDateIsTheAnswerThoughTwoMoreSayItLessExactly() {
        desk.says(died("2019"), "2019-04-01", "Agency A", "Agency B");
        desk.says(died("2019-03-12"), "2019-04-01", "Agency C");

        assertAnswers(desk.answer(), "died-2019-03-12", QuestionStatus.UNCONTESTED);
        assertThat(desk.answer().support().origins()).hasSize(1);
        assertThat(desk.answer().because()).contains("Others say it less exactly: “2019”.");
        assertThat(desk.answer().alternatives())
                .extracting(Alternative::why)
                .containsExactly("Agrees with the answer, and says it less exactly.");
    }

    @Test
    void twoMonthsOfOneYearAreDisputed() {
        desk.says(died("2019"), "2019-05-01", "Agency A");
        desk.says(died("2019-03"), "2019-05-01", "Agency B");
        desk.says(died("2019-04"), "2019-05-01", "Agency C");

        assertThat(desk.answer().status()).isEqualTo(QuestionStatus.DISPUTED);
        assertThat(desk.answer().because()).contains("Others say it less exactly: “2019”.");
    }

    @Test
    void murderIsAHomicide() {
        ClaimForm homicide = claim("homicide").predicate("killing").value(new Value.Term("homicide"));
        ClaimForm murder = claim("murder").predicate("killing").value(new Value.Term("murder"));
        desk.says(homicide, "2013-01-01", "Agency A");
        desk.says(murder, "2013-02-01", "Agency B");

        assertAnswers(desk.answer(), "murder", QuestionStatus.UNCONTESTED);
        assertThat(desk.answer().support().origins()).hasSize(1);
    }

    private static ClaimForm causeUnknown() {
        return claim("cause-unknown").predicate("cause").value(new Value.Unknown());
    }

    @Test
    void whatBecameKnownIsNoLongerUnknown() {
        desk.says(causeUnknown(), "2024-03-01", "Agency A", "Agency B");
        desk.says(cause("arson"), "2024-03-20", "Agency C");

        assertAnswers(desk.answer(), "cause-arson", QuestionStatus.UNCONTESTED);
    }

    @Test
    void whatThePoliceCallUnknownAfterABlogsArsonStaysUnknown() {
        desk.says(cause("arson"), "2024-03-05", "Blog A");
        desk.says(causeUnknown().attribution("The police"), "2024-03-20", "Agency A");

        assertAnswers(desk.answer(), "cause-unknown", QuestionStatus.UNKNOWN);
    }

    @Test
    void aDailyThatChangedItsMindLeavesOneAgainstOne() {
        desk.says(cause("electrical_fault"), "2024-01-10", "Daily A", "Daily B");
        desk.says(cause("arson"), "2024-06-05", "Daily A");

        assertAnswers(desk.answer(), "cause-arson", QuestionStatus.DISPUTED);
        assertThat(desk.answer().support().origins()).hasSize(1);
        assertThat(desk.answer().against()).isEqualTo(1);
        assertThat(desk.answer().because())
                .contains(
                        "Nothing but its date decides between “arson” and “electrical fault”: it was newly said on 5"
                                + " June 2024, the other on 10 January 2024.",
                        "Daily A said “electrical fault” until 5 June 2024.");
    }

    @Test
    void aRecantedConfessionCorroboratesNothing() {
        desk.reports("Agency A", "2006-09-01")
                .reports("Agency B", "2006-09-02")
                .reports("Agency C", "2024-02-13")
                .files(
                        guilty().source(report("Agency A", "2006-09-01"))
                                .attribution("The court")
                                .modality(Modality.RULED)
                                .file(),
                        guilty().source(report("Agency B", "2006-09-02"))
                                .attribution(subject("aliev"))
                                .saidOn("2006-08")
                                .attach(),
                        guilty().source(report("Agency C", "2024-02-13"))
                                .attribution(subject("aliev"))
                                .saidOn("2024-02-12")
                                .stance(Stance.DENIES)
                                .attach());

        assertAnswers(desk.answer(), "guilty", QuestionStatus.UNCONTESTED);
        assertThat(desk.answer().support().origins()).extracting(Origin::name).containsExactly("The court");
        assertThat(desk.answer().because())
                .containsExactly(
                        "It is the only claim on this question.",
                        "One independent origin rules it: The court.",
                        "Denied by aliev on 12 February 2024.",
                        "aliev said “yes” until 12 February 2024.");
    }

    private static ClaimForm guilty() {
        return claim("guilty").predicate("guilty").value(new Value.Flag(true));
    }

    @Test
    void whatIsNewerThanTheCheckDisputesIt() {
        desk.says(sentence("c12", 12), "2024-03-01", "Agency A");
        desk.files(new AssessClaim(new ClaimId("c12"), Verdict.VERIFIED, null));
        desk.says(sentence("c30", 30), "2024-03-09", "Agency B", "Agency C", "Agency D", "Agency E", "Agency F");

        assertAnswers(desk.answer(), "c12", QuestionStatus.DISPUTED);
    }

    @Test
    void aRulingGoesBeforeTwoBlogsAndStaysDisputed() {
        desk.says(
                sentence("c15", 15).attribution("a court").modality(Modality.RULED),
                "2024-03-01",
                "Agency A",
                "Agency B");
        desk.says(sentence("c20", 20), "2024-04-01", "Blog A", "Blog B");

        assertAnswers(desk.answer(), "c15", QuestionStatus.DISPUTED);
        assertThat(desk.answer().support().origins()).hasSize(1);
    }

    @Test
    void twoSpellingsOfOneCaseAskOneQuestion() {
        desk.says(sentence("c20", 20), "2024-03-01", "Agency A");
        desk.says(sentence("c15", 15).qualifier("case", "Case X"), "2024-03-01", "Agency B");

        assertThat(desk.questions()).hasSize(1);
        assertThat(desk.answer().status()).isEqualTo(QuestionStatus.DISPUTED);
    }
}
