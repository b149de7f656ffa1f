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
import org.claimsledger.projection.answers.QuestionAt;
import org.claimsledger.time.Edtf;
import org.claimsledger.time.InForce;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.QualifierKey;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What is best known of a question.
 *
 * @param answer null where the question is open
 * @param because which rule decided, with its figures
 * @param alternatives all other claims that answer it, the next best first
 */
public record QuestionView(
        QuestionKeyView question,
        QuestionStatus status,
        @Nullable AnswerView answer,
        List<String> because,
        List<AlternativeView> alternatives) {

    /**
     * What is asked.
     *
     * @param subject the one that is kept, after merges
     * @param qualifiers those that tell this question from others of the same subject and predicate
     */
    public record QuestionKeyView(SubjectId subject, PredicateKey predicate, Map<QualifierKey, String> qualifiers) {}

    /** The claim that answers it best. */
    public record AnswerView(
            ClaimId claim,
            Value value,
            @Nullable String statement,
            ClaimStatus status,
            InForce inForce,
            @Nullable Edtf valid,
            OriginsView origins) {}

    /** A claim that does not, and why. */
    public record AlternativeView(ClaimId claim, Value value, ClaimStatus status, String why) {}

    public static List<QuestionView> of(List<QuestionAt> items) {
        return items.stream().map(QuestionView::of).toList();
    }

    static QuestionView of(QuestionAt item) {
        Question question = item.question();
        BestKnown known = item.bestKnown();
        return new QuestionView(
                new QuestionKeyView(question.subject(), question.predicate(), question.qualifiers()),
                known.status(),
                answer(known),
                known.because(),
                known.alternatives().stream().map(QuestionView::alternative).toList());
    }

    private static @Nullable AnswerView answer(BestKnown known) {
        CompetingClaim answer = known.answer();
        return answer == null
                ? null
                : new AnswerView(
                        answer.claim(),
                        answer.value(),
                        answer.statement(),
                        answer.status(),
                        Objects.requireNonNull(known.inForce()),
                        answer.valid(),
                        new OriginsView(
                                answer.weight().supporting(), answer.weight().disputing()));
    }

    private static AlternativeView alternative(Alternative alternative) {
        CompetingClaim claim = alternative.candidate();
        return new AlternativeView(claim.claim(), claim.value(), claim.status(), alternative.why());
    }
}
