package org.claimsledger.event;

/** What a publisher says about its own source, in Crossref's words. */
public enum NoticeType {
    ADDENDUM,
    CLARIFICATION,
    CORRECTION,
    CORRIGENDUM,
    ERRATUM,
    EXPRESSION_OF_CONCERN,
    NEW_VERSION,
    PARTIAL_RETRACTION,
    REMOVAL,
    RETRACTION,
    WITHDRAWAL,
    REINSTATEMENT;

    /** Only these two end a source's standing; a removal unsays nothing, by order or in fear. */
    public boolean endsStanding() {
        return this == RETRACTION || this == WITHDRAWAL;
    }
}
