package org.claimsledger.projection.answers;

import java.util.List;
import org.claimsledger.bestknown.BestKnown;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.Question;
import org.claimsledger.projection.audit.FieldChange;
import org.claimsledger.value.ClaimId;
import org.jspecify.annotations.Nullable;

/**
 * The effects that a decision would have.
 *
 * @param events how many events it would record
 * @param position the last event of the ledger that it takes into account
 * @param totalClaims how many claims would change
 * @param complete whether all claims were examined that the decision touches
 * @param claims the first of them, in the order in which they were asserted
 * @param questions the questions of the listed claims whose answer, or its status, would change
 */
public record DecisionImpact(
        int events,
        long position,
        int totalClaims,
        boolean complete,
        List<ClaimImpact> claims,
        List<QuestionImpact> questions) {

    /** @param before absent where there is no such claim yet */
    public record ClaimImpact(
            ClaimId claim, @Nullable ClaimState before, ClaimState after, List<FieldChange> changes) {}

    /**
     * One question.
     *
     * @param before absent where no claim is about it yet
     * @param after absent where no claim would be about it any more
     */
    public record QuestionImpact(
            Question question,
            @Nullable BestKnown before,
            @Nullable BestKnown after) {}
}
