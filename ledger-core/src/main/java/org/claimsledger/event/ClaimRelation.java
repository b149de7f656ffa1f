package org.claimsledger.event;

/** How two claims are related; shown, but it changes no status. */
public enum ClaimRelation {
    CONTRADICTS,
    SAME_AS,
    SUPERSEDES,
    PART_OF;

    /** Whether it says the same the other way round. */
    public boolean isSymmetric() {
        return this == CONTRADICTS || this == SAME_AS;
    }
}
