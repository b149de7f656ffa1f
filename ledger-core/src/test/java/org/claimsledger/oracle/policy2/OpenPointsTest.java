package org.claimsledger.oracle.policy2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.oracle.policy2.Desk.alleged;
import static org.claimsledger.oracle.policy2.Desk.date;
import static org.claimsledger.oracle.policy2.Desk.none;
import static org.claimsledger.oracle.policy2.Desk.number;
import static org.claimsledger.oracle.policy2.Desk.ruled;
import static org.claimsledger.oracle.policy2.Desk.term;
import static org.claimsledger.oracle.policy2.Desk.unknown;
import static org.claimsledger.oracle.policy2.Desk.withdrawn;

import org.claimsledger.oracle.policy2.Given.Rank;
import org.claimsledger.oracle.policy2.Given.Verdict;
import org.claimsledger.oracle.policy2.Reading.Status;
import org.claimsledger.oracle.policy2.Values.Stand;
import org.junit.jupiter.api.Test;

/** Where the rules, as they stand, say what may surprise an editor. */
class OpenPointsTest {

    private final Desk desk = Desk.happening();

    @Test
    void anAllegationOfAnotherCauseMakesAKnownCauseUnknown() {
        desk.claim("unknown", unknown()).supports("agency-a", "2020-03-01");
        desk.claim("arson", term("arson")).supports("agency-c", "2020-03-20");
        assertThat(desk.read().answer()).isEqualTo("arson");
        desk.claim("accident", term("accident")).supports("blog-a", "2020-03-25", alleged());
        assertThat(desk.read().answer()).isEqualTo("unknown");
    }

    @Test
    void anAllegedFigureEndsAnAssertedCountOnceItsAuthorMovedOn() {
        desk.cumulative();
        desk.claim("c12", number("12"))
                .supports("agency-a", "2020-03-01")
                .supports("agency-b", "2020-03-01")
                .supports("blog-a", "2020-03-01", alleged());
        desk.claim("c30", number("30")).supports("blog-a", "2020-03-03", alleged());
        assertThat(desk.read().answer()).isEqualTo("c30");
        assertThat(desk.read().status()).isEqualTo(Status.ALLEGED);
    }

    @Test
    void allegationsAddToTheOriginsOfWhatIsAsserted() {
        desk.claim("c1", number("1")).supports("agency-a", "2020").supports("agency-b", "2020");
        desk.claim("c2", number("2"))
                .supports("agency-c", "2020")
                .supports("blog-a", "2020", alleged())
                .supports("blog-b", "2020", alleged());
        assertThat(desk.read().answer()).isEqualTo("c2");
    }

    @Test
    void aRulingIsARulingWhoeverReportsIt() {
        desk.source("e").publisher("blog-a").published("2020").rated('E');
        desk.claim("c1", term("guilty")).from("e", ruled());
        desk.claim("c2", term("innocent")).supports("agency-a", "2020").supports("agency-b", "2020");
        assertThat(desk.read().answer()).isEqualTo("c1");
    }

    @Test
    void aCheckWeighsARivalButNotADispute() {
        desk.claim("c", number("12"))
                .supports("agency-a", "2020")
                .disputes("agency-b", "2020")
                .verdict(Verdict.VERIFIED);
        assertThat(desk.read().status()).isEqualTo(Status.DISPUTED);
    }

    @Test
    void aPreferredAllegationIsAllegedThoughAnAssertedRivalStands() {
        desk.claim("c1", term("guilty")).supports("blog-a", "2020", alleged()).rank(Rank.PREFERRED);
        desk.claim("c2", term("innocent")).supports("agency-a", "2021");
        assertThat(desk.read().answer()).isEqualTo("c1");
        assertThat(desk.read().status()).isEqualTo(Status.ALLEGED);
    }

    @Test
    void anOriginIsSilentOnceItsLastWordIsFoundFalse() {
        desk.claim("c12", number("12")).supports("agency-a", "2020-03-01");
        desk.claim("c30", number("30")).supports("agency-a", "2020-03-03").verdict(Verdict.FALSE);
        assertThat(desk.read().status()).isEqualTo(Status.OPEN);
    }

    @Test
    void whatIsAnnulledStillSupportsWhatItImplies() {
        desk.term("murder", "homicide");
        desk.claim("murder", term("murder"))
                .supports("agency-a", "2015", ruled())
                .annulledBy("elsewhere", "2016");
        desk.claim("homicide", term("homicide")).supports("agency-b", "2015", withdrawn());
        assertThat(desk.read().answer()).isEqualTo("homicide");
        assertThat(desk.read().status()).isEqualTo(Status.UNCONTESTED);
    }

    @Test
    void zeroAndNoneAreTheSameButStandDifferentlyToUnknown() {
        Values values = new Values(desk.given());
        assertThat(values.r4(number("0"), none())).isEqualTo(Stand.SAME);
        assertThat(values.r4(number("0"), unknown())).isEqualTo(Stand.IMPLIES);
        assertThat(values.r4(none(), unknown())).isEqualTo(Stand.EXCLUDES);
    }

    @Test
    void twoTimesOfOneDayExcludeEachOther() {
        Values values = new Values(desk.given());
        assertThat(values.r4(date("2020-03-01T10:00:00Z"), date("2020-03-01T15:00:00Z")))
                .isEqualTo(Stand.EXCLUDES);
    }

    @Test
    void underManyTheOrderOfFilingDecidesWhichClaimsAreOneQuestion() {
        Desk middleFirst = Desk.holding().many();
        middleFirst.claim("b", term("mayor")).valid("2011/2014").supports("agency-a", "2020");
        middleFirst.claim("a", term("mayor")).valid("2010/2012").supports("agency-a", "2020");
        middleFirst.claim("c", term("mayor")).valid("2013/2015").supports("agency-a", "2020");
        Desk endsFirst = Desk.holding().many();
        endsFirst.claim("a", term("mayor")).valid("2010/2012").supports("agency-a", "2020");
        endsFirst.claim("c", term("mayor")).valid("2013/2015").supports("agency-a", "2020");
        endsFirst.claim("b", term("mayor")).valid("2011/2014").supports("agency-a", "2020");
        assertThat(middleFirst.questions()).hasSize(1);
        assertThat(endsFirst.questions()).hasSize(2);
    }
}
