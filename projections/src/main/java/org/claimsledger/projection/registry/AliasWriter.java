package org.claimsledger.projection.registry;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.event.SubjectEvent.AliasChange;
import org.claimsledger.event.SubjectEvent.SubjectsMerged;
import org.claimsledger.event.SubjectEvent.SubjectsSplit;
import org.claimsledger.projection.run.LazyEvent;
import org.claimsledger.projection.table.OpenEnded;
import org.claimsledger.projection.table.RowBatch;
import org.claimsledger.projection.table.TableSession;
import org.claimsledger.value.SubjectId;

/** Writes the positions from which and to which a subject is merged into another one. */
final class AliasWriter {

    private record OpenMerge(SubjectId kept, long from) {}

    private record EndedMerge(SubjectId restored, long at) {}

    void apply(List<LazyEvent> batch, TableSession tableSession) throws SQLException {
        RowBatch rows = new RowBatch();
        for (EndedMerge endedMerge : collectRows(batch, rows)) {
            tableSession
                    .prepare("""
                        update alias set recorded_to = ? where absorbed = ? and recorded_to = ?
                        """, endedMerge.at(), endedMerge.restored().value(), OpenEnded.OPEN)
                    .executeUpdate();
        }
        rows.write(tableSession);
    }

    /** @return the splits of subjects that were merged before these events */
    private static List<EndedMerge> collectRows(List<LazyEvent> events, RowBatch rows) {
        Map<SubjectId, OpenMerge> openMerges = new LinkedHashMap<>();
        Map<SubjectId, EndedMerge> earlier = new HashMap<>();
        for (LazyEvent lazyEvent : events) {
            if (!lazyEvent.isInArea(AliasChange.class)) {
                continue;
            }
            AliasChange event = (AliasChange) lazyEvent.event();
            switch (event) {
                case SubjectsMerged merged ->
                    openMerges.put(merged.absorbed(), new OpenMerge(merged.subject(), lazyEvent.position()));
                case SubjectsSplit split -> {
                    OpenMerge before = openMerges.remove(split.restored());
                    if (before != null) {
                        add(split.restored(), before, lazyEvent.position(), rows);
                    } else {
                        earlier.put(split.restored(), new EndedMerge(split.restored(), lazyEvent.position()));
                    }
                }
            }
        }
        openMerges.forEach((absorbed, openMerge) -> add(absorbed, openMerge, OpenEnded.OPEN, rows));
        return List.copyOf(earlier.values());
    }

    private static void add(SubjectId absorbed, OpenMerge openMerge, long to, RowBatch rows) {
        rows.add(RegistryTables.ALIAS, absorbed.value(), openMerge.kept().value(), openMerge.from(), to);
    }
}
