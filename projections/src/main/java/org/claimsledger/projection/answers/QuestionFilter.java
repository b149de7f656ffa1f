package org.claimsledger.projection.answers;

import org.claimsledger.bestknown.BestKnown.QuestionStatus;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Selects the questions that meet all conditions that are given.
 *
 * @param subject questions about this subject or one that is merged with it
 * @param status questions with this status
 */
public record QuestionFilter(
        @Nullable SubjectId subject,
        @Nullable PredicateKey predicate,
        @Nullable QuestionStatus status) {

    /** Every question. */
    public static final QuestionFilter ALL = new QuestionFilter(null, null, null);

    public static QuestionFilter about(SubjectId subject) {
        return new QuestionFilter(subject, null, null);
    }
}
