package org.claimsledger.event;

/** Whether what was decided can still be changed on appeal. */
public enum Finality {
    FINAL,
    NOT_FINAL,
    UNKNOWN
}
