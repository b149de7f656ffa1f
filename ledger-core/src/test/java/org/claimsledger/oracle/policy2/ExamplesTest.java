package org.claimsledger.oracle.policy2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.oracle.policy2.Desk.by;
import static org.claimsledger.oracle.policy2.Desk.bySubject;
import static org.claimsledger.oracle.policy2.Desk.date;
import static org.claimsledger.oracle.policy2.Desk.flag;
import static org.claimsledger.oracle.policy2.Desk.none;
import static org.claimsledger.oracle.policy2.Desk.number;
import static org.claimsledger.oracle.policy2.Desk.ruled;
import static org.claimsledger.oracle.policy2.Desk.said;
import static org.claimsledger.oracle.policy2.Desk.term;
import static org.claimsledger.oracle.policy2.Desk.unknown;

import org.claimsledger.oracle.policy2.Given.Link;
import org.claimsledger.oracle.policy2.Given.Verdict;
import org.claimsledger.oracle.policy2.Reading.Fate;
import org.claimsledger.oracle.policy2.Reading.GivenUp;
import org.claimsledger.oracle.policy2.Reading.InForce;
import org.claimsledger.oracle.policy2.Reading.Status;
import org.claimsledger.time.Edtf;
import org.junit.jupiter.api.Test;

/** The examples that the policy itself gives, row by row. */
class ExamplesTest {

    private static When on(String date) {
        return When.of(Edtf.parse(date));
    }

    private static Desk tollOfOneAgency() {
        Desk desk = Desk.happening().cumulative();
        desk.claim("c12", number("12")).supports("agency-a", "2020-03-01");
        desk.claim("c30", number("30")).supports("agency-a", "2020-03-02");
        desk.claim("c28", number("28")).supports("agency-a", "2020-03-03");
        return desk;
    }

    @Test
    void anAgencyThatSays12Then30Then28Says28() {
        Reading reading = tollOfOneAgency().read();
        assertThat(reading.answer()).isEqualTo("c28");
        assertThat(reading.status()).isEqualTo(Status.UNCONTESTED);
        assertThat(reading.givenUp())
                .contains(new GivenUp("name agency-a", "c30", "e1", number("30"), on("2020-03-03")));
    }

    @Test
    void byTheSecondOfMarchTheAgencySays30() {
        Reading reading = tollOfOneAgency().publishedBy("2020-03-02").read();
        assertThat(reading.answer()).isEqualTo("c30");
        assertThat(reading.status()).isEqualTo(Status.UNCONTESTED);
    }

    @Test
    void aTollIsOverOnceAnAgencyMovedOn() {
        Desk desk = Desk.happening().cumulative();
        desk.claim("c12", number("12"))
                .supports("agency-a", "2020-03-01")
                .supports("agency-b", "2020-03-01")
                .supports("agency-c", "2020-03-01");
        desk.claim("c30", number("30")).supports("agency-a", "2020-03-03");
        Reading reading = desk.read();
        assertThat(reading.answer()).isEqualTo("c30");
        assertThat(reading.status()).isEqualTo(Status.UNCONTESTED);
        assertThat(reading.of("c12").fate()).isEqualTo(Fate.OVER);
    }

    @Test
    void aBlogsHigherTollUnseatsNobodyWhoDidNotMoveOn() {
        Desk desk = Desk.happening().cumulative();
        desk.claim("c30", number("30")).supports("agency-a", "2020-03-03").supports("agency-b", "2020-03-03");
        desk.claim("c3000", number("3000")).supports("blog-a", "2020-03-05");
        Reading reading = desk.read();
        assertThat(reading.answer()).isEqualTo("c30");
        assertThat(reading.status()).isEqualTo(Status.DISPUTED);
    }

    @Test
    void anOfficeThatComesBackTo30StandsByIt() {
        Desk desk = Desk.happening().cumulative();
        desk.claim("c30", number("30")).supports("office-a", "2020-03-01").supports("office-a", "2020-03-06");
        desk.claim("c28", number("28")).supports("office-a", "2020-03-03");
        Reading reading = desk.read();
        assertThat(reading.answer()).isEqualTo("c30");
        assertThat(reading.status()).isEqualTo(Status.UNCONTESTED);
        assertThat(reading.of("c30").fresh()).isEqualTo(on("2020-03-06"));
    }

    @Test
    void twoDatesOfOneDeathAreDisputedBecauseNeitherFollows() {
        Desk desk = Desk.happening();
        desk.claim("c23", date("2012-02-23")).valid("2012-02-23").supports("agency-a", "2012-03");
        desk.claim("c24", date("2012-02-24")).valid("2012-02-24").supports("agency-b", "2012-03");
        assertThat(desk.read().status()).isEqualTo(Status.DISPUTED);
    }

