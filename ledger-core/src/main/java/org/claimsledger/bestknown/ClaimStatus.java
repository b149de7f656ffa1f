package org.claimsledger.bestknown;

/** The status of a claim, from its reviews and its evidence. */
public enum ClaimStatus {
    /** It waits for an editor. */
    PROPOSED,
    /** An editor refused it. */
    REFUSED,
    /** The desk took it back. */
    RETRACTED,
    /** Somebody checked it, and it is not so. */
    FOUND_FALSE,
    /** No live evidence supports it. */
    UNSUPPORTED,
    /** All live support is alleged or believed, or comes from somebody who is not to be relied on. */
    ALLEGED,
    /** Live evidence supports it, and somebody who asserts it himself says otherwise. */
    DISPUTED,
    /** Somebody alleges otherwise, a party denies it, or a source of it stands under a notice of concern. */
    QUESTIONED,
    /** One origin asserts it. */
    SUPPORTED,
    /** Two or more independent origins assert it. */
    CORROBORATED;

    /** Whether the desk has made the claim its own; one that it hasn't asks no question and answers none. */
    public boolean isAccepted() {
        return this != PROPOSED && this != REFUSED;
    }
}
