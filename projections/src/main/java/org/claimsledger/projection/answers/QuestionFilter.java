package org.claimsledger.projection.answers;

import org.claimsledger.bestknown.BestKnown.QuestionStatus;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Which questions a list holds: those that meet all conditions that are given.
 *
 * @param subject about whoever counts as this one by a merge
 * @param status how what is best known of them stands
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
