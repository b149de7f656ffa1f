package org.claimsledger.bestknown;

/** How much a statement is worth, the least first. */
public enum Grade {
    /** It is alleged or believed, or asserted by somebody who is not to be relied on. */
    ALLEGED,
    /** It is asserted. */
    ASSERTED,
    /** The attestor had the power to decide the matter, and decided it. */
    RULED
}
