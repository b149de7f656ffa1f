package org.claimsledger.value;

import java.util.Collection;

/** Why something was taken back; version 1 of the list. */
public enum ReasonCode {
    RECORDED_IN_ERROR(true),
    WRONG_IDENTITY(true),
    MISATTRIBUTED(true),
    MISTRANSLATED(true),
    DUPLICATE(true),
    SOURCE_RETRACTED(false),
    FABRICATED(false),
    SUPERSEDED_BY_RULING(false),
    LEGAL_ORDER(false),
    OTHER(false);

    private final boolean desksOwnError;

    ReasonCode(boolean desksOwnError) {
        this.desksOwnError = desksOwnError;
    }

    /** Whether all codes are the desk's own errors: no publication ever said what the desk misread. */
    public static boolean onlyDesksOwnErrors(Collection<ReasonCode> reasons) {
        return !reasons.isEmpty() && reasons.stream().allMatch(reason -> reason.desksOwnError);
    }
}
