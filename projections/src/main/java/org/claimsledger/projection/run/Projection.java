package org.claimsledger.projection.run;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import org.claimsledger.projection.table.Rows;
import org.claimsledger.projection.table.Session;
import org.claimsledger.projection.table.Table;

/**
 * One read model's way from events to rows, told twice: batch after batch as events come, and all at once for tables that
 * are made anew. Both leave the same rows.
 */
public interface Projection {

    /** What it is called in health, in the names of its files, and by whoever has it made anew. */
    String name();

    List<Table> tables();

    /** Somebody who follows the log for one generation of the tables. */
    Following following();

    /** Whose rows the event changes. */
    Concerned concerned(Recorded event);

    /**
     * Adds all rows of some things as they are after the last event, each with its end where it has one.
     *
     * @param events all that concern these things, in order; others may be among them
     * @param whose tells whether a thing is one of these
     */
    void rowsOf(Predicate<String> whose, List<Recorded> events, Rows rows);

    /** Called by one thread. */
    @FunctionalInterface
    interface Following {

        /**
         * Writes what these events change, which follow those that it has been given before. Whatever it writes is
         * committed together with its position after this returns, or not at all where it throws; then it is never called
         * again.
         */
        void apply(List<Recorded> batch, Session session) throws SQLException;
    }
}
