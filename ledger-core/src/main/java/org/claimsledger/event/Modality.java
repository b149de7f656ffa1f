package org.claimsledger.event;

/** How firmly the source says it. */
public enum Modality {
    ASSERTED,
    ALLEGED,
    BELIEVED
}