    private static Desk sentenceInFourStages() {
        Desk desk = Desk.holding();
        desk.claim("first", number("20")).valid("2010-05-01/2011-03-01").supports("agency-a", "2010-05-02");
        desk.claim("reduced", number("15"))
                .valid("2011-03-01/2013-06-01")
                .link(Link.SUPERSEDES, "first")
                .supports("agency-a", "2011-03-02");
        desk.claim("quashed", none())
                .valid("2013-06-01/2014-02-01")
                .link(Link.SUPERSEDES, "reduced")
                .supports("agency-a", "2013-06-02");
        desk.claim("again", number("15"))
                .valid("2014-02-01/..")
                .link(Link.SUPERSEDES, "quashed")
                .supports("agency-a", "2014-02-02");
        return desk;
    }

    @Test
    void theLastOfFourSentencesIsTheAnswerAndPresumedToLast() {
        Reading reading = sentenceInFourStages().read();
        assertThat(reading.answer()).isEqualTo("again");
        assertThat(reading.status()).isEqualTo(Status.UNCONTESTED);
        assertThat(reading.inForce()).isEqualTo(InForce.PRESUMED);
    }

    @Test
    void onTheDayOfTheReductionTheSentenceIs15() {
        assertThat(sentenceInFourStages().on("2011-03-01").read().answer()).isEqualTo("reduced");
    }

    @Test
    void whileTheSentenceIsQuashedThereIsNone() {
        Reading reading = sentenceInFourStages().on("2013-12-01").read();
        assertThat(reading.answer()).isEqualTo("quashed");
        assertThat(reading.status()).isEqualTo(Status.UNCONTESTED);
    }

    @Test
    void aChargeFollowsTheOneThatEndsWhereItBegins() {
        Desk desk = Desk.holding();
        desk.claim("a", term("abuse")).valid("2022-02/2022~").supports("agency-a", "2023");
        desk.claim("b", term("theft")).valid("2022~/..").supports("agency-a", "2023");
        Reading reading = desk.read();
        assertThat(reading.answer()).isEqualTo("b");
        assertThat(reading.status()).isEqualTo(Status.UNCONTESTED);
        assertThat(reading.of("a").fate()).isEqualTo(Fate.OVER);
    }

    private static Desk sharesSeenTwice() {
        Desk desk = Desk.holding().countedIn("%");
        desk.claim("s51", number("51")).valid("2019-12-31").supports("agency-a", "2020-02");
        desk.claim("s49", number("49")).valid("2021-12-31").supports("agency-a", "2022-02");
        return desk;
    }

    @Test
    void theLaterOfTwoObservationsIsTheAnswerAndNeverEnds() {
        Reading reading = sharesSeenTwice().read();
        assertThat(reading.answer()).isEqualTo("s49");
        assertThat(reading.inForce()).isEqualTo(InForce.POSSIBLY);
        assertThat(reading.status()).isEqualTo(Status.UNCONTESTED);
    }

    @Test
    void betweenTwoObservationsTheEarlierIsTheAnswer() {
        Reading reading = sharesSeenTwice().on("2020-06-30").read();
        assertThat(reading.answer()).isEqualTo("s51");
        assertThat(reading.inForce()).isEqualTo(InForce.POSSIBLY);
    }

    @Test
    void theExactDateIsTheAnswerThoughTwoMoreSayItLessExactly() {
        Desk desk = Desk.happening();
        desk.claim("year", date("2019")).supports("agency-a", "2019-04").supports("agency-b", "2019-04");
        desk.claim("day", date("2019-03-12")).supports("agency-c", "2019-04");
        Reading reading = desk.read();
        assertThat(reading.answer()).isEqualTo("day");
        assertThat(reading.of("day").supporting()).hasSize(1);
        assertThat(reading.of("year").supporting()).hasSize(3);
        assertThat(reading.of("year").fate()).isEqualTo(Fate.LESS_EXACT);
        assertThat(reading.status()).isEqualTo(Status.UNCONTESTED);
    }

    @Test
    void twoMonthsOfOneYearAreDisputedWithTheYearAsCommonGround() {
        Desk desk = Desk.happening();
        desk.claim("year", date("2019")).supports("agency-a", "2019-05");
        desk.claim("march", date("2019-03")).supports("agency-b", "2019-05");
        desk.claim("april", date("2019-04")).supports("agency-c", "2019-05");
        Reading reading = desk.read();
        assertThat(reading.status()).isEqualTo(Status.DISPUTED);
        assertThat(reading.commonGround()).containsExactly("year");
    }

