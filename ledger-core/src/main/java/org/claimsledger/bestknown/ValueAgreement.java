package org.claimsledger.bestknown;

/** The agreement of the value that evidence speaks for with its claim's value. */
public enum ValueAgreement {
    /** It is that value, or implies it: support counts for the claim. */
    THIS,
    /** It can be true together with it: support counts for nothing, dispute counts. */
    COMPATIBLE,
    /** It excludes it: support counts as dispute, dispute for nothing. */
    OTHER;

    static ValueAgreement of(ValueRelation relation) {
        return switch (relation) {
            case SAME, IMPLIES -> THIS;
            case IMPLIED, COMPATIBLE, APART -> COMPATIBLE;
            case EXCLUDES -> OTHER;
        };
    }
}
