package org.claimsledger.oracle.policy2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.oracle.policy2.Desk.alleged;
import static org.claimsledger.oracle.policy2.Desk.by;
import static org.claimsledger.oracle.policy2.Desk.byAnonymous;
import static org.claimsledger.oracle.policy2.Desk.bySource;
import static org.claimsledger.oracle.policy2.Desk.bySubject;
import static org.claimsledger.oracle.policy2.Desk.credibility;
import static org.claimsledger.oracle.policy2.Desk.date;
import static org.claimsledger.oracle.policy2.Desk.number;
import static org.claimsledger.oracle.policy2.Desk.ruled;
import static org.claimsledger.oracle.policy2.Desk.said;
import static org.claimsledger.oracle.policy2.Desk.speakingFor;
import static org.claimsledger.oracle.policy2.Desk.term;
import static org.claimsledger.oracle.policy2.Desk.text;
import static org.claimsledger.oracle.policy2.Desk.unknown;
import static org.claimsledger.oracle.policy2.Desk.waiting;
import static org.claimsledger.oracle.policy2.Desk.withdrawn;

import java.util.List;
import org.claimsledger.oracle.policy2.Given.Link;
import org.claimsledger.oracle.policy2.Given.Rank;
import org.claimsledger.oracle.policy2.Given.Review;
import org.claimsledger.oracle.policy2.Given.Stance;
import org.claimsledger.oracle.policy2.Given.Verdict;
import org.claimsledger.oracle.policy2.Reading.Because;
import org.claimsledger.oracle.policy2.Reading.Fate;
import org.claimsledger.oracle.policy2.Reading.InForce;
import org.claimsledger.oracle.policy2.Reading.OwnStatus;
import org.claimsledger.oracle.policy2.Reading.Status;
import org.claimsledger.value.Quantity.BoundKind;
import org.junit.jupiter.api.Test;

/** Each clause of each rule, by an example of its own. */
class RulesTest {

    private final Desk happening = Desk.happening();
    private final Desk holding = Desk.holding();

    // R0

    @Test
    void qualifiersThatAreSubjectsAreOneAfterAMerge() {
        Desk desk = happening.onePer("case").subject("case-a").subject("case-b").merge("case-b", "case-a");
        desk.claim("c1", number("1")).withSubject("case", "case-a").supports("agency-a", "2020");
        desk.claim("c2", number("2")).with("case", "case-b").supports("agency-a", "2020");
        assertThat(desk.questions()).hasSize(1);
    }

    @Test
    void differentQualifiersAskDifferentQuestions() {
        happening.onePer("case");
        happening.claim("c1", number("1")).with("case", "case-a").supports("agency-a", "2020");
        happening.claim("c2", number("2")).with("case", "case-b").supports("agency-a", "2020");
        assertThat(happening.questions()).hasSize(2);
    }

    @Test
    void underManyOneValueAtOneTimeIsOneQuestion() {
        holding.many();
        holding.claim("c1", term("mayor")).valid("2010/2014").supports("agency-a", "2020");
        holding.claim("c2", term("mayor")).valid("2012/2015").supports("agency-b", "2020");
        holding.claim("c3", term("mayor")).valid("2018/2019").supports("agency-a", "2020");
        holding.claim("c4", term("judge")).supports("agency-a", "2020");
        assertThat(holding.questions().stream().map(Reading::members))
                .containsExactly(List.of("c1", "c2"), List.of("c3"), List.of("c4"));
    }

    @Test
    void whatWasOnlyMisfiledAsksNothing() {
        happening.claim("c1", number("1")).supports("agency-a", "2020").retracted("duplicate", "mistranslated");
        assertThat(happening.questions()).isEmpty();
    }

    @Test
    void whatWasRetractedForAnotherReasonStillAsks() {
        happening.claim("c1", number("1")).supports("agency-a", "2020").retracted("duplicate", "legal_order");
        assertThat(happening.read().status()).isEqualTo(Status.OPEN);
    }

