package org.claimsledger.bestknown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.bestknown.NewsroomFixture.newsroom;
import static org.claimsledger.bestknown.NewsroomFixture.quantity;
import static org.claimsledger.bestknown.NewsroomFixture.retraction;
import static org.claimsledger.bestknown.NewsroomFixture.years;
import static org.claimsledger.claim.ClaimForm.claim;
import static org.claimsledger.predicate.PredicateForm.predicate;

import org.claimsledger.bestknown.BestKnown.QuestionStatus;
import org.claimsledger.claim.ClaimForm;
import org.claimsledger.value.Quantity.BoundKind;
import org.claimsledger.value.ReasonCode;
import org.junit.jupiter.api.Test;

/** What supports a claim, what is against it, and which figure of a count is an earlier one. */
class BearingTest {

    private final NewsroomFixture desk =
            newsroom().files(predicate("killed").cumulative().happens().define());

    private static ClaimForm toll(long dead) {
        return claim("toll-" + dead).predicate("killed").value(years(dead));
    }

    @Test
    void whatImpliesAClaimSupportsIt() {
        desk.says(toll(0).value(quantity(BoundKind.AT_LEAST, 238)), "2024-03-01", "Agency A")
                .says(toll(240), "2024-03-01", "Agency B");

        assertThat(desk.answer().answer().claim().value()).isEqualTo("toll-0");
        assertThat(desk.answer().support().origins()).hasSize(2);
    }

    @Test
    void whatIsMerelyCompatibleSupportsNothing() {
        desk.says(toll(0).value(quantity(BoundKind.ABOUT, 100)), "2024-03-01", "Agency A")
                .says(toll(120).value(quantity(BoundKind.ABOUT, 120)), "2024-03-02", "Agency B");

        assertThat(desk.answer().support().origins()).hasSize(1);
        assertThat(desk.answer().against()).isZero();
        assertThat(desk.answer().status()).isEqualTo(QuestionStatus.UNCONTESTED);
    }

    @Test
    void aLowerLessFreshFigureOfACountIsNoRivalOfOneAsWellSupported() {
        desk.says(toll(12), "2024-03-01", "Agency A").says(toll(30), "2024-03-03", "Agency B");

        assertThat(desk.answer().answer().claim().value()).isEqualTo("toll-30");
        assertThat(desk.answer().status()).isEqualTo(QuestionStatus.UNCONTESTED);
    }

    @Test
    void aLowerFigureThatIsFresherIsARival() {
        desk.says(toll(30), "2024-03-01", "Agency A").says(toll(12), "2024-03-03", "Agency B");

        assertThat(desk.answer().status()).isEqualTo(QuestionStatus.DISPUTED);
    }

    @Test
    void whatIsNoCountHasNoEarlierFigures() {
        desk.says(toll(12).predicate("sentenced").qualifier("case", "coup"), "2024-03-01", "Agency A")
                .says(toll(30).predicate("sentenced").qualifier("case", "coup"), "2024-03-03", "Agency B");

        assertThat(desk.answer().status()).isEqualTo(QuestionStatus.DISPUTED);
    }

    @Test
    void whatIsSaidOnARetractedClaimSupportsNothing() {
        desk.says(toll(240), "2024-03-01", "Agency A")
                .says(toll(0).value(quantity(BoundKind.AT_LEAST, 238)), "2024-03-01", "Agency B")
                .files(retraction("toll-240", null, ReasonCode.FABRICATED));

        assertThat(desk.answer().support().origins()).extracting(Origin::name).containsExactly("Agency B");
    }
}
