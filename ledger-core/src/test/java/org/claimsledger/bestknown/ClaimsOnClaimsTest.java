package org.claimsledger.bestknown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.bestknown.NewsroomFixture.newsroom;
import static org.claimsledger.bestknown.NewsroomFixture.relation;
import static org.claimsledger.bestknown.NewsroomFixture.retraction;
import static org.claimsledger.bestknown.NewsroomFixture.years;
import static org.claimsledger.claim.ClaimForm.claim;
import static org.claimsledger.predicate.PredicateForm.predicate;

import org.claimsledger.bestknown.BestKnown.QuestionStatus;
import org.claimsledger.claim.ClaimForm;
import org.claimsledger.event.ClaimRelation;
import org.claimsledger.value.ReasonCode;
import org.junit.jupiter.api.Test;

/** What one claim brings about on another. */
class ClaimsOnClaimsTest {

    private final NewsroomFixture desk = newsroom()
            .files(
                    predicate("ruled_that").happens().define(),
                    predicate("denied").denies().cardinality("many").happens().define());

    private static ClaimForm sentence(long years) {
        return claim("y" + years)
                .predicate("sentenced")
                .qualifier("case", "coup")
                .value(years(years));
    }

    private static ClaimForm ruling() {
        return claim("ruling").predicate("ruled_that").text("quashed").valid("2012-03-01");
    }

    private void filesSentenceAndRuling() {
        desk.says(sentence(20), "2010-01-01", "Agency A")
                .says(ruling(), "2012-03-02", "Agency B")
                .files(relation("ruling", ClaimRelation.ANNULS, "y20"));
    }

    @Test
    void whatIsAnnulledCannotAnswerFromThatDayOn() {
        filesSentenceAndRuling();

        assertThat(desk.answer().status()).isEqualTo(QuestionStatus.OPEN);
        assertThat(desk.because())
                .containsExactly("The only claim cannot answer: annulled no later than 1 March 2012.");
        assertThat(desk.questions(null, "2012-02-29").getFirst().bestKnown().status())
                .isEqualTo(QuestionStatus.UNCONTESTED);
    }

    @Test
    void whatCannotAnswerItselfAnnulsNothing() {
        filesSentenceAndRuling();
        desk.files(retraction("ruling", null, ReasonCode.FABRICATED));

        assertThat(desk.answer().status()).isEqualTo(QuestionStatus.UNCONTESTED);
    }

    @Test
    void aClaimThatDeniesAnotherIsADenialInTheNameOfItsSubject() {
        desk.says(sentence(20), "2010-01-01", "Agency A")
                .says(claim("denial").predicate("denied").about("y20").valid("2011-06-05"), "2011-06-06", "Agency B");

        assertThat(desk.answer().status()).isEqualTo(QuestionStatus.QUESTIONED);
        assertThat(desk.because()).contains("Denied by aliev on 5 June 2011.");
    }

    @Test
    void aDenialThatWasTakenBackDeniesNothing() {
        desk.says(sentence(20), "2010-01-01", "Agency A")
                .says(claim("denial").predicate("denied").about("y20"), "2011-06-06", "Agency B")
                .files(retraction("denial", null, ReasonCode.FABRICATED));

        assertThat(desk.answer().status()).isEqualTo(QuestionStatus.UNCONTESTED);
        assertThat(desk.because()).contains("Nobody on file disputes or denies it.");
    }
}
