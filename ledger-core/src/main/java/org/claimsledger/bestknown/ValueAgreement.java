package org.claimsledger.bestknown;

/** How the value that a piece of evidence speaks for stands to the value that its claim has. */
public enum ValueAgreement {
    /** It is that value. */
    THIS,
    /** It is another one, which can be true together with it: support and dispute count as they are. */
    COMPATIBLE,
    /** It is another one, which excludes it: support counts as dispute, dispute for nothing. */
    OTHER
}
