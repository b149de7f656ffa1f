package org.claimsledger.desk.form;

import java.util.List;
import org.claimsledger.api.operation.DryRunner;
import org.claimsledger.bestknown.BestKnown;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.CompetingClaim;
import org.claimsledger.desk.claim.ClaimListRows;
import org.claimsledger.desk.claim.ClaimListRows.ClaimListRow;
import org.claimsledger.desk.page.PageRequest;
import org.claimsledger.desk.words.LinkedText;
import org.claimsledger.desk.words.NameLookup;
import org.claimsledger.desk.words.Phrases;
import org.claimsledger.desk.words.StatusMark;
import org.claimsledger.desk.words.ValueWords;
import org.claimsledger.ledger.Request;
import org.claimsledger.projection.answers.DecisionPreviews.DecisionImpact;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out the changes that a request would make, and records nothing. */
@Component
public final class EffectPreviewReader {

    private final DryRunner dryRunner;

    EffectPreviewReader(DryRunner dryRunner) {
        this.dryRunner = dryRunner;
    }

    /** @throws Refused as the request itself would be */
    public EffectPreview of(Request request, PageRequest pageRequest) {
        DecisionImpact impact = dryRunner.changes(request, pageRequest.readModel());
        NameLookup nameLookup =
                new NameLookup(pageRequest.readModel().registry(), impact.position(), pageRequest.links());
        ClaimListRows lines = new ClaimListRows(
                nameLookup,
                pageRequest.links(),
                pageRequest.viewpoint().resolved().today());
        ValueWords values = new ValueWords(nameLookup, pageRequest.links());
        return new EffectPreview(
                figures(impact),
                impact.complete() && impact.claims().size() == impact.totalClaims(),
                impact.claims().stream().map(it -> claimEffect(it, lines)).toList(),
                impact.questions().stream()
                        .map(it -> questionEffect(it, nameLookup, values))
                        .toList());
    }

    private static String figures(DecisionImpact impact) {
        return impact.totalClaims() == 0 && impact.questions().isEmpty()
                ? "No claim and no answer would read otherwise."
                : Phrases.capitalised(Phrases.count(impact.totalClaims(), "claim")) + " and "
                        + Phrases.count(impact.questions().size(), "answer") + " would read otherwise.";
    }

    private static EffectPreview.ClaimEffect claimEffect(DecisionImpact.ClaimImpact change, ClaimListRows lines) {
        ClaimState before = change.before();
        ClaimState after = change.after();
        return new EffectPreview.ClaimEffect(
                lines.of(after),
                before == null ? null : StatusMark.of(before.status()),
                StatusMark.of(after.status()),
                before == null ? "" : ClaimListRows.origins(before.weight()),
                ClaimListRows.origins(after.weight()));
    }

    private static EffectPreview.QuestionEffect questionEffect(
            DecisionImpact.QuestionImpact change, NameLookup nameLookup, ValueWords values) {
        PredicateKey predicate = change.question().predicate();
        LinkedText subject = nameLookup.subject(change.question().subject());
        return new EffectPreview.QuestionEffect(
                subject,
                nameLookup.label(predicate),
                answerText(change.before(), predicate, values),
                answerText(change.after(), predicate, values));
    }

    private static EffectPreview.@Nullable AnswerText answerText(
            @Nullable BestKnown bestKnown, PredicateKey predicate, ValueWords values) {
        CompetingClaim answer = bestKnown == null ? null : bestKnown.answer();
        return bestKnown == null || answer == null
                ? null
                : new EffectPreview.AnswerText(
                        LinkedText.plain(values.of(answer.value(), predicate).text()),
                        StatusMark.of(bestKnown.status()));
    }

    /**
     * The changes that a request would make.
     *
     * @param figures the numbers of claims and answers, in words
     * @param complete whether all claims and questions that it touches were worked out
     */
    public record EffectPreview(
            String figures, boolean complete, List<ClaimEffect> claims, List<QuestionEffect> questions) {

        /** The change of a claim. */
        public record ClaimEffect(
                ClaimListRow line,
                @Nullable StatusMark before,
                StatusMark after,
                String originsBefore,
                String originsAfter) {

            /** Whether its status would change, and not only its number of origins. */
            public boolean statusChanges() {
                return !after.equals(before);
            }
        }

        /** The change of the answer to a question; an answer is absent where there is none. */
        public record QuestionEffect(
                LinkedText subject,
                String predicate,
                @Nullable AnswerText before,
                @Nullable AnswerText after) {}

        /** An answer, and how far it is agreed on. */
        public record AnswerText(LinkedText value, StatusMark mark) {}
    }
}
