package org.claimsledger.desk.effect;

import java.util.List;
import org.claimsledger.desk.claim.ClaimLine;
import org.claimsledger.desk.words.Mark;
import org.claimsledger.desk.words.Said;
import org.jspecify.annotations.Nullable;

/**
 * What would change.
 *
 * @param figures how many claims and answers, in words
 * @param complete whether everything was looked at that it touches
 */
public record Effect(String figures, boolean complete, List<Fate> claims, List<Answered> questions) {

    /** What would become of a claim. */
    public record Fate(ClaimLine line, @Nullable Mark before, Mark after, String originsBefore, String originsAfter) {

        /** Whether it would stand otherwise, and not only on less. */
        public boolean standsOtherwise() {
            return !after.equals(before);
        }
    }

    /** What would become of the answer to a question; absent where there is none. */
    public record Answered(
            Said subject,
            String predicate,
            @Nullable Reply before,
            @Nullable Reply after) {}

    /** An answer and how it stands. */
    public record Reply(Said value, Mark mark, boolean disputed) {}
}
