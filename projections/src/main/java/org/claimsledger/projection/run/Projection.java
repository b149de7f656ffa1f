package org.claimsledger.projection.run;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import org.claimsledger.projection.table.RowSink;
import org.claimsledger.projection.table.Table;
import org.claimsledger.projection.table.TableSession;

/**
 * One read model's way from events to rows, told twice: batch after batch as events come, and all at once for tables that
 * are made anew. Both leave the same rows.
 */
public interface Projection {

    /** What it is called in health, in the names of its files, and by whoever has it made anew. */
    String name();

    List<Table> tables();

    /** Somebody who follows the log for one generation of the tables. */
    BatchHandler newBatchHandler();

    /** Whose rows the event changes. */
    AffectedKeys affectedKeys(LazyEvent event);

    /**
     * Adds all rows of some things as they are after the last event, each with its end where it has one.
     *
     * @param events all that concern these things, in order; others may be among them
     * @param whose tells whether a thing is one of these
     */
    void rowsOf(Predicate<String> whose, List<LazyEvent> events, RowSink rowSink);

    /** Called by one thread. */
    @FunctionalInterface
    interface BatchHandler {

        /**
         * Writes what these events change, which follow those that it has been given before. Whatever it writes is
         * committed together with its position after this returns, or not at all where it throws; then it is never called
         * again.
         */
        void apply(List<LazyEvent> batch, TableSession tableSession) throws SQLException;
    }
}
