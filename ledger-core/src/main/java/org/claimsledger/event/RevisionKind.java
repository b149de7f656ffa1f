package org.claimsledger.event;

/** Why a claim's content changed: it was wrong from the start, the world changed, or the same is said better. */
public enum RevisionKind {
    CORRECTION,
    UPDATE,
    CLARIFICATION
}
