package org.claimsledger.desk.compare;

import java.util.List;
import org.claimsledger.desk.claim.ClaimListRow;
import org.claimsledger.desk.words.ChangeRow;
import org.claimsledger.desk.words.WordDifference.Segment;
import org.jspecify.annotations.Nullable;

/**
 * A claim from both viewpoints.
 *
 * @param before absent where it is not there from the first
 * @param after absent where it is not there from the second
 * @param statement the sentence, what went and what came marked in it; empty where there is none
 * @param changes what else is different
 */
public record ClaimComparison(
        @Nullable ClaimListRow before, @Nullable ClaimListRow after, List<Segment> statement, List<ChangeRow> changes) {

    /** The claim, from wherever it is seen. */
    public ClaimListRow line() {
        ClaimListRow seen = after == null ? before : after;
        if (seen == null) {
            throw new IllegalStateException("a claim that is seen from nowhere");
        }
        return seen;
    }

    /** Whether both say the same in the same way. */
    public boolean isAlike() {
        return changes.isEmpty() && statement.size() < 2;
    }
}
