package org.claimsledger.bestknown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.bestknown.NewsroomFixture.newsroom;
import static org.claimsledger.bestknown.NewsroomFixture.years;
import static org.claimsledger.claim.ClaimForm.claim;

import org.claimsledger.claim.ClaimForm;
import org.claimsledger.subject.SubjectForm;
import org.junit.jupiter.api.Test;

/** Which claims answer one question. */
class QuestionsTest {

    private final NewsroomFixture desk = newsroom();

    private static ClaimForm sentence(long years) {
        return claim("y" + years)
                .predicate("sentenced")
                .qualifier("case", "coup")
                .value(years(years));
    }

    @Test
    void qualifiersAreOneHoweverTheyAreSpaced() {
        desk.says(sentence(1).qualifier("case", "case-x"), "2024-03-01", "Agency A")
                .says(sentence(2).qualifier("case", "Case  X"), "2024-03-01", "Agency B")
                .says(sentence(3).qualifier("case", "case_x"), "2024-03-01", "Agency C")
                .says(sentence(4).qualifier("case", "case-y"), "2024-03-01", "Agency D");

        assertThat(desk.questions()).hasSize(2);
    }

    @Test
    void qualifiersThatAreSubjectsAreOneAfterAMerge() {
        desk.files(SubjectForm.subject("case-a"), SubjectForm.subject("case-b"))
                .says(sentence(1).qualifierSubject("case", "case-a"), "2024-03-01", "Agency A")
                .says(sentence(2).qualifierSubject("case", "case-b"), "2024-03-01", "Agency B");
        assertThat(desk.questions()).hasSize(2);

        desk.files(SubjectForm.merged("case-a", "case-b"));
        assertThat(desk.questions()).hasSize(1);
    }

    private static ClaimForm said(String id, String text) {
        return claim(id).predicate("said").text(text);
    }

    @Test
    void underManyClaimsOfOneValueAnswerOneQuestion() {
        desk.says(said("one", "yes"), "2024-03-01", "Agency A")
                .says(said("two", "Yes"), "2024-03-01", "Agency B")
                .says(said("three", "no"), "2024-03-01", "Agency C");

        assertThat(desk.questions()).hasSize(2);
        assertThat(desk.answer().support().origins()).hasSize(2);
    }

    @Test
    void underManyClaimsOfTimesApartAnswerTwoQuestions() {
        desk.says(said("one", "yes").valid("2001"), "2024-03-01", "Agency A")
                .says(said("two", "yes").valid("2003"), "2024-03-01", "Agency B");

        assertThat(desk.questions()).hasSize(2);
    }
}
