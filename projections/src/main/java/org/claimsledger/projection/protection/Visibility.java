package org.claimsledger.projection.protection;

/** How much a caller may see. */
public enum Visibility {
    /** Everything, for those who may know protected sources. */
    FULL,
    /** Everything except the identity of protected sources. */
    REDACTED
}
