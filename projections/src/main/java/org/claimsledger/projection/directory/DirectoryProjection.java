package org.claimsledger.projection.directory;

import java.sql.SQLException;
import java.util.List;
import org.claimsledger.projection.run.Projection;
import org.claimsledger.projection.run.Recorded;
import org.claimsledger.projection.table.Session;

/** Keeps the directory: every state of every source, subject and predicate. */
public final class DirectoryProjection implements Projection {

    private final List<Shelf<?>> shelves =
            List.of(new Shelf<>(Areas.SOURCES), new Shelf<>(Areas.SUBJECTS), new Shelf<>(Areas.PREDICATES));
    private final AliasWriter aliases = new AliasWriter();

    @Override
    public String name() {
        return "directory";
    }

    @Override
    public List<String> tables() {
        return DirectoryTables.ALL;
    }

    @Override
    public void apply(List<Recorded> batch, Session session) throws SQLException {
        for (Shelf<?> shelf : shelves) {
            shelf.apply(batch, session);
        }
        aliases.apply(batch, session);
    }
}