    @Test
    void whatNobodyAcceptedAsksNothing() {
        happening.claim("c1", number("1")).review(Review.PROPOSED).supports("agency-a", "2020", waiting());
        assertThat(happening.questions()).isEmpty();
    }

    // R1

    private Reading.OfClaim one() {
        return happening.read().of("c");
    }

    @Test
    void anAttestorIsOneOriginThroughAnyNumberOfOutlets() {
        happening
                .claim("c", number("1"))
                .supports("agency-a", "2020", by("The  Court"))
                .supports("agency-b", "2020", by("THE COURT "));
        assertThat(one().supporting()).containsExactly("name the court");
    }

    @Test
    void aTextThatNamesOneSubjectIsThatSubject() {
        happening.subject("person-p", "Person P", "P. P.");
        happening
                .claim("c", number("1"))
                .supports("agency-a", "2020", by("P. P."))
                .supports("agency-b", "2020", bySubject("person-p"));
        assertThat(one().supporting()).containsExactly("subject person-p");
    }

    @Test
    void aTextThatNamesTwoSubjectsIsNeither() {
        happening.subject("person-p", "P. P.").subject("person-q", "P. P.");
        happening.claim("c", number("1")).supports("agency-a", "2020", by("P. P."));
        assertThat(one().supporting()).containsExactly("name p. p.");
    }

    @Test
    void aSourceThatAttestsStandsForItsPublisher() {
        happening.source("report").publisher("ngo-a").published("2019");
        happening.claim("c", number("1")).supports("agency-a", "2020", bySource("report"));
        assertThat(one().supporting()).containsExactly("name ngo-a");
    }

    @Test
    void anAnonymousAttestorHasTheOriginOfThePublisher() {
        happening
                .claim("c", number("1"))
                .supports("agency-a", "2020", byAnonymous("an insider"))
                .supports("agency-a", "2021")
                .supports("agency-b", "2020", byAnonymous("an insider"));
        assertThat(one().supporting()).containsExactly("name agency-a", "name agency-b");
    }

    @Test
    void anEchoHasTheAttestorOfItsOriginal() {
        happening.source("original").publisher("agency-a").published("2020-01");
        happening.source("echo").publisher("daily-a").published("2020-02").republishes("original");
        happening.claim("c", number("1")).from("original", by("person-p")).from("echo");
        assertThat(one().supporting()).containsExactly("name person-p");
    }

    @Test
    void anEchoDoesNotInheritWhatWasWithdrawn() {
        happening.source("original").publisher("agency-a").published("2020-01");
        happening.source("echo").publisher("daily-a").published("2020-02").republishes("original");
        happening
                .claim("c", number("1"))
                .from("original", by("person-p"), withdrawn())
                .from("echo");
        assertThat(one().supporting()).containsExactly("name agency-a");
    }

    @Test
    void anEchoOfANamedOutletIsThatOutlets() {
        happening.subject("agency-a", "Agency A");
        happening.source("echo").publisher("daily-a").published("2020-02").repeatsOutlet("AGENCY A");
        happening.claim("c", number("1")).from("echo");
        assertThat(one().supporting()).containsExactly("subject agency-a");
    }

    @Test
    void sourcesOfOneContentHaveOneOrigin() {
        happening.source("a").publisher("agency-a").published("2020-01-01").sha("x");
        happening.source("b").publisher("agency-b").published("2020-01-02").sha("x");
        happening.claim("c", number("1")).from("a").from("b");
        assertThat(one().supporting()).containsExactly("name agency-a");
    }

    @Test
    void theContentOfAProtectedSourceTellsNothing() {
        happening.source("a").publisher("agency-a").published("2020-01-01").sha("x");
        happening
                .source("b")
                .publisher("agency-b")
                .published("2020-01-02")
                .sha("x")
                .secret();
        happening.claim("c", number("1")).from("a").from("b");
        assertThat(one().supporting()).hasSize(2);
    }

