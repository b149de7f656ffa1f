package org.claimsledger.bestknown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.bestknown.NewsroomFixture.newsroom;
import static org.claimsledger.bestknown.NewsroomFixture.years;
import static org.claimsledger.claim.ClaimForm.claim;

import org.claimsledger.bestknown.BestKnown.QuestionStatus;
import org.claimsledger.claim.ClaimForm;
import org.claimsledger.time.InForce;
import org.claimsledger.value.Value;
import org.junit.jupiter.api.Test;

/** Whether an answer is in force on a day. */
class ForceOnDayTest {

    private final NewsroomFixture desk = newsroom();

    private static ClaimForm office(String id, String valid) {
        return claim(id).predicate("held_office").value(new Value.Term(id)).valid(valid);
    }

    private InForce on(String day) {
        return desk.questions(null, day).getFirst().bestKnown().inForce();
    }

    @Test
    void anObservationIsSoOnItsDayAndPossiblyOnOthers() {
        desk.says(office("minister", "2005-05-01"), "2006-01-01", "Agency A");

        assertThat(on("2005-05-01")).isEqualTo(InForce.YES);
        assertThat(on("2001-05-01")).isEqualTo(InForce.POSSIBLY);
        assertThat(on("2020-05-01")).isEqualTo(InForce.POSSIBLY);
    }

    @Test
    void anOpenStateIsPresumedAfterItsLastReport() {
        desk.says(office("minister", "2005-05-01/.."), "2006-01-01", "Agency A");

        assertThat(on("2006-01-01")).isEqualTo(InForce.YES);
        assertThat(on("2006-01-02")).isEqualTo(InForce.PRESUMED);
        assertThat(desk.because()).contains("As last reported on 1 January 2006.");
    }

    @Test
    void whatEndedIsNotInForceAndTheReasonSaysWhen() {
        desk.says(office("minister", "2005-05-01/2007-02"), "2008-01-01", "Agency A");

        assertThat(desk.answer().inForce()).isEqualTo(InForce.NO);
        assertThat(desk.because()).contains("It ended in February 2007.");
        assertThat(desk.questions(null, "2010-01-01").getFirst().bestKnown().status())
                .isEqualTo(QuestionStatus.OPEN);
    }

    @Test
    void whatHappenedWithoutADateIsSoSinceItWasFirstAsserted() {
        desk.says(
                claim("sentence")
                        .predicate("sentenced")
                        .qualifier("case", "coup")
                        .value(years(3)),
                "2008-01-01",
                "Agency A");

        assertThat(on("2008-01-01")).isEqualTo(InForce.YES);
        assertThat(on("2009-01-01")).isEqualTo(InForce.YES);
    }
}
