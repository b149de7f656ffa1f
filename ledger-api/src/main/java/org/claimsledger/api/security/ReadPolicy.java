package org.claimsledger.api.security;

/** Who may read. */
public enum ReadPolicy {
    /** Everybody who can reach the ledger. */
    OPEN,
    /** Whoever has a role. */
    CLOSED
}
