package org.claimsledger.bestknown;

/** The status of a claim, from its reviews and its evidence. */
public enum ClaimStatus {
    /** It waits for an editor. */
    PROPOSED,
    /** An editor refused it. */
    REFUSED,
    /** The desk took it back. */
    RETRACTED,
    /** No live evidence supports it. */
    UNSUPPORTED,
    /** Live evidence supports it, and live evidence says otherwise. */
    DISPUTED,
    /** All live support is alleged or believed, none of it asserted. */
    ALLEGED,
    /** One origin asserts it. */
    SUPPORTED,
    /** Two or more independent origins assert it. */
    CORROBORATED;

    /** Whether the desk has made the claim its own; one that it hasn't asks no question and answers none. */
    public boolean isAccepted() {
        return this != PROPOSED && this != REFUSED;
    }
}
