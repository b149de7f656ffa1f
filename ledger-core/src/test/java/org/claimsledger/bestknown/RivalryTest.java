package org.claimsledger.bestknown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.bestknown.NewsroomFixture.newsroom;
import static org.claimsledger.bestknown.NewsroomFixture.relation;
import static org.claimsledger.bestknown.NewsroomFixture.subject;
import static org.claimsledger.bestknown.NewsroomFixture.years;
import static org.claimsledger.claim.ClaimForm.claim;

import org.claimsledger.bestknown.BestKnown.QuestionStatus;
import org.claimsledger.claim.ClaimForm;
import org.claimsledger.command.ClaimCommand.RankClaim;
import org.claimsledger.event.ClaimRelation;
import org.claimsledger.event.Rank;
import org.claimsledger.event.Testimony.Modality;
import org.claimsledger.event.Testimony.Stance;
import org.claimsledger.value.ClaimId;
import org.junit.jupiter.api.Test;

/** What speaks against an answer, and what that makes of it. */
class RivalryTest {

    private final NewsroomFixture desk = newsroom();

    private static ClaimForm sentence(long years) {
        return claim("y" + years)
                .predicate("sentenced")
                .qualifier("case", "coup")
                .value(years(years));
    }

    private QuestionStatus status() {
        return desk.answer().status();
    }

    @Test
    void anAccusationThatOneManMakesIsAllegedAndHisTargetsDenialIsTold() {
        desk.says(sentence(1).modality(Modality.ALLEGED), "2024-03-01", "Agency A")
                .adds(sentence(1).stance(Stance.DENIES).attribution(subject("aliev")), "2024-03-05", "Agency B");

        assertThat(status()).isEqualTo(QuestionStatus.ALLEGED);
        assertThat(desk.because())
                .contains("Denied by aliev on 5 March 2024.")
                .doesNotContain("Nobody on file disputes or denies it.");
    }

    @Test
    void aDenialQuestionsWhatIsAssertedAndNotWhatIsRuled() {
        desk.says(sentence(1), "2024-03-01", "Agency A")
                .adds(sentence(1).stance(Stance.DENIES).attribution(subject("aliev")), "2024-03-05", "Agency B");
        assertThat(status()).isEqualTo(QuestionStatus.QUESTIONED);

        desk.adds(sentence(1).attribution("a court").modality(Modality.RULED), "2024-03-06", "Agency C");
        assertThat(status()).isEqualTo(QuestionStatus.UNCONTESTED);
        assertThat(desk.because()).contains("Denied by aliev on 5 March 2024.");
    }

    @Test
    void whatTheDeskWeighedQuestionsAndWhatCameLaterDisputes() {
        desk.says(sentence(1), "2024-03-01", "Agency A")
                .says(sentence(2), "2024-03-01", "Agency B")
                .files(new RankClaim(new ClaimId("y1"), Rank.PREFERRED, null));
        assertThat(status()).isEqualTo(QuestionStatus.QUESTIONED);

        desk.adds(sentence(2), "2024-03-05", "Agency C");
        assertThat(status()).isEqualTo(QuestionStatus.DISPUTED);
    }

    @Test
    void theSameOriginsWordOnceMoreIsNothingNewToWeigh() {
        desk.says(sentence(1), "2024-03-01", "Agency A")
                .says(sentence(2), "2024-03-01", "Agency B")
                .files(new RankClaim(new ClaimId("y1"), Rank.PREFERRED, null))
                .adds(sentence(2), "2024-03-05", "Agency B");

        assertThat(status()).isEqualTo(QuestionStatus.QUESTIONED);
    }

    @Test
    void anAllegedRivalQuestions() {
        desk.says(sentence(1), "2024-03-01", "Agency A")
                .says(sentence(2).modality(Modality.ALLEGED), "2024-03-01", "Agency B");

        assertThat(status()).isEqualTo(QuestionStatus.QUESTIONED);
    }

    @Test
    void aContradictionThatTheDeskRecordedDisputes() {
        desk.says(claim("gun").predicate("died_of").text("a gunshot"), "2024-03-01", "Agency A")
                .says(claim("fall").predicate("died_of").text("a fall"), "2024-03-01", "Agency B");
        assertThat(status()).isEqualTo(QuestionStatus.QUESTIONED);

        desk.files(relation("gun", ClaimRelation.CONTRADICTS, "fall"));
        assertThat(status()).isEqualTo(QuestionStatus.DISPUTED);
    }

    @Test
    void textsThatTheDeskFoundTheSameAgree() {
        desk.says(claim("gun").predicate("died_of").text("a gunshot"), "2024-03-01", "Agency A")
                .says(claim("shot").predicate("died_of").text("being shot"), "2024-03-01", "Agency B")
                .files(relation("gun", ClaimRelation.SAME_AS, "shot"));

        assertThat(status()).isEqualTo(QuestionStatus.UNCONTESTED);
        assertThat(desk.answer().support().origins()).hasSize(2);
    }
}
