package org.claimsledger.projection.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.projection.table.TableSession;
import org.claimsledger.value.SubjectId;

/** Reads merges. A chain of merges never leads back to its beginning; if one did, these walks would still end. */
final class AliasReader {

    private final TableSession tableSession;
    private final long asOf;

    AliasReader(TableSession tableSession, long asOf) {
        this.tableSession = tableSession;
        this.asOf = asOf;
    }

    /** The last subject in the chain of merges that begins with {@code id}. */
    SubjectId keptFor(SubjectId id) throws SQLException {
        Set<SubjectId> chain = new LinkedHashSet<>();
        SubjectId last = id;
        while (chain.add(last)) {
            List<SubjectId> next = ids("""
                select kept from alias
                where absorbed = ? and recorded_to > ? and recorded_from <= ?
                order by recorded_from
                """, last);
            last = next.isEmpty() ? last : next.getLast();
        }
        return last;
    }

    /** The subjects that are merged directly into this one, in the order of the merges. */
    private List<SubjectId> absorbedBy(SubjectId id) throws SQLException {
        return ids("""
            select absorbed from alias
            where kept = ? and recorded_to > ? and recorded_from <= ?
            order by recorded_from
            """, id);
    }

    /** All subjects that count as one with {@code id}, including itself. */
    Set<SubjectId> sameAs(SubjectId id) throws SQLException {
        Set<SubjectId> same = new LinkedHashSet<>();
        Deque<SubjectId> toVisit = new ArrayDeque<>(List.of(keptFor(id)));
        while (!toVisit.isEmpty()) {
            SubjectId next = toVisit.remove();
            if (same.add(next)) {
                toVisit.addAll(absorbedBy(next));
            }
        }
        return same;
    }

    private List<SubjectId> ids(String sql, SubjectId id) throws SQLException {
        List<SubjectId> ids = new ArrayList<>();
        try (ResultSet row = tableSession.prepare(sql, id.value(), asOf, asOf).executeQuery()) {
            while (row.next()) {
                ids.add(new SubjectId(row.getString(1)));
            }
        }
        return ids;
    }
}
