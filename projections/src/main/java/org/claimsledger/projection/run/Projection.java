package org.claimsledger.projection.run;

import java.sql.SQLException;
import java.util.List;
import org.claimsledger.projection.table.Table;
import org.claimsledger.projection.table.TableSession;

/** Turns events into rows of tables, batch after batch, both while it follows the log and in a rebuild. */
public interface Projection {

    /** The name in health, in file names and in the call that rebuilds it. */
    String name();

    List<Table> tables();

    /** A handler that follows the log for one generation of the tables. */
    BatchHandler newBatchHandler();

    /** Applies batches. Called by one thread. */
    @FunctionalInterface
    interface BatchHandler {

        /**
         * Writes the rows that these events change. The events follow those of the call before. After this returns, the
         * rows are committed together with the position; where it throws, nothing is committed, and it is not called
         * again.
         */
        void apply(List<LazyEvent> batch, TableSession tableSession) throws SQLException;
    }
}
