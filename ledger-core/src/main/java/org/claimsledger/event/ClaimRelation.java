package org.claimsledger.event;

/** How two claims are related. What the desk records goes before what their values and dates say. */
public enum ClaimRelation {
    CONTRADICTS,
    SAME_AS,
    SUPERSEDES,
    PART_OF,
    /** The other claim is void because of this one: a ruling quashes a sentence. */
    ANNULS;

    /** Whether it says the same the other way round. */
    public boolean isSymmetric() {
        return this == CONTRADICTS || this == SAME_AS;
    }
}