    @Test
    void whatDerivesFromSupportOfTheSameClaimIsOneOriginWithIt() {
        happening.source("a").publisher("agency-a").published("2020-01-01");
        happening.source("b").publisher("agency-b").published("2020-01-02").derivesFrom("a");
        happening.claim("c", number("1")).from("a").from("b");
        assertThat(one().supporting()).containsExactly("name agency-a");
    }

    @Test
    void whatDerivesFromASourceThatIsSilentStandsAlone() {
        happening.source("a").publisher("agency-a").published("2020-01-01");
        happening.source("b").publisher("agency-b").published("2020-01-02").derivesFrom("a");
        happening.claim("c", number("1")).from("b");
        assertThat(one().supporting()).containsExactly("name agency-b");
    }

    // R2

    @Test
    void anEchoIsOfTheDateAndWorthOfItsOriginal() {
        happening.source("a").publisher("blog-a").published("2020-01-01").rated('E');
        happening
                .source("b")
                .publisher("agency-b")
                .published("2020-05-01")
                .rated('A')
                .republishes("a");
        happening.claim("c", number("1")).from("b");
        assertThat(one().fresh()).isEqualTo(When.of(org.claimsledger.time.Edtf.parse("2020-01-01")));
        assertThat(one().grade()).isEqualTo(1);
    }

    @Test
    void anEmbargoedSourceIsNotReportedBeforeItsOwnDate() {
        happening.source("a").publisher("agency-a").published("2020-05-01").registered("2020-04-01T00:00:00Z");
        happening.claim("c", number("1")).from("a");
        assertThat(happening.publishedBy("2020-04-30").questions()).isEmpty();
        assertThat(happening.publishedBy("2020-05-01").questions()).hasSize(1);
    }

    @Test
    void theDateOfTheWordsGoesBeforeTheDateOfTheReport() {
        happening.claim("c1", number("1")).supports("agency-a", "2024", by("person-p"), said("2006"));
        happening.claim("c2", number("2")).supports("agency-a", "2010", by("person-p"));
        assertThat(happening.read().answer()).isEqualTo("c2");
        assertThat(happening.read().status()).isEqualTo(Status.UNCONTESTED);
    }

    // R3

    @Test
    void whatCannotBePutInOrderIsNotGivenUp() {
        happening.claim("c1", number("1")).supports("agency-a", "2020-03");
        happening.claim("c2", number("2")).supports("agency-a", "2020-03-15");
        assertThat(happening.read().givenUp()).isEmpty();
        assertThat(happening.read().status()).isEqualTo(Status.DISPUTED);
    }

    @Test
    void whoDisputesItLaterNoLongerSupportsIt() {
        happening.claim("c", term("murder")).supports("agency-a", "2020-01").disputes("agency-a", "2020-02");
        assertThat(happening.read().status()).isEqualTo(Status.OPEN);
        assertThat(one().disputing()).containsExactly("name agency-a");
    }

    @Test
    void whoDisputesTheWiderTermNoLongerSupportsTheNarrower() {
        happening.term("murder", "homicide");
        happening.claim("c", term("murder")).supports("agency-a", "2020-01");
        happening.claim("h", term("homicide")).supports("agency-b", "2020-01").disputes("agency-a", "2020-02");
        assertThat(one().supporting()).isEmpty();
    }

    @Test
    void whoSupportsItLaterNoLongerDeniesIt() {
        happening.claim("c", term("guilty")).denies("agency-a", "2020-01").supports("agency-a", "2020-02");
        assertThat(one().denying()).isEmpty();
        assertThat(happening.read().status()).isEqualTo(Status.UNCONTESTED);
    }

    @Test
    void whoSaidItDeniedItAndSaidItAgainStandsByIt() {
        happening
                .claim("c", term("guilty"))
                .supports("agency-a", "2020-01")
                .denies("agency-a", "2020-02")
                .supports("agency-a", "2020-03");
        assertThat(one().supporting()).containsExactly("name agency-a");
        assertThat(one().denying()).isEmpty();
    }

