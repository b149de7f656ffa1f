package org.claimsledger.api.read;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.claimsledger.api.read.ClaimView.OriginsView;
import org.claimsledger.bestknown.BestKnown;
import org.claimsledger.bestknown.BestKnown.Alternative;
import org.claimsledger.bestknown.BestKnown.QuestionStatus;
import org.claimsledger.bestknown.ClaimStatus;
import org.claimsledger.bestknown.CompetingClaim;
import org.claimsledger.bestknown.Question;
import org.claimsledger.projection.answers.BestKnownAnswers.QuestionAt;
import org.claimsledger.time.Edtf;
import org.claimsledger.time.InForce;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.QualifierKey;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The best known answer to a question.
 *
 * @param answer null where the question is open
 * @param because the rules that decided, with their figures
 * @param alternatives all other claims that answer it, the next best first
 */
public record QuestionView(
        QuestionKeyView question,
        QuestionStatus status,
        @Nullable AnswerView answer,
        List<String> because,
        List<AlternativeView> alternatives) {

    /**
     * The key of a question.
     *
     * @param subject the one that is read after merges
     * @param qualifiers those that tell this question from others of the same subject and predicate
     */
    public record QuestionKeyView(SubjectId subject, PredicateKey predicate, Map<QualifierKey, String> qualifiers) {}

    /** The claim that answers the question best. */
    public record AnswerView(
            ClaimId claim,
            Value value,
            @Nullable String statement,
            ClaimStatus status,
            InForce inForce,
            @Nullable Edtf valid,
            OriginsView origins) {}

    /** Another claim that answers the question, and why it is not the answer. */
    public record AlternativeView(ClaimId claim, Value value, ClaimStatus status, String why) {}

    public static List<QuestionView> of(List<QuestionAt> items) {
        return items.stream().map(QuestionView::of).toList();
    }

    static QuestionView of(QuestionAt item) {
        Question question = item.question();
        BestKnown bestKnown = item.bestKnown();
        return new QuestionView(
                new QuestionKeyView(question.subject(), question.predicate(), question.qualifiers()),
                bestKnown.status(),
                answer(bestKnown),
                bestKnown.because(),
                bestKnown.alternatives().stream().map(QuestionView::alternative).toList());
    }

    private static @Nullable AnswerView answer(BestKnown bestKnown) {
        CompetingClaim answer = bestKnown.answer();
        return answer == null
                ? null
                : new AnswerView(
                        answer.claim(),
                        answer.value(),
                        answer.statement(),
                        answer.status(),
                        Objects.requireNonNull(bestKnown.inForce()),
                        answer.valid(),
                        new OriginsView(
                                answer.weight().supporting(), answer.weight().disputing()));
    }

    private static AlternativeView alternative(Alternative alternative) {
        CompetingClaim claim = alternative.candidate();
        return new AlternativeView(claim.claim(), claim.value(), claim.status(), alternative.why());
    }
}
