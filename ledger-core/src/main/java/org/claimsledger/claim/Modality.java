package org.claimsledger.claim;

/** How firmly the source says it. */
public enum Modality {
    ASSERTED,
    ALLEGED,
    BELIEVED
}
