package org.claimsledger.projection.table;

/** What stands in a column for an end that has not come. */
public final class OpenEnded {

    /** The {@code recorded_to} of what holds still, and the {@code reported_to} of what holds for every later date. */
    public static final long OPEN = Long.MAX_VALUE;

    /** The {@code reported_from} of what holds for every earlier date. */
    public static final long BEGINNING = Long.MIN_VALUE;

    private OpenEnded() {}
}
