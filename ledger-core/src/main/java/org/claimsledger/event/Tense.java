package org.claimsledger.event;

/** How a predicate stands in time. */
public enum Tense {
    /** It is true from its date on, for ever: somebody was born, sentenced, dismissed. */
    HAPPENS,
    /** It is true while its valid time lasts: somebody holds an office, serves a sentence. */
    HOLDS
}
