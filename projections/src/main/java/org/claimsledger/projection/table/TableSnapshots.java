package org.claimsledger.projection.table;

import java.util.function.LongSupplier;

/**
 * Readings of the tables that are fixed to a position of the log. All rows say from when to when they hold, so that an
 * answer is the same for ever once the position has been applied; before that there is none.
 */
public final class TableSnapshots {

    private final LiveTables liveTables;
    private final LongSupplier applied;

    public TableSnapshots(LiveTables liveTables, LongSupplier applied) {
        this.liveTables = liveTables;
        this.applied = applied;
    }

    public <T> T at(long asOf, TableDatabase.SessionWork<T> sessionWork) {
        long last = applied.getAsLong();
        if (asOf < 0 || asOf > last) {
            throw new IllegalArgumentException("A reading as of " + asOf + ", where " + last + " events are applied");
        }
        return liveTables.read(sessionWork);
    }

    /** A reading of what is there now, which is all that is applied, and may be more. It is for what no date changes. */
    public <T> T latest(TableDatabase.SessionWork<T> sessionWork) {
        return liveTables.read(sessionWork);
    }
}