    @Test
    void murderIsAHomicide() {
        Desk desk = Desk.happening().term("murder", "homicide");
        desk.claim("homicide", term("homicide")).supports("agency-a", "2013-01");
        desk.claim("murder", term("murder")).supports("agency-b", "2013-02");
        Reading reading = desk.read();
        assertThat(reading.answer()).isEqualTo("murder");
        assertThat(reading.of("murder").supporting()).hasSize(1);
        assertThat(reading.of("homicide").supporting()).hasSize(2);
        assertThat(reading.status()).isEqualTo(Status.UNCONTESTED);
    }

    @Test
    void whatBecameKnownIsNoLongerUnknown() {
        Desk desk = Desk.happening();
        desk.claim("unknown", unknown()).supports("agency-a", "2020-03-01").supports("agency-b", "2020-03-01");
        desk.claim("arson", term("arson")).supports("agency-c", "2020-03-20");
        Reading reading = desk.read();
        assertThat(reading.answer()).isEqualTo("arson");
        assertThat(reading.status()).isEqualTo(Status.UNCONTESTED);
    }

    @Test
    void unknownSaidLaterThanABlogsArsonStaysUnknown() {
        Desk desk = Desk.happening();
        desk.claim("arson", term("arson")).supports("blog-a", "2020-03-05");
        desk.claim("unknown", unknown()).supports("agency-a", "2020-03-20", by("The police"));
        Reading reading = desk.read();
        assertThat(reading.answer()).isEqualTo("unknown");
        assertThat(reading.status()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void ofTwoCausesTheFresherIsTheAnswerOnceADailyChangedItsMind() {
        Desk desk = Desk.happening();
        desk.claim("electrical", term("electrical"))
                .supports("daily-a", "2020-01-10")
                .supports("daily-b", "2020-01-10");
        desk.claim("arson", term("arson")).supports("daily-a", "2020-06-05");
        Reading reading = desk.read();
        assertThat(reading.answer()).isEqualTo("arson");
        assertThat(reading.status()).isEqualTo(Status.DISPUTED);
        assertThat(reading.of("arson").supporting()).hasSize(1);
        assertThat(reading.of("electrical").supporting()).hasSize(1);
        assertThat(reading.because()).isEqualTo(Reading.Because.FRESHER);
        assertThat(reading.givenUp())
                .containsExactly(new GivenUp("name daily-a", "electrical", "e1", term("electrical"), on("2020-06-05")));
    }

    @Test
    void aRecantedConfessionCorroboratesNothing() {
        Desk desk = Desk.happening().subject("person-p");
        desk.claim("guilty", flag(true))
                .supports("agency-a", "2006-09", by("The court"), ruled())
                .supports("agency-b", "2006-09", bySubject("person-p"), said("2006-08"))
                .denies("agency-c", "2024-02-13", bySubject("person-p"), said("2024-02-12"));
        Reading reading = desk.read();
        assertThat(reading.of("guilty").supporting()).containsExactly("name the court");
        assertThat(reading.of("guilty").grade()).isEqualTo(3);
        assertThat(reading.of("guilty").denying()).containsExactly("subject person-p");
        assertThat(reading.status()).isEqualTo(Status.UNCONTESTED);
    }

    @Test
    void whatIsNewerThanTheCheckDisputesIt() {
        Desk desk = Desk.happening();
        desk.claim("c12", number("12")).supports("agency-a", "2020-03-01").verdict(Verdict.VERIFIED);
        Desk.ClaimDraft other = desk.claim("c30", number("30"));
        for (String agency : new String[] {"agency-b", "agency-c", "agency-d", "agency-e", "agency-f"}) {
            other.supports(agency, "2020-03-09");
        }
        Reading reading = desk.read();
        assertThat(reading.answer()).isEqualTo("c12");
        assertThat(reading.status()).isEqualTo(Status.DISPUTED);
    }

    @Test
    void aRulingGoesBeforeTheNumberOfBlogsAndStaysDisputed() {
        Desk desk = Desk.happening();
        desk.claim("c15", number("15"))
                .supports("agency-a", "2020-03", by("A court"), ruled())
                .supports("agency-b", "2020-03", by("a court"), ruled());
        desk.claim("c20", number("20")).supports("blog-a", "2020-04").supports("blog-b", "2020-04");
        Reading reading = desk.read();
        assertThat(reading.answer()).isEqualTo("c15");
        assertThat(reading.of("c15").supporting()).hasSize(1);
        assertThat(reading.status()).isEqualTo(Status.DISPUTED);
    }

    @Test
    void twoSpellingsOfACaseAskOneQuestion() {
        Desk desk = Desk.happening().onePer("case");
        desk.claim("c20", number("20")).with("case", "case-x").supports("agency-a", "2020-03");
        desk.claim("c15", number("15")).with("case", "Case X").supports("agency-b", "2020-03");
        Reading reading = desk.read();
        assertThat(reading.members()).containsExactly("c15", "c20");
        assertThat(reading.status()).isEqualTo(Status.DISPUTED);
    }
}
