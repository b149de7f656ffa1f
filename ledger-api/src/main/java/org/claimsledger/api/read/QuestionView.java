package org.claimsledger.api.read;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.claimsledger.api.read.ClaimView.OriginsView;
import org.claimsledger.bestknown.BestKnown;
import org.claimsledger.bestknown.BestKnown.Alternative;
import org.claimsledger.bestknown.BestKnown.QuestionStatus;
import org.claimsledger.bestknown.BestKnownPolicy;
import org.claimsledger.bestknown.ClaimStatus;
import org.claimsledger.bestknown.CompetingClaim;
import org.claimsledger.bestknown.CompetingClaim.Annulment;
import org.claimsledger.bestknown.Question;
import org.claimsledger.event.Finality;
import org.claimsledger.projection.answers.BestKnownAnswers.QuestionAt;
import org.claimsledger.time.Edtf;
import org.claimsledger.time.InForce;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.Qualifier;
import org.claimsledger.value.QualifierKey;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The best known answer to a question.
 *
 * @param policy the version of the policy that chose the answer
 * @param answer null where the question is open
 * @param because the rules that decided, with their figures
 * @param alternatives all other claims that answer it, the next best first
 */
public record QuestionView(
        QuestionKeyView question,
        int policy,
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
    public record QuestionKeyView(SubjectId subject, PredicateKey predicate, Map<QualifierKey, Qualifier> qualifiers) {}

    /**
     * The claim that answers the question best.
     *
     * @param qualifiers all that the claim has, whichever the question names
     * @param origins how many stand by the answer, on whichever claim, and how many are against it
     */
    public record AnswerView(
            ClaimId claim,
            Value value,
            Map<QualifierKey, Qualifier> qualifiers,
            @Nullable String statement,
            ClaimStatus status,
            InForce inForce,
            @Nullable Edtf valid,
            @Nullable Finality finality,
            OriginsView origins) {}

    /**
     * Another claim that answers the question, and why it is not the answer.
     *
     * @param annulled absent where no claim had annulled it by the day
     */
    public record AlternativeView(
            ClaimId claim,
            Value value,
            Map<QualifierKey, Qualifier> qualifiers,
            ClaimStatus status,
            InForce inForce,
            @Nullable Edtf valid,
            @Nullable AnnulmentView annulled,
            String why) {}

    /**
     * The annulment of a claim.
     *
     * @param by the claim that annulled it
     * @param from the day from which it is void, as {@code 2013-06-01}; absent where it always was
     */
    public record AnnulmentView(ClaimId by, @Nullable String from) {

        static @Nullable AnnulmentView of(@Nullable Annulment annulment) {
            return annulment == null
                    ? null
                    : new AnnulmentView(
                            annulment.by(),
                            annulment.from() == null ? null : annulment.from().toString());
        }
    }

    public static List<QuestionView> of(List<QuestionAt> items) {
        return items.stream().map(QuestionView::of).toList();
    }

    static QuestionView of(QuestionAt item) {
        Question question = item.question();
        BestKnown bestKnown = item.bestKnown();
        return new QuestionView(
                new QuestionKeyView(question.subject(), question.predicate(), question.qualifiers()),
                BestKnownPolicy.VERSION,
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
                        answer.content().qualifiers(),
                        answer.statement(),
                        answer.status(),
                        Objects.requireNonNull(bestKnown.inForce()),
                        answer.valid(),
                        answer.content().finality(),
                        new OriginsView(
                                Objects.requireNonNull(bestKnown.support())
                                        .origins()
                                        .size(),
                                bestKnown.against()));
    }

    private static AlternativeView alternative(Alternative alternative) {
        CompetingClaim claim = alternative.candidate();
        return new AlternativeView(
                claim.claim(),
                claim.value(),
                claim.content().qualifiers(),
                claim.status(),
                alternative.inForce(),
                claim.valid(),
                AnnulmentView.of(alternative.annulment()),
                alternative.why());
    }
}
