package org.claimsledger.desk.compare;

import org.claimsledger.desk.claim.QuestionView;
import org.jspecify.annotations.Nullable;

/** A question from both viewpoints; absent where nothing is about it from one. */
public record QuestionPair(
        @Nullable QuestionView before, @Nullable QuestionView after, boolean alike) {

    /** The question, from wherever it is seen. */
    public QuestionView question() {
        QuestionView seen = after == null ? before : after;
        if (seen == null) {
            throw new IllegalStateException("a question that is seen from nowhere");
        }
        return seen;
    }
}
