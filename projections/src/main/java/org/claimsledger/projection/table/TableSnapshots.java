package org.claimsledger.projection.table;

import java.util.function.LongSupplier;

/**
 * Readings of tables that are fixed to a position of the log. Every row has the positions from which and to which it
 * holds, so the answer for an applied position never changes. A position that is not applied yet is refused.
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

    /**
     * A reading of the rows as they are, which may be past the applied position. For facts that hold whatever is read.
     */
    public <T> T latest(TableDatabase.SessionWork<T> sessionWork) {
        return liveTables.read(sessionWork);
    }
}
