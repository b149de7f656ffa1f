package org.claimsledger.projection.run;

import java.sql.SQLException;
import java.util.List;
import org.claimsledger.projection.table.Session;

/** One read model's way from events to rows. Called by one thread. */
public interface Projection {

    /** What it is called in health and in the table of positions. */
    String name();

    /** The statements that make its tables. */
    List<String> tables();

    /**
     * Writes what these events change, which follow those that it has been given before. Whatever it writes is committed
     * together with its position after this returns, or not at all where it throws; then it is never called again.
     */
    void apply(List<Recorded> batch, Session session) throws SQLException;
}