    @Test
    void aLateRepeatByAnotherOutletIsNoReturn() {
        happening
                .claim("c1", number("1"))
                .supports("agency-a", "2020-01", by("office"))
                .supports("daily-b", "2020-03", by("office"));
        happening.claim("c2", number("2")).supports("agency-a", "2020-02", by("office"));
        assertThat(happening.read().answer()).isEqualTo("c2");
        assertThat(happening.read().status()).isEqualTo(Status.UNCONTESTED);
    }

    @Test
    void aRepeatByTheSameOutletIsAReturn() {
        happening
                .claim("c1", number("1"))
                .supports("agency-a", "2020-01", by("office"))
                .supports("agency-a", "2020-03", by("office"));
        happening.claim("c2", number("2")).supports("agency-a", "2020-02", by("office"));
        assertThat(happening.read().answer()).isEqualTo("c1");
    }

    @Test
    void anotherStateIsNoChangeOfMind() {
        holding.claim("c1", number("1")).valid("2010/2011").supports("agency-a", "2012");
        holding.claim("c2", number("2")).valid("2012/2013").supports("agency-a", "2014");
        assertThat(holding.read().givenUp()).isEmpty();
    }

    @Test
    void protectedEvidenceNeitherGivesUpNorIsGivenUp() {
        happening.source("a").publisher("agency-a").published("2020-05-01").secret();
        happening.claim("c1", number("1")).supports("agency-a", "2020-01");
        happening.claim("c2", number("2")).from("a");
        assertThat(happening.read().givenUp()).isEmpty();
    }

    // R5

    @Test
    void theDesksSuccessionGoesBeforeTheTimes() {
        holding.claim("c1", term("a")).valid("2012/2013").supports("agency-a", "2014");
        holding.claim("c2", term("b"))
                .valid("2010/2011")
                .link(Link.SUPERSEDES, "c1")
                .supports("agency-a", "2014");
        assertThat(holding.read().answer()).isEqualTo("c2");
    }

    @Test
    void overlappingTimesAreOneState() {
        holding.claim("c1", term("a")).valid("2010/2012").supports("agency-a", "2014");
        holding.claim("c2", term("b")).valid("2011/2013").supports("agency-b", "2014");
        assertThat(holding.read().status()).isEqualTo(Status.DISPUTED);
    }

    @Test
    void anAllegedSuccessorDoesNotEndWhatIsAsserted() {
        holding.claim("c1", term("a")).valid("2010/2012").supports("agency-a", "2014");
        holding.claim("c2", term("b")).valid("2013/2014").supports("agency-b", "2014", alleged());
        assertThat(holding.read().answer()).isEqualTo("c1");
    }

    @Test
    void whatHasNotBegunWaits() {
        holding.claim("c1", term("a")).valid("2010/..").supports("agency-a", "2014");
        holding.claim("c2", term("b"))
                .valid("2031/..")
                .supports("agency-b", "2014")
                .rank(Rank.PREFERRED);
        assertThat(holding.read().of("c2").fate()).isEqualTo(Fate.NOT_BEGUN);
        assertThat(holding.read().answer()).isEqualTo("c1");
    }

    @Test
    void whereNothingHasBegunWhatIsToComeAnswers() {
        holding.claim("c2", term("b")).valid("2031/..").supports("agency-b", "2014");
        assertThat(holding.read().answer()).isEqualTo("c2");
        assertThat(holding.read().inForce()).isEqualTo(InForce.NO);
    }

    @Test
    void aLaterCountOfAsManyOriginsExcludesNothing() {
        happening.cumulative();
        happening.claim("c12", number("12")).supports("agency-a", "2020-03-01");
        happening.claim("c30", number("30")).supports("agency-b", "2020-03-02");
        Reading reading = happening.read();
        assertThat(reading.answer()).isEqualTo("c30");
        assertThat(reading.status()).isEqualTo(Status.UNCONTESTED);
        assertThat(reading.of("c12").fate()).isEqualTo(Fate.LEFT);
    }

    // R6 and R7

