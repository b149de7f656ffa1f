package org.claimsledger.store.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.axonframework.messaging.eventstreaming.Tag;
import org.claimsledger.store.sql.ConnectionPool.PooledConnection;

/**
 * Finds the positions of events that match one criterion, by the tag index. The entries of the first tag are read in key
 * order; each other tag is one look-up, because a packed key differs from another of the same event by
 * nothing but the tag.
 */
final class CriterionQuery {

    private static final String BY_TYPE = """
        select position from event
        where position > ? and position <= ? and type in (%s)
        order by position
        limit ?
        """;
    private static final String BY_TAG = """
        select t.packed from event_tag t
        where t.packed > ? and t.packed <= ?%s
        order by t.packed
        limit ?
        """;
    private static final String ALSO_TAGGED = """

        and exists (select 1 from event_tag u where u.packed = t.packed + ?)\
        """;
    private static final String OF_TYPE = """

        and exists (select 1 from event e where e.position = t.packed - ? and e.type in (%s))\
        """;

    private final EventTypeDictionary types;
    private final TagDictionary tagDictionary;

    CriterionQuery(EventTypeDictionary types, TagDictionary tagDictionary) {
        this.types = types;
        this.tagDictionary = tagDictionary;
    }

    /** The first {@code limit} positions after one and up to another, in order. */
    List<Long> positions(EventCriterion criterion, long after, long upTo, int limit, PooledConnection pooledConnection)
            throws SQLException {
        String typeIds = criterion.types().isEmpty() ? "" : typeIds(criterion);
        if (!criterion.types().isEmpty() && typeIds.isEmpty()) {
            return List.of();
        }
        return criterion.tags().isEmpty()
                ? byType(typeIds, after, upTo, limit, pooledConnection)
                : byTags(criterion, typeIds, after, upTo, limit, pooledConnection);
    }

    private String typeIds(EventCriterion criterion) {
        return types.idsOf(criterion.types()).stream()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }

    private static List<Long> byType(
            String typeIds, long after, long upTo, int limit, PooledConnection pooledConnection) throws SQLException {
        PreparedStatement select = pooledConnection.statement(BY_TYPE.formatted(typeIds));
        select.setLong(1, after);
        select.setLong(2, upTo);
        select.setInt(3, limit);
        return positions(select);
    }

    private List<Long> byTags(
            EventCriterion criterion,
            String typeIds,
            long after,
            long upTo,
            int limit,
            PooledConnection pooledConnection)
            throws SQLException {
        List<Long> ids = ids(criterion, pooledConnection);
        if (ids.size() < criterion.tags().size()) {
            return List.of();
        }
        String conditions = ALSO_TAGGED.repeat(ids.size() - 1) + (typeIds.isEmpty() ? "" : OF_TYPE.formatted(typeIds));
        PreparedStatement select = pooledConnection.statement(BY_TAG.formatted(conditions));
        long first = ids.getFirst();
        int parameter = 1;
        select.setLong(parameter++, PackedTag.of(first, after));
        select.setLong(parameter++, PackedTag.of(first, upTo));
        for (long other : ids.subList(1, ids.size())) {
            select.setLong(parameter++, PackedTag.of(other, 0) - PackedTag.of(first, 0));
        }
        if (!typeIds.isEmpty()) {
            select.setLong(parameter++, PackedTag.of(first, 0));
        }
        select.setInt(parameter, limit);
        return positions(select);
    }

    /** The ids of a criterion's tags; none if no event carries one of them. */
    private List<Long> ids(EventCriterion criterion, PooledConnection pooledConnection) throws SQLException {
        var ids = new ArrayList<Long>(criterion.tags().size());
        for (Tag tag : criterion.tags()) {
            Long id = tagDictionary.find(tag, pooledConnection);
            if (id == null) {
                return List.of();
            }
            ids.add(id);
        }
        return ids;
    }

    private static List<Long> positions(PreparedStatement select) throws SQLException {
        var positions = new ArrayList<Long>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                positions.add(PackedTag.position(rows.getLong(1)));
            }
        }
        return positions;
    }
}
