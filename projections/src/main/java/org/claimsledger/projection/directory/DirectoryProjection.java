package org.claimsledger.projection.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.claimsledger.projection.run.Concerned;
import org.claimsledger.projection.run.Projection;
import org.claimsledger.projection.run.Recorded;
import org.claimsledger.projection.table.Rows;
import org.claimsledger.projection.table.Table;

/** Keeps the directory: every state of every source, subject and predicate. */
public final class DirectoryProjection implements Projection {

    public static final String NAME = "directory";

    private final AliasWriter aliases = new AliasWriter();
    private final ProtectionWriter protections = new ProtectionWriter();

    private static List<Shelf<?>> shelves() {
        return List.of(new Shelf<>(Areas.SOURCES), new Shelf<>(Areas.SUBJECTS), new Shelf<>(Areas.PREDICATES));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Table> tables() {
        return DirectoryTables.ALL;
    }

    @Override
    public Following following() {
        List<Shelf<?>> shelves = shelves();
        return (batch, session) -> {
            for (Shelf<?> shelf : shelves) {
                shelf.apply(batch, session);
            }
            aliases.apply(batch, session);
            protections.apply(batch, session);
        };
    }

    @Override
    public Concerned concerned(Recorded event) {
        List<String> things = new ArrayList<>();
        for (Shelf<?> shelf : shelves()) {
            things.addAll(shelf.touchedBy(event));
        }
        things.addAll(aliases.touchedBy(event));
        things.addAll(protections.touchedBy(event));
        return things.isEmpty() ? Concerned.NOTHING : Concerned.things(things);
    }

    @Override
    public void rowsOf(Predicate<String> whose, List<Recorded> events, Rows rows) {
        for (Shelf<?> shelf : shelves()) {
            shelf.rowsOf(whose, events, rows);
        }
        aliases.rowsOf(whose, events, rows);
        protections.rowsOf(whose, events, rows);
    }
}
