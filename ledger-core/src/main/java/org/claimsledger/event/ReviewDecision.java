package org.claimsledger.event;

/** An editor's decision about a filing. */
public enum ReviewDecision {
    /** For good: what was accepted is retracted or withdrawn, like everything else. */
    ACCEPTED,
    /** Until an editor accepts it after all. */
    REFUSED
}
