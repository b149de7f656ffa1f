package org.claimsledger.event;

/** What somebody found who compared two subjects. Nothing follows from it by itself: a merge is an event of its own. */
public enum Judgement {
    /** They are one. */
    POSITIVE,
    /** They are two; they are not proposed again and cannot be merged while this stands. */
    NEGATIVE,
    /** It cannot be told yet. */
    UNSURE
}
