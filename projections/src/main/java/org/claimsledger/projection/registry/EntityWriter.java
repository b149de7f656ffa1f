package org.claimsledger.projection.registry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimsledger.projection.run.LazyEvent;
import org.claimsledger.projection.table.OpenEnded;
import org.claimsledger.projection.table.RowBatch;
import org.claimsledger.projection.table.TableSession;

/** Writes the entities of one type. It fetches the states that a batch changes first, and caches recent ones. */
final class EntityWriter<S> {

    private static final int MAX_CACHED = 10_000;

    private final EntityType<S> type;
    private final Cache<String, CurrentEntity<S>> cache =
            Caffeine.newBuilder().maximumSize(MAX_CACHED).build();

    /** An entity with its last state. */
    private record CurrentEntity<S>(long entityNo, S state, long recordedFrom) {}

    EntityWriter(EntityType<S> entityType) {
        this.type = entityType;
    }

    /** Writes the states that follow from a batch. */
    void apply(List<LazyEvent> batch, TableSession tableSession) throws SQLException {
        List<LazyEvent> events = batch.stream().filter(type::owns).toList();
        if (events.isEmpty()) {
            return;
        }
        Map<String, CurrentEntity<S>> last = fetch(events, tableSession);
        RowBatch rows = new RowBatch();
        writeEnds(evolve(last, events, rows), tableSession);
        rows.write(tableSession);
        cache.putAll(last);
    }

    /**
     * Takes entities from their last states through the events, and adds a row for each resulting state.
     *
     * @param last the last state of each entity, which this keeps up to date
     * @return the ends of states of earlier batches, by entity number
     */
    private Map<Long, Long> evolve(Map<String, CurrentEntity<S>> last, List<LazyEvent> events, RowBatch rows) {
        Map<Long, Long> ends = new LinkedHashMap<>();
        long begin = events.getFirst().position();
        for (LazyEvent event : events) {
            for (String id : type.affectedIds(event)) {
                CurrentEntity<S> before = last.get(id);
                S after = type.evolve(id, before == null ? null : before.state(), event);
                if (before == null) {
                    rows.add(RegistryTables.ENTITY, event.position(), type.name(), id);
                } else if (before.recordedFrom() < begin) {
                    ends.put(before.entityNo(), event.position());
                } else {
                    add(before, event.position(), rows);
                }
                last.put(
                        id,
                        new CurrentEntity<>(
                                before == null ? event.position() : before.entityNo(), after, event.position()));
            }
        }
        for (CurrentEntity<S> currentEntity : last.values()) {
            if (currentEntity.recordedFrom() >= begin) {
                add(currentEntity, OpenEnded.OPEN, rows);
            }
        }
        return ends;
    }

    private void add(CurrentEntity<S> currentEntity, long to, RowBatch rows) {
        S state = currentEntity.state();
        EntityType.SummaryColumns summaryColumns = type.summaryColumns(state);
        rows.add(
                RegistryTables.VERSION,
                currentEntity.entityNo(),
                currentEntity.recordedFrom(),
                to,
                summaryColumns.label(),
                summaryColumns.publisher(),
                summaryColumns.publisherSubject(),
                summaryColumns.published(),
                type.write(state));
    }

    private Map<String, CurrentEntity<S>> fetch(List<LazyEvent> events, TableSession tableSession) throws SQLException {
        Set<String> touched = new LinkedHashSet<>();
        Set<String> registered = new LinkedHashSet<>();
        for (LazyEvent event : events) {
            (type.registers(event) ? registered : touched).addAll(type.affectedIds(event));
        }
        touched.removeAll(registered);
        Map<String, CurrentEntity<S>> current = new LinkedHashMap<>(cache.getAllPresent(touched));
        touched.removeAll(current.keySet());
        for (String id : touched) {
            fetch(id, current, tableSession);
        }
        return current;
    }

    private void fetch(String id, Map<String, CurrentEntity<S>> current, TableSession tableSession)
            throws SQLException {
        try (ResultSet row =
                tableSession.prepare("""
                    select v.entry_no, v.recorded_from, v.body
                    from entry e
                    join entry_version v on v.entry_no = e.entry_no
                    where e.id = ? and e.area = ? and v.recorded_to = ?
                    """, id, type.name(), OpenEnded.OPEN).executeQuery()) {
            if (row.next()) {
                current.put(id, new CurrentEntity<>(row.getLong(1), type.read(row.getBytes(3)), row.getLong(2)));
            }
        }
    }

    private static void writeEnds(Map<Long, Long> ends, TableSession tableSession) throws SQLException {
        PreparedStatement update = tableSession.prepare("""
            update entry_version set recorded_to = ? where entry_no = ? and recorded_to = ?
            """);
        for (Map.Entry<Long, Long> each : ends.entrySet()) {
            update.setLong(1, each.getValue());
            update.setLong(2, each.getKey());
            update.setLong(3, OpenEnded.OPEN);
            update.addBatch();
        }
        update.executeBatch();
    }
}
