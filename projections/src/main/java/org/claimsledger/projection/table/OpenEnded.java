package org.claimsledger.projection.table;

/** Values of columns for beginnings and ends that are open. */
public final class OpenEnded {

    /** The {@code recorded_to} of a row that still holds, and the {@code reported_to} of one that holds for every later date. */
    public static final long OPEN = Long.MAX_VALUE;

    /** The {@code reported_from} of a row that holds for every earlier date. */
    public static final long BEGINNING = Long.MIN_VALUE;

    private OpenEnded() {}
}
