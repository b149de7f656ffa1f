package org.claimsledger.projection.registry;

import java.util.List;
import org.claimsledger.projection.protection.ProtectionWriter;
import org.claimsledger.projection.run.Projection;
import org.claimsledger.projection.table.Table;

/** Keeps the registry: every state of every source, subject and predicate. */
public final class RegistryProjection implements Projection {

    public static final String NAME = "directory";

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
        List<EntityWriter<?>> entities = List.of(
                new EntityWriter<>(EntityType.SOURCES),
                new EntityWriter<>(EntityType.SUBJECTS),
                new EntityWriter<>(EntityType.PREDICATES));
        AliasWriter aliases = new AliasWriter();
        ProtectionWriter protections = new ProtectionWriter();
        return (batch, tableSession) -> {
            for (EntityWriter<?> each : entities) {
                each.apply(batch, tableSession);
            }
            aliases.apply(batch, tableSession);
            protections.apply(batch, tableSession);
        };
    }
}