    @Test
    void whatIsMerelyCompatibleSupportsNothing() {
        happening
                .claim("c", date("2019-03/2019-05"))
                .supports("agency-a", "2020", speakingFor(date("2019-05/2019-08")));
        assertThat(happening.read().status()).isEqualTo(Status.OPEN);
    }

    @Test
    void aDisputeOfACompatibleValueStillDisputesItsClaim() {
        happening
                .claim("c", date("2019-03/2019-05"))
                .supports("agency-a", "2020")
                .disputes("agency-b", "2020", speakingFor(date("2019-05/2019-08")));
        assertThat(happening.read().status()).isEqualTo(Status.DISPUTED);
    }

    @Test
    void supportOfAnotherValueStandsAgainstTheClaimItWasFiledOn() {
        happening
                .claim("c", number("12"))
                .supports("agency-a", "2020")
                .supports("agency-b", "2020", speakingFor(number("30")));
        assertThat(happening.read().status()).isEqualTo(Status.DISPUTED);
        assertThat(one().against()).containsExactly("name agency-b");
    }

    @Test
    void evidenceOnADeprecatedClaimSupportsNothingElse() {
        happening.claim("c", date("2019")).supports("agency-a", "2020");
        happening.claim("d", date("2019-03")).supports("agency-b", "2020").rank(Rank.DEPRECATED);
        assertThat(one().supporting()).containsExactly("name agency-a");
    }

    @Test
    void anAssertionOfASourceRatedEIsWorthAnAllegation() {
        happening.source("a").publisher("blog-a").published("2020").rated('E');
        happening.claim("c", number("1")).from("a");
        assertThat(happening.read().status()).isEqualTo(Status.ALLEGED);
    }

    @Test
    void anAssertionOfCredibility5IsWorthAnAllegation() {
        happening.claim("c", number("1")).supports("agency-a", "2020", credibility(5));
        assertThat(happening.read().status()).isEqualTo(Status.ALLEGED);
    }

    // R8

    private InForce heldOn(String day, String valid) {
        Desk desk = Desk.holding().today(day);
        desk.claim("c", term("a")).valid(valid).supports("agency-a", "2015-06");
        return desk.read().inForce();
    }

    @Test
    void anObservationIsCertainOnItsDayAndNeverEnds() {
        assertThat(heldOn("2014-03-02", "2014-03-02")).isEqualTo(InForce.YES);
        assertThat(heldOn("2014-03-01", "2014-03-02")).isEqualTo(InForce.POSSIBLY);
        assertThat(heldOn("2020-03-01", "2014-03-02")).isEqualTo(InForce.POSSIBLY);
    }

    @Test
    void anIntervalIsCertainBetweenItsBounds() {
        assertThat(heldOn("2013-12-31", "2014/2016")).isEqualTo(InForce.NO);
        assertThat(heldOn("2014-06-01", "2014/2016")).isEqualTo(InForce.POSSIBLY);
        assertThat(heldOn("2014-12-31", "2014/2016")).isEqualTo(InForce.YES);
        assertThat(heldOn("2015-12-31", "2014/2016")).isEqualTo(InForce.YES);
        assertThat(heldOn("2016-01-01", "2014/2016")).isEqualTo(InForce.YES);
        assertThat(heldOn("2016-01-02", "2014/2016")).isEqualTo(InForce.POSSIBLY);
        assertThat(heldOn("2016-12-31", "2014/2016")).isEqualTo(InForce.POSSIBLY);
        assertThat(heldOn("2017-01-01", "2014/2016")).isEqualTo(InForce.NO);
    }

    @Test
    void whatIsOpenIsPresumedAfterTheLastReport() {
        assertThat(heldOn("2015-06-30", "2014/..")).isEqualTo(InForce.YES);
        assertThat(heldOn("2015-07-01", "2014/..")).isEqualTo(InForce.PRESUMED);
    }

