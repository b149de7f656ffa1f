package org.claimsledger.desk.compare;

import org.claimsledger.desk.claim.QuestionSummary;
import org.jspecify.annotations.Nullable;

/** A question from both viewpoints; absent where nothing is about it from one. */
public record QuestionComparison(
        @Nullable QuestionSummary before, @Nullable QuestionSummary after, boolean alike) {

    /** The question, from wherever it is seen. */
    public QuestionSummary question() {
        QuestionSummary seen = after == null ? before : after;
        if (seen == null) {
            throw new IllegalStateException("a question that is seen from nowhere");
        }
        return seen;
    }
}
