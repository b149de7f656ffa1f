package org.claimsledger.projection.audit;

import java.util.List;
import org.claimsledger.claim.Claim;
import org.jspecify.annotations.Nullable;

/** What is different between two states of a claim, field by field. */
public final class ClaimDiff {

    private ClaimDiff() {}

    /** The differences in the order of the fields; with nothing before, all fields that say something. */
    public static List<Change> between(@Nullable Claim before, Claim after) {
        throw new UnsupportedOperationException("not built yet");
    }
}
