package org.claimsledger.bestknown;

/** The relation of one value to another, read from the first to the second. */
public enum ValueRelation {
    /** They say one thing. */
    SAME,
    /** Where the first is true, the second is. */
    IMPLIES,
    /** Where the second is true, the first is. */
    IMPLIED,
    /** Both can be true, and neither follows from the other. */
    COMPATIBLE,
    /** Both cannot be true. */
    EXCLUDES,
    /** Nobody can tell: texts in different words, units that cannot be converted. */
    APART;

    /** The relation read from the second to the first. */
    ValueRelation reversed() {
        return switch (this) {
            case IMPLIES -> IMPLIED;
            case IMPLIED -> IMPLIES;
            case SAME, COMPATIBLE, EXCLUDES, APART -> this;
        };
    }

    boolean isSameOrImplies() {
        return this == SAME || this == IMPLIES;
    }
}
