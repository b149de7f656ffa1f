package org.claimsledger.projection.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.projection.table.Page;
import org.claimsledger.projection.table.Session;
import org.claimsledger.projection.table.Words;
import org.jspecify.annotations.Nullable;

/** Reads the entries of one area as of a position. */
final class Entries<S> {

    /** How many entries one page may look at, whatever it finds. */
    private static final int SCANNED = 10_000;

    private final Area<S> area;
    private final Session session;
    private final long asOf;

    /** An entry and the state that it was in. */
    record Found<S>(String id, long entryNo, long from, S state) {}

    Entries(Area<S> area, Session session, long asOf) {
        this.area = area;
        this.session = session;
        this.asOf = asOf;
    }

    @Nullable
    Found<S> one(String id) throws SQLException {
        try (ResultSet row = session.prepared("""
            select e.entry_no, v.recorded_from, v.body
            from entry e
            join entry_version v on v.entry_no = e.entry_no
            where e.id = ? and e.area = ? and v.recorded_to > ? and v.recorded_from <= ?
            """, id, area.name(), asOf, asOf).executeQuery()) {
            return row.next() ? new Found<>(id, row.getLong(1), row.getLong(2), area.read(row.getBytes(3))) : null;
        }
    }

    Area.@Nullable Card card(String id) throws SQLException {
        try (ResultSet row = session.prepared("""
            select v.label, v.publisher, v.published
            from entry e
            join entry_version v on v.entry_no = e.entry_no
            where e.id = ? and e.area = ? and v.recorded_to > ? and v.recorded_from <= ?
            """, id, area.name(), asOf, asOf).executeQuery()) {
            return row.next() ? new Area.Card(row.getString(1), row.getString(2), row.getString(3)) : null;
        }
    }

    /** The folded names, empty where there is no such entry yet. */
    String folded(String id) throws SQLException {
        try (ResultSet row = session.prepared("""
            select v.folded
            from entry e
            join entry_version v on v.entry_no = e.entry_no
            where e.id = ? and e.area = ? and v.recorded_to > ? and v.recorded_from <= ?
            """, id, area.name(), asOf, asOf).executeQuery()) {
            return row.next() ? row.getString(1) : "";
        }
    }

    Page<Found<S>> page(Words words, long after, int limit) throws SQLException {
        List<Found<S>> found = new ArrayList<>();
        int looked = 0;
        long last = after;
        try (ResultSet row = session.prepared(
                        """
                        select e.id, e.entry_no, v.recorded_from, v.folded, v.body
                        from entry e
                        join entry_version v on v.entry_no = e.entry_no
                        where e.area = ? and e.entry_no > ? and e.entry_no <= ?
                            and v.recorded_to > ? and v.recorded_from <= ?
                        order by e.area, e.entry_no
                        limit ?
                        """, area.name(), after, asOf, asOf, asOf, (words.isEmpty() ? limit : SCANNED) + 1)
                .executeQuery()) {
            while (row.next()) {
                if (found.size() == limit || looked == SCANNED) {
                    return new Page<>(found, last);
                }
                looked++;
                last = row.getLong(2);
                if (words.allIn(row.getString(4))) {
                    found.add(new Found<>(row.getString(1), last, row.getLong(3), area.read(row.getBytes(5))));
                }
            }
        }
        return new Page<>(found, null);
    }
}
