package org.claimsledger.event;

/** The result of checking a claim, in the terms of fact-checking. */
public enum Verdict {
    VERIFIED,
    FALSE,
    UNDETERMINED,
    IN_PROGRESS,
    NOT_APPLICABLE
}
