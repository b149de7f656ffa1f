package org.claimsledger.bestknown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.bestknown.NewsroomFixture.newsroom;
import static org.claimsledger.bestknown.NewsroomFixture.notice;
import static org.claimsledger.bestknown.NewsroomFixture.quantity;
import static org.claimsledger.bestknown.NewsroomFixture.report;
import static org.claimsledger.bestknown.NewsroomFixture.subject;
import static org.claimsledger.bestknown.NewsroomFixture.years;
import static org.claimsledger.claim.ClaimForm.claim;

import org.claimsledger.bestknown.BestKnown.Alternative;
import org.claimsledger.bestknown.BestKnown.QuestionStatus;
import org.claimsledger.claim.ClaimForm;
import org.claimsledger.event.Finality;
import org.claimsledger.event.Notice.NoticeType;
import org.claimsledger.event.Testimony.Modality;
import org.claimsledger.event.Testimony.Stance;
import org.claimsledger.value.Quantity.BoundKind;
import org.junit.jupiter.api.Test;

/** The words in which an answer is explained. */
class ReasonsTest {

    private final NewsroomFixture desk = newsroom();

    private static ClaimForm sentence(long years) {
        return claim("y" + years)
                .predicate("sentenced")
                .qualifier("case", "coup")
                .value(years(years));
    }

    @Test
    void everyDenialIsToldWithItsDate() {
        desk.says(sentence(1), "2024-03-01", "Agency A")
                .adds(sentence(1).stance(Stance.DENIES).attribution("Person A"), "2024-03-05", "Agency B")
                .adds(sentence(1).stance(Stance.DENIES).attribution("Person B"), "2024-04", "Agency C");

        assertThat(desk.because()).contains("Denied by Person A on 5 March 2024.", "Denied by Person B in April 2024.");
    }

    @Test
    void aDisputeIsToldWithItsDate() {
        desk.says(sentence(1), "2024-03-01", "Agency A")
                .adds(sentence(1).stance(Stance.DISPUTES), "2024-03-05", "Agency B");

        assertThat(desk.answer().status()).isEqualTo(QuestionStatus.DISPUTED);
        assertThat(desk.because())
                .contains("Disputed by Agency B on 5 March 2024.")
                .doesNotContain("Nobody on file disputes or denies it.");
    }

    @Test
    void noReasonSpeaksInIds() {
        desk.says(sentence(1), "2024-03-01", "Agency A")
                .says(sentence(2), "2024-03-02", "Agency B")
                .says(sentence(3), "2024-03-03", "Agency B")
                .adds(sentence(3).stance(Stance.DENIES).attribution(subject("court")), "2024-03-05", "Agency C");

        assertThat(desk.because()).noneMatch(it -> it.matches(".*\\b(y[123]|e\\d|agency-[a-c].*)\\b.*"));
        assertThat(desk.answer().alternatives())
                .extracting(Alternative::why)
                .noneMatch(it -> it.matches(".*\\b(y[123]|e\\d|agency-[a-c].*)\\b.*"));
    }

    @Test
    void whatAgreesWithTheAnswerAgrees() {
        desk.says(sentence(12), "2024-03-01", "Agency A")
                .says(sentence(1).value(quantity(BoundKind.ABOUT, 12)), "2024-03-01", "Agency B", "Agency C");

        assertThat(desk.answer().alternatives())
                .extracting(Alternative::why)
                .containsExactly("Agrees with the answer, and says it less exactly.");
    }

    @Test
    void aRulingThatIsNotFinalIsToldAsSuch() {
        desk.says(
                sentence(1).modality(Modality.RULED).attribution("a court").finality(Finality.NOT_FINAL),
                "2024-03-01",
                "Agency A");

        assertThat(desk.because()).contains("The ruling is not final.");
    }

    @Test
    void aNoticeOfConcernIsTold() {
        desk.says(sentence(1), "2024-03-01", "Agency A")
                .files(notice(report("Agency A", "2024-03-01"), NoticeType.EXPRESSION_OF_CONCERN, "2024-05-01"));

        assertThat(desk.answer().status()).isEqualTo(QuestionStatus.QUESTIONED);
        assertThat(desk.because())
                .contains("A source of it stands under a notice of concern or correction, or derives from one that was"
                        + " taken back.");
    }
}
