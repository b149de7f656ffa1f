package org.claimsledger.event;

/** How a source bears on a claim. */
public enum Stance {
    SUPPORTS,
    /** It says otherwise. */
    DISPUTES,
    /** A party concerned rejects it: shown, but it changes no status. */
    DENIES,
    MENTIONS
}