    @Test
    void anUnknownBoundLeavesItPossible() {
        assertThat(heldOn("2016-01-01", "2014/")).isEqualTo(InForce.POSSIBLY);
        assertThat(heldOn("2013-01-01", "2014/")).isEqualTo(InForce.NO);
    }

    @Test
    void whatHappenedOnAnUnknownDayIsSoFromTheFirstAssertionOn() {
        happening.claim("c", term("a")).supports("agency-a", "2015-06").supports("agency-b", "2014-06", alleged());
        assertThat(happening.today("2015-06-29").read().inForce()).isEqualTo(InForce.POSSIBLY);
        assertThat(happening.today("2015-06-30").read().inForce()).isEqualTo(InForce.YES);
    }

    @Test
    void whatIsAnnulledIsNotInForceAndDoesNotAnswer() {
        happening
                .claim("c", term("convicted"))
                .supports("agency-a", "2015", ruled())
                .annulledBy("elsewhere", "2016-05");
        assertThat(happening.today("2016-05-30").read().status()).isEqualTo(Status.UNCONTESTED);
        Reading after = happening.today("2016-05-31").read();
        assertThat(after.status()).isEqualTo(Status.OPEN);
        assertThat(after.of("c").inForce()).isEqualTo(InForce.NO);
    }

    @Test
    void whatCannotAnswerAnnulsNothing() {
        happening.claim("c", term("convicted")).supports("agency-a", "2015");
        happening
                .claim("d", term("acquitted"))
                .supports("agency-a", "2016")
                .link(Link.ANNULS, "c")
                .retracted("other");
        assertThat(happening.read().answer()).isEqualTo("c");
    }

    // R9

    @Test
    void thePreferredGoesBeforeTheVerified() {
        happening.claim("c1", number("1")).supports("agency-a", "2020").verdict(Verdict.VERIFIED);
        happening.claim("c2", number("2")).supports("agency-b", "2020").rank(Rank.PREFERRED);
        assertThat(happening.read().answer()).isEqualTo("c2");
    }

    @Test
    void aBoundIsNotSetAsideByANumber() {
        happening
                .claim("c1", number(BoundKind.AT_LEAST, "238"))
                .supports("agency-a", "2020")
                .supports("agency-b", "2020");
        happening.claim("c2", number("240")).supports("agency-c", "2020");
        assertThat(happening.read().answer()).isEqualTo("c1");
        assertThat(happening.read().of("c1").supporting()).hasSize(3);
    }

    @Test
    void aSourceRatedDSetsNothingAside() {
        happening.source("d").publisher("blog-a").published("2020").rated('D');
        happening.claim("c1", date("2019")).supports("agency-a", "2020");
        happening.claim("c2", date("2019-03")).from("d");
        assertThat(happening.read().answer()).isEqualTo("c1");
    }

    @Test
    void theBetterRatedOfTwoIsTheAnswer() {
        happening.source("a").publisher("agency-a").published("2020").rated('A');
        happening.claim("c1", number("1")).from("a");
        happening.claim("c2", number("2")).supports("agency-b", "2021");
        assertThat(happening.read().answer()).isEqualTo("c1");
        assertThat(happening.read().because()).isEqualTo(Because.RATING);
    }

    @Test
    void theOneWithFewerAgainstItIsTheAnswer() {
        happening.claim("c1", number("1")).supports("agency-a", "2020");
        happening.claim("c2", number("2")).supports("agency-b", "2020").disputes("agency-c", "2020");
        assertThat(happening.read().answer()).isEqualTo("c1");
        assertThat(happening.read().because()).isEqualTo(Because.FEWER_AGAINST);
    }

    // R10

    @Test
    void aRivalThatTheDeskSawIsWeighed() {
        happening.claim("c30", number("30")).supports("agency-b", "2020");
        happening.claim("c12", number("12")).supports("agency-a", "2020").verdict(Verdict.VERIFIED);
        assertThat(happening.read().status()).isEqualTo(Status.QUESTIONED);
    }

