package org.claimsledger.event;

/** What an editor decides about a filing. */
public enum ReviewDecision {
    /** For good: what was accepted is retracted or withdrawn, like everything else. */
    ACCEPTED,
    /** Until an editor accepts it after all. */
    REFUSED
}
