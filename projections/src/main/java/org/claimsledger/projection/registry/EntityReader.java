package org.claimsledger.projection.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.claimsledger.projection.table.Page;
import org.claimsledger.projection.table.TableSession;
import org.jspecify.annotations.Nullable;

/** Reads the entities of one type as of a position. */
final class EntityReader<S> {

    /** The most entities that one page may look at, however few match. */
    private static final int MAX_SCANNED = 10_000;

    private static final int BATCH = 500;

    private final EntityType<S> type;
    private final TableSession tableSession;
    private final long asOf;

    /** An entity with its state at a position. */
    record EntityVersion<S>(String id, long entityNo, long recordedFrom, S state) {}

    EntityReader(EntityType<S> entityType, TableSession tableSession, long asOf) {
        this.type = entityType;
        this.tableSession = tableSession;
        this.asOf = asOf;
    }

    @Nullable
    EntityVersion<S> byId(String id) throws SQLException {
        long entityNo = number(id);
        try (ResultSet row = tableSession.prepare("""
            select recorded_from, body
            from entry_version
            where entry_no = ? and recorded_to > ?
            order by entry_no, recorded_to
            limit 1
            """, entityNo, asOf).executeQuery()) {
            return row.next() && row.getLong(1) <= asOf
                    ? new EntityVersion<>(id, entityNo, row.getLong(1), type.read(row.getBytes(2)))
                    : null;
        }
    }

    /** The entity with that number; absent where the number belongs to an entity of another type. */
    @Nullable
    EntityVersion<S> byNumber(long entityNo) throws SQLException {
        try (ResultSet row =
                tableSession.prepare("""
                    select e.id, v.recorded_from, v.body
                    from entry e
                    join entry_version v on v.entry_no = e.entry_no
                    where e.entry_no = ? and e.area = ? and v.recorded_to > ?
                    order by v.entry_no, v.recorded_to
                    limit 1
                    """, entityNo, type.name(), asOf).executeQuery()) {
            return row.next() && row.getLong(2) <= asOf
                    ? new EntityVersion<>(row.getString(1), entityNo, row.getLong(2), type.read(row.getBytes(3)))
                    : null;
        }
    }

    EntityType.@Nullable SummaryColumns summaryColumns(String id) throws SQLException {
        try (ResultSet row = tableSession.prepare("""
            select recorded_from, label, publisher, publisher_subject, published
            from entry_version
            where entry_no = ? and recorded_to > ?
            order by entry_no, recorded_to
            limit 1
            """, number(id), asOf).executeQuery()) {
            return row.next() && row.getLong(1) <= asOf
                    ? new EntityType.SummaryColumns(
                            row.getString(2), row.getString(3), row.getString(4), row.getString(5))
                    : null;
        }
    }

    List<Long> changes(String id, long after, int limit) throws SQLException {
        List<Long> changes = new ArrayList<>();
        try (ResultSet row =
                tableSession.prepare("""
                    select recorded_from
                    from entry_version
                    where entry_no = ? and recorded_to > ? and recorded_from > ?
                    order by entry_no, recorded_to
                    limit ?
                    """, number(id), after, after, limit).executeQuery()) {
            while (row.next() && row.getLong(1) <= asOf) {
                changes.add(row.getLong(1));
            }
        }
        return changes;
    }

    /** The number of the entity, 0 where there is none. */
    private long number(String id) throws SQLException {
        try (ResultSet row = tableSession.prepare("""
            select entry_no from entry where id = ? and area = ?
            """, id, type.name()).executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    Page<EntityVersion<S>> page(BiPredicate<String, S> filter, long after, int limit) throws SQLException {
        List<EntityVersion<S>> items = new ArrayList<>();
        int scanned = 0;
        long last = after;
        while (true) {
            int rows = 0;
            try (ResultSet row = entitiesAfter(last, Math.min(limit + 1, BATCH))) {
                while (row.next()) {
                    if (items.size() == limit || scanned == MAX_SCANNED) {
                        return new Page<>(items, last);
                    }
                    rows++;
                    scanned++;
                    last = row.getLong(2);
                    String id = row.getString(1);
                    S state = type.read(row.getBytes(4));
                    if (filter.test(id, state)) {
                        items.add(new EntityVersion<>(id, last, row.getLong(3), state));
                    }
                }
            }
            if (rows == 0) {
                return new Page<>(items, null);
            }
        }
    }

    private ResultSet entitiesAfter(long after, int count) throws SQLException {
        return tableSession
                .prepare("""
                    select e.id, e.entry_no, v.recorded_from, v.body
                    from entry e
                    join entry_version v on v.entry_no = e.entry_no
                    where e.area = ? and e.entry_no > ? and e.entry_no <= ?
                        and v.recorded_to > ? and v.recorded_from <= ?
                    order by e.area, e.entry_no
                    limit ?
                    """, type.name(), after, asOf, asOf, asOf, count)
                .executeQuery();
    }
}
