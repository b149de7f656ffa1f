package org.claimsledger.projection.run;

import java.sql.SQLException;
import java.util.List;
import org.claimsledger.projection.table.Table;
import org.claimsledger.projection.table.TableSession;

/** One read model's way from events to rows, batch after batch, as they come or in a rebuild. */
public interface Projection {

    /** Its name in health, in its files and for a rebuild. */
    String name();

    List<Table> tables();

    /** Follows the log for one generation of the tables. */
    BatchHandler newBatchHandler();

    /** Called by one thread. */
    @FunctionalInterface
    interface BatchHandler {

        /**
         * Writes what these events change, which follow those of earlier calls. Whatever it writes is committed together
         * with its position after this returns, or not at all where it throws; then it is never called again.
         */
        void apply(List<LazyEvent> batch, TableSession tableSession) throws SQLException;
    }
}
