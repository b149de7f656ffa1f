package org.claimsledger.projection.sight;

/** How much a caller may see. */
public enum Sight {
    /** Everything: for editors, and for whoever has the ledger's files. */
    WHOLE,
    /** Everything but which sources the protected ones are. */
    VEILED
}
