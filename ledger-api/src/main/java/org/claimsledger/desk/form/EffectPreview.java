package org.claimsledger.desk.form;

import java.util.List;
import org.claimsledger.desk.claim.ClaimListRow;
import org.claimsledger.desk.words.LinkedText;
import org.claimsledger.desk.words.StatusMark;
import org.jspecify.annotations.Nullable;

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

    /** An answer and its status. */
    public record AnswerText(LinkedText value, StatusMark mark, boolean disputed) {}
}
