package org.claimsledger.event;

/** How the desk ranks a claim among the answers to its question. */
public enum Rank {
    PREFERRED,
    NORMAL,
    DEPRECATED
}
