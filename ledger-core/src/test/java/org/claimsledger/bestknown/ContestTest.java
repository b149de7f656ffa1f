package org.claimsledger.bestknown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.bestknown.NewsroomFixture.newsroom;
import static org.claimsledger.bestknown.NewsroomFixture.relation;
import static org.claimsledger.claim.ClaimForm.claim;

import org.claimsledger.bestknown.BestKnown.Alternative;
import org.claimsledger.bestknown.BestKnown.QuestionStatus;
import org.claimsledger.claim.ClaimForm;
import org.claimsledger.event.ClaimRelation;
import org.claimsledger.event.Testimony.Modality;
import org.claimsledger.value.Value;
import org.junit.jupiter.api.Test;

/** Which state follows which. */
class ContestTest {

    private final NewsroomFixture desk = newsroom();

    private static ClaimForm office(String id, String valid) {
        return claim(id).predicate("held_office").value(new Value.Term(id)).valid(valid);
    }

    private String answer() {
        return desk.answer().answer().claim().value();
    }

    @Test
    void whatBeginsAfterAnotherEndedFollowsIt() {
        desk.says(office("minister", "2001/2004"), "2006-01-01", "Agency A")
                .says(office("envoy", "2005/2007"), "2006-01-01", "Agency B");

        assertThat(answer()).isEqualTo("envoy");
        assertThat(desk.answer().status()).isEqualTo(QuestionStatus.UNCONTESTED);
    }

    @Test
    void ofStatesThatMayOverlapNeitherFollows() {
        desk.says(office("minister", "2001/2005~"), "2006-01-01", "Agency A")
                .says(office("envoy", "2005/2007"), "2006-01-01", "Agency B");

        assertThat(desk.answer().status()).isEqualTo(QuestionStatus.DISPUTED);
    }

    @Test
    void oneObservationFollowsAnotherOfAnEarlierDay() {
        desk.says(office("minister", "2001-05-01"), "2006-01-01", "Agency A")
                .says(office("envoy", "2001-05-02"), "2006-01-01", "Agency B");

        assertThat(answer()).isEqualTo("envoy");
        assertThat(desk.answer().status()).isEqualTo(QuestionStatus.UNCONTESTED);
    }

    @Test
    void whatTheDeskRecordsGoesBeforeTheDates() {
        desk.says(office("minister", "2001/2005"), "2006-01-01", "Agency A")
                .says(office("envoy", "2003/2007"), "2006-01-01", "Agency B")
                .files(relation("minister", ClaimRelation.SUPERSEDES, "envoy"));

        assertThat(answer()).isEqualTo("minister");
        assertThat(desk.answer().status()).isEqualTo(QuestionStatus.UNCONTESTED);
    }

    @Test
    void relationsThatRunInACircleTakeNothingOut() {
        desk.says(office("minister", "2001/2005"), "2006-01-01", "Agency A")
                .says(office("envoy", "2003/2007"), "2006-01-01", "Agency B")
                .files(
                        relation("minister", ClaimRelation.SUPERSEDES, "envoy"),
                        relation("envoy", ClaimRelation.SUPERSEDES, "minister"));

        assertThat(desk.answer().answer()).isNotNull();
        assertThat(desk.answer().status()).isEqualTo(QuestionStatus.DISPUTED);
    }

    @Test
    void whatHasNotBegunDoesNotContendWhileSomethingHas() {
        desk.says(office("minister", "2001/.."), "2026-01-01", "Agency A")
                .says(office("envoy", "2030/.."), "2026-01-01", "Agency B", "Agency C");

        assertThat(answer()).isEqualTo("minister");
        assertThat(desk.answer().alternatives()).extracting(Alternative::why).containsExactly("It has not begun.");
    }

    @Test
    void anAllegedStateDoesNotEndAnAssertedOne() {
        desk.says(office("minister", "2001/2004"), "2006-01-01", "Agency A")
                .says(office("envoy", "2005/2007").modality(Modality.ALLEGED), "2006-01-01", "Agency B");

        assertThat(answer()).isEqualTo("minister");
    }

    @Test
    void anAcquittalFollowsTheConvictionWhateverTheNumberOfReports() {
        desk.says(office("convicted", "2010-05-01/2012-03-01"), "2010-05-02", "Agency A", "Agency B", "Agency C")
                .says(office("acquitted", "2012-03-01/.."), "2012-03-02", "Agency D");

        assertThat(answer()).isEqualTo("acquitted");
        assertThat(desk.answer().status()).isEqualTo(QuestionStatus.UNCONTESTED);
        assertThat(desk.because()).contains("“convicted” was over when this began.");
    }
}
