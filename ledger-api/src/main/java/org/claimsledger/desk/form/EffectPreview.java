package org.claimsledger.desk.form;

import java.util.List;
import org.claimsledger.desk.claim.ClaimListRow;
import org.claimsledger.desk.words.LinkedText;
import org.claimsledger.desk.words.StatusMark;
import org.jspecify.annotations.Nullable;

/**
 * What would change.
 *
 * @param figures how many claims and answers, in words
 * @param complete whether everything was looked at that it touches
 */
public record EffectPreview(
        String figures, boolean complete, List<ClaimEffect> claims, List<QuestionEffect> questions) {

    /** What would become of a claim. */
    public record ClaimEffect(
            ClaimListRow line,
            @Nullable StatusMark before,
            StatusMark after,
            String originsBefore,
            String originsAfter) {

        /** Whether it would stand otherwise, and not only on less. */
        public boolean statusChanges() {
            return !after.equals(before);
        }
    }

    /** What would become of the answer to a question; absent where there is none. */
    public record QuestionEffect(
            LinkedText subject,
            String predicate,
            @Nullable AnswerText before,
            @Nullable AnswerText after) {}

    /** An answer and how it stands. */
    public record AnswerText(LinkedText value, StatusMark mark, boolean disputed) {}
}