    @Test
    void anEchoFiledAfterTheCheckDoesNotReopenIt() {
        happening.source("a").publisher("agency-b").published("2020");
        happening.source("b").publisher("daily-b").published("2021").republishes("a");
        Desk.ClaimDraft rival = happening.claim("c30", number("30")).from("a");
        happening.claim("c12", number("12")).supports("agency-a", "2020").verdict(Verdict.VERIFIED);
        rival.from("b");
        assertThat(happening.read().status()).isEqualTo(Status.QUESTIONED);
    }

    @Test
    void anAllegedRivalOnlyQuestions() {
        happening.claim("c12", number("12")).supports("agency-a", "2020");
        happening.claim("c30", number("30")).supports("agency-b", "2020", alleged());
        assertThat(happening.read().status()).isEqualTo(Status.QUESTIONED);
    }

    @Test
    void anAllegedDisputeOnlyQuestions() {
        happening.claim("c", number("12")).supports("agency-a", "2020").disputes("agency-b", "2020", alleged());
        assertThat(happening.read().status()).isEqualTo(Status.QUESTIONED);
    }

    @Test
    void aDenialQuestionsWhatIsNotRuled() {
        happening.claim("c", term("a")).supports("agency-a", "2020").denies("agency-b", "2020", by("person-p"));
        assertThat(happening.read().status()).isEqualTo(Status.QUESTIONED);
        assertThat(one().status()).isEqualTo(OwnStatus.QUESTIONED);
    }

    @Test
    void aDenialByAClaimOfItsOwnQuestionsToo() {
        happening.claim("c", term("a")).supports("agency-a", "2020").deniedBy("subject person-p");
        assertThat(happening.read().status()).isEqualTo(Status.QUESTIONED);
    }

    @Test
    void aDenialOnATwinOfTheAnswerReachesTheAnswer() {
        happening.claim("c", term("a")).supports("agency-a", "2020").denies("agency-b", "2020", by("person-p"));
        happening.claim("d", term("a")).supports("agency-a", "2020");
        assertThat(happening.read().status()).isEqualTo(Status.QUESTIONED);
    }

    @Test
    void anotherTextIsApartAndQuestions() {
        happening.claim("c1", text("one thing")).supports("agency-a", "2020").supports("agency-b", "2020");
        happening.claim("c2", text("another thing")).supports("agency-c", "2020");
        assertThat(happening.read().status()).isEqualTo(Status.QUESTIONED);
    }

    @Test
    void aNoticeOfConcernQuestionsTheEvidenceThatItNames() {
        happening.source("a").publisher("agency-a").published("2020").underNotice("c#e1");
        happening.claim("c", number("1")).from("a");
        assertThat(happening.read().status()).isEqualTo(Status.QUESTIONED);
        happening.source("a").underNotice("other#e1");
        assertThat(happening.read().status()).isEqualTo(Status.UNCONTESTED);
    }

    @Test
    void whatDerivesFromASourceTakenBackIsQuestioned() {
        happening.source("a").publisher("agency-a").published("2020").takenBack();
        happening.source("b").publisher("agency-b").published("2021").derivesFrom("a");
        happening.claim("c", number("1")).from("b");
        assertThat(happening.read().status()).isEqualTo(Status.QUESTIONED);
    }

    @Test
    void twoOriginsThatAssertItCorroborateIt() {
        happening.claim("c", unknown()).supports("agency-a", "2020").supports("agency-b", "2020");
        assertThat(one().status()).isEqualTo(OwnStatus.CORROBORATED);
        assertThat(happening.read().status()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void retractedGoesBeforeFoundFalse() {
        happening
                .claim("c", term("a"))
                .supports("agency-a", "2020")
                .verdict(Verdict.FALSE)
                .retracted("other");
        happening.claim("d", term("b")).from("agency-a 2020", Stance.SUPPORTS).verdict(Verdict.FALSE);
        assertThat(one().status()).isEqualTo(OwnStatus.RETRACTED);
        assertThat(happening.read().of("d").status()).isEqualTo(OwnStatus.FOUND_FALSE);
    }
}
