package org.claimsledger.bestknown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.bestknown.NewsroomFixture.newsroom;
import static org.claimsledger.bestknown.NewsroomFixture.report;
import static org.claimsledger.claim.ClaimForm.claim;

import org.claimsledger.bestknown.BestKnown.QuestionStatus;
import org.claimsledger.claim.ClaimForm;
import org.claimsledger.command.SourceCommand.ProtectSource;
import org.claimsledger.event.Testimony.Stance;
import org.claimsledger.source.SourceForm;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.Value;
import org.junit.jupiter.api.Test;

/** One origin has one position. */
class PositionsTest {

    private final NewsroomFixture desk = newsroom();

    private static ClaimForm cause(String term) {
        return claim(term).predicate("died_of").value(new Value.Term(term));
    }

    @Test
    void whatAnOriginSaysLaterIsItsPosition() {
        desk.says(cause("arson"), "2024-01-10", "Daily A").says(cause("accident"), "2024-06-05", "Daily A");

        assertThat(desk.answer().answer().claim().value()).isEqualTo("accident");
        assertThat(desk.answer().status()).isEqualTo(QuestionStatus.UNCONTESTED);
        assertThat(desk.because()).contains("Daily A said “arson” until 5 June 2024.");
    }

    @Test
    void whatCannotBePutInOrderIsNotGivenUp() {
        desk.says(cause("arson"), "2024", "Daily A").says(cause("accident"), "2024-06-05", "Daily A");

        assertThat(desk.answer().status()).isEqualTo(QuestionStatus.DISPUTED);
    }

    @Test
    void supportIsGivenUpByALaterDenialOfTheSameOrigin() {
        desk.says(cause("arson"), "2024-01-10", "Daily A", "Daily B")
                .adds(cause("arson").stance(Stance.DENIES), "2024-06-05", "Daily A");

        assertThat(desk.answer().support().origins()).extracting(Origin::name).containsExactly("Daily B");
        assertThat(desk.because())
                .contains("Denied by Daily A on 5 June 2024.", "Daily A said “arson” until 5 June 2024.");
    }

    @Test
    void aDenialIsGivenUpByLaterSupport() {
        desk.says(cause("arson"), "2024-01-10", "Daily B")
                .adds(cause("arson").stance(Stance.DENIES), "2024-02-01", "Daily A")
                .adds(cause("arson"), "2024-06-05", "Daily A");

        assertThat(desk.answer().status()).isEqualTo(QuestionStatus.UNCONTESTED);
        assertThat(desk.because())
                .contains("Nobody on file disputes or denies it.", "Daily A denied “arson” until 5 June 2024.");
    }

    @Test
    void aReprintOfOldWordsIsNoReturnToThem() {
        desk.says(cause("arson"), "2024-01-10", "Daily A")
                .says(cause("accident"), "2024-06-05", "Daily A")
                .files(SourceForm.source("reprint")
                        .publisher("Blog A")
                        .published("2024-09-01")
                        .from(report("Daily A", "2024-01-10"))
                        .register())
                .files(cause("arson").source("reprint").attach());

        assertThat(desk.answer().answer().claim().value()).isEqualTo("accident");
        assertThat(desk.answer().status()).isEqualTo(QuestionStatus.UNCONTESTED);
    }

    @Test
    void aProtectedSourceGivesNothingUp() {
        desk.says(cause("arson"), "2024-01-10", "Daily A")
                .says(cause("accident"), "2024-06-05", "Daily A")
                .files(new ProtectSource(new SourceId(report("Daily A", "2024-06-05")), null));

        assertThat(desk.answer().status()).isEqualTo(QuestionStatus.DISPUTED);
    }
}
