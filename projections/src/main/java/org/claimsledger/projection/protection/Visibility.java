package org.claimsledger.projection.protection;

/** How much a caller may see. */
public enum Visibility {
    /** Everything: for editors, and for anyone with the ledger's files. */
    FULL,
    /** Everything except the identity of protected sources. */
    REDACTED
}
