package org.claimsledger.bestknown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.bestknown.NewsroomFixture.newsroom;
import static org.claimsledger.bestknown.NewsroomFixture.quantity;
import static org.claimsledger.bestknown.NewsroomFixture.years;
import static org.claimsledger.claim.ClaimForm.claim;

import org.claimsledger.bestknown.BestKnown.QuestionStatus;
import org.claimsledger.claim.ClaimForm;
import org.claimsledger.event.SourceDetails.Reliability;
import org.claimsledger.event.Testimony.Modality;
import org.claimsledger.source.SourceForm;
import org.claimsledger.value.Quantity.BoundKind;
import org.junit.jupiter.api.Test;

/** The order among claims that can answer a question. */
class PreferenceTest {

    private final NewsroomFixture desk = newsroom();

    private static ClaimForm sentence(long years) {
        return claim("y" + years)
                .predicate("sentenced")
                .qualifier("case", "coup")
                .value(years(years));
    }

    private String answer() {
        return desk.answer().answer().claim().value();
    }

    @Test
    void ruledGoesBeforeAssertedAndAssertedBeforeAlleged() {
        desk.says(sentence(1).modality(Modality.ALLEGED), "2024-03-03", "Agency A", "Agency B", "Agency C")
                .says(sentence(2), "2024-03-02", "Agency D", "Agency E");
        assertThat(answer()).isEqualTo("y2");

        desk.says(sentence(3).modality(Modality.RULED).attribution("a court"), "2024-03-01", "Agency F");
        assertThat(answer()).isEqualTo("y3");
        assertThat(desk.because()).first().isEqualTo("“3 years” is ruled; “2 years” is only asserted.");
    }

    @Test
    void theWordOfASourceRatedEIsWorthAnAllegation() {
        desk.files(SourceForm.source("site")
                        .publisher("Site")
                        .published("2024-05-01")
                        .reliability(Reliability.E)
                        .register())
                .files(sentence(2).source("site").file())
                .says(sentence(1), "2024-03-01", "Agency A");

        assertThat(answer()).isEqualTo("y1");
        assertThat(desk.answer().status()).isEqualTo(QuestionStatus.QUESTIONED);
    }

    @Test
    void informationOfCredibility5IsWorthAnAllegation() {
        desk.says(sentence(2).credibility(5), "2024-03-01", "Agency A");

        assertThat(desk.answer().status()).isEqualTo(QuestionStatus.ALLEGED);
    }

    @Test
    void anExactValueOfABadSourceDoesNotSetAsideWhatABetterOneSays() {
        desk.files(SourceForm.source("site")
                        .publisher("Site")
                        .published("2024-05-01")
                        .reliability(Reliability.D)
                        .register())
                .files(sentence(12).source("site").file())
                .says(sentence(10).value(quantity(BoundKind.ABOUT, 12)), "2024-03-01", "Agency A");

        assertThat(answer()).isEqualTo("y10");
    }

    @Test
    void moreOriginsGoBeforeFresherWords() {
        desk.says(sentence(1), "2024-03-01", "Agency A", "Agency B").says(sentence(2), "2024-06-01", "Agency C");

        assertThat(answer()).isEqualTo("y1");
    }
}
