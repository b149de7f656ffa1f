package org.claimsledger.claim;

import org.claimsledger.event.ClaimEvent.ClaimReviewed;
import org.jspecify.annotations.Nullable;

/**
 * How a filing stands that had to wait for an editor: an assertion with its first evidence, or one more piece of evidence.
 *
 * @param decided the last decision; absent while it waits
 */
public record Review(@Nullable ClaimReviewed decided) {

    /** Nobody has decided yet. */
    static final Review PENDING = new Review(null);

    /** The states of a filing. */
    public enum ReviewState {
        PROPOSED,
        ACCEPTED,
        REFUSED
    }

    public ReviewState state() {
        if (decided == null) {
            return ReviewState.PROPOSED;
        }
        return switch (decided.decision()) {
            case ACCEPTED -> ReviewState.ACCEPTED;
            case REFUSED -> ReviewState.REFUSED;
        };
    }

    /** The first review of a filing; absent where it does not have to wait. */
    static @Nullable public Review whereProposed(boolean proposed) {
        return proposed ? PENDING : null;
    }

    /** Whether the desk has made the filing its own; one that never had to wait is from the start. */
    public static boolean isAccepted(@Nullable Review review) {
        return review == null || review.state() == ReviewState.ACCEPTED;
    }
}
