package org.claimsledger.projection.table;

import java.util.function.LongSupplier;

/**
 * Readings of the tables that are fixed to a position of the log. All rows say from when to when they hold, so that an
 * answer is the same for ever once the position has been applied; before that there is none.
 */
public final class Readings {

    private final Tables tables;
    private final LongSupplier applied;

    public Readings(Tables tables, LongSupplier applied) {
        this.tables = tables;
        this.applied = applied;
    }

    public <T> T at(long asOf, Database.Work<T> work) {
        long last = applied.getAsLong();
        if (asOf < 0 || asOf > last) {
            throw new IllegalArgumentException("A reading as of " + asOf + ", where " + last + " events are applied");
        }
        return tables.read(work);
    }

    /** A reading of what is there now, which is all that is applied, and may be more. It is for what no date changes. */
    public <T> T now(Database.Work<T> work) {
        return tables.read(work);
    }
}
