package org.claimsledger.claim;

import org.claimsledger.claim.ClaimEvent.ClaimReviewed;
import org.jspecify.annotations.Nullable;

/**
 * How a filing stands that had to wait for an editor: an assertion with its first evidence, or one more piece of evidence.
 *
 * @param decided the last decision; absent while it waits
 */
public record Review(@Nullable ClaimReviewed decided) {

    /** Nobody has decided yet. */
    static final Review AWAITED = new Review(null);

    /** What an editor decides. */
    public enum Decision {
        /** For good: what was accepted is retracted or withdrawn, like everything else. */
        ACCEPTED,
        /** Until somebody thinks better of it and accepts. */
        REFUSED
    }

    /** Where it stands. */
    public enum State {
        PROPOSED,
        ACCEPTED,
        REFUSED
    }

    public State state() {
        if (decided == null) {
            return State.PROPOSED;
        }
        return switch (decided.decision()) {
            case ACCEPTED -> State.ACCEPTED;
            case REFUSED -> State.REFUSED;
        };
    }

    /** How it begins. */
    static @Nullable Review of(boolean proposed) {
        return proposed ? AWAITED : null;
    }

    /** Whether the desk has made the filing its own; one that never had to wait is from the start. */
    public static boolean hasPassed(@Nullable Review review) {
        return review == null || review.state() == State.ACCEPTED;
    }
}
