package org.claimsledger.projection.table;

import java.util.function.LongSupplier;

/**
 * Readings of the tables that are fixed to a position of the log. All rows say from when to when they hold, so that an
 * answer stays the same for ever once the position has been applied; before that there is no answer.
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

    /** A reading of the present rows: of all applied events, and possibly more. For facts that do not depend on a date. */
    public <T> T latest(TableDatabase.SessionWork<T> sessionWork) {
        return liveTables.read(sessionWork);
    }
}
