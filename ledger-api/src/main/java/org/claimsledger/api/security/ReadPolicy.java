package org.claimsledger.api.security;

/** Who may read. */
public enum ReadPolicy {
    /** Everybody who can reach the ledger. */
    OPEN,
    /** Everybody with a role. */
    CLOSED
}
