package org.claimsledger.projection.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.claimsledger.projection.protection.ProtectionWriter;
import org.claimsledger.projection.run.AffectedKeys;
import org.claimsledger.projection.run.LazyEvent;
import org.claimsledger.projection.run.Projection;
import org.claimsledger.projection.table.RowSink;
import org.claimsledger.projection.table.Table;

/** Keeps the registry: every state of every source, subject and predicate. */
public final class RegistryProjection implements Projection {

    public static final String NAME = "directory";

    private final AliasWriter aliases = new AliasWriter();
    private final ProtectionWriter protections = new ProtectionWriter();

    private static List<EntityWriter<?>> writers() {
        return List.of(
                new EntityWriter<>(EntityType.SOURCES),
                new EntityWriter<>(EntityType.SUBJECTS),
                new EntityWriter<>(EntityType.PREDICATES));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Table> tables() {
        return RegistryTables.ALL;
    }

    @Override
    public BatchHandler newBatchHandler() {
        List<EntityWriter<?>> writers = writers();
        return (batch, tableSession) -> {
            for (EntityWriter<?> entityWriter : writers) {
                entityWriter.apply(batch, tableSession);
            }
            aliases.apply(batch, tableSession);
            protections.apply(batch, tableSession);
        };
    }

    @Override
    public AffectedKeys affectedKeys(LazyEvent event) {
        List<String> keys = new ArrayList<>();
        for (EntityWriter<?> entityWriter : writers()) {
            keys.addAll(entityWriter.affectedKeys(event));
        }
        keys.addAll(aliases.affectedKeys(event));
        keys.addAll(protections.affectedKeys(event));
        return keys.isEmpty() ? AffectedKeys.NONE : AffectedKeys.keys(keys);
    }

    @Override
    public void rowsOf(Predicate<String> whose, List<LazyEvent> events, RowSink rowSink) {
        for (EntityWriter<?> entityWriter : writers()) {
            entityWriter.rowsOf(whose, events, rowSink);
        }
        aliases.rowsOf(whose, events, rowSink);
        protections.rowsOf(whose, events, rowSink);
    }
}
