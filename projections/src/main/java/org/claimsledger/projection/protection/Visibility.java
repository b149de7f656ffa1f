package org.claimsledger.projection.protection;

/** How much a caller may see. */
public enum Visibility {
    /** Everything: for editors, and for whoever has the ledger's files. */
    FULL,
    /** Everything but which sources the protected ones are. */
    REDACTED
}
