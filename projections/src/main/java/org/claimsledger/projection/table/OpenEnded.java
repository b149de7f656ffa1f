package org.claimsledger.projection.table;

/** Values of columns for open beginnings and ends. */
public final class OpenEnded {

    /**
     * The {@code recorded_to} of a row that holds now, and the {@code reported_to} of a row that holds for all later
     * dates.
     */
    public static final long OPEN = Long.MAX_VALUE;

    /** The {@code reported_from} of a row that holds for all earlier dates. */
    public static final long BEGINNING = Long.MIN_VALUE;

    private OpenEnded() {}
}
