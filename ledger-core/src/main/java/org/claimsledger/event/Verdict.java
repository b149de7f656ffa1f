package org.claimsledger.event;

/** What checking a claim came to, in the terms of fact-checking. */
public enum Verdict {
    VERIFIED,
    FALSE,
    UNDETERMINED,
    IN_PROGRESS,
    NOT_APPLICABLE
}
