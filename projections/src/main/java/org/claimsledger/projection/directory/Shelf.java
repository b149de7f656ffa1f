package org.claimsledger.projection.directory;

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
import java.util.function.Predicate;
import org.claimsledger.projection.run.Recorded;
import org.claimsledger.projection.table.AddedRows;
import org.claimsledger.projection.table.Always;
import org.claimsledger.projection.table.Rows;
import org.claimsledger.projection.table.Session;

/** Writes the entries of one area. What a batch touches is fetched at once, and what was touched last is kept at hand. */
final class Shelf<S> {

    private static final int AT_HAND = 10_000;

    private final Area<S> area;
    private final Cache<String, Held<S>> atHand =
            Caffeine.newBuilder().maximumSize(AT_HAND).build();

    /** An entry and the state that it was in last. */
    private record Held<S>(long entryNo, S state, long from) {}

    Shelf(Area<S> area) {
        this.area = area;
    }

    /** Writes what a batch changes, knowing what was written before. */
    void apply(List<Recorded> batch, Session session) throws SQLException {
        List<Recorded> events = batch.stream().filter(area::has).toList();
        if (events.isEmpty()) {
            return;
        }
        Map<String, Held<S>> last = fetch(events, session);
        AddedRows rows = new AddedRows();
        close(evolve(last, events, id -> true, rows), session);
        rows.write(session);
        atHand.putAll(last);
    }

    /** Adds all rows of some entries. */
    void rowsOf(Predicate<String> whose, List<Recorded> all, Rows rows) {
        List<Recorded> events = all.stream().filter(area::has).toList();
        if (!events.isEmpty()) {
            evolve(new LinkedHashMap<>(), events, whose, rows);
        }
    }

    /** Whom among the entries the event changes, in words that no other area uses. */
    List<String> touchedBy(Recorded event) {
        return area.has(event) ? area.touchedBy(event).stream().map(this::named).toList() : List.of();
    }

    private String named(String id) {
        return area.name() + " " + id;
    }

    /**
     * Takes entries from their last states through some events, and adds a row for each state that comes of them.
     *
     * @return the ends of states that were there before, by entry
     */
    private Map<Long, Long> evolve(
            Map<String, Held<S>> last, List<Recorded> events, Predicate<String> whose, Rows rows) {
        Map<Long, Long> closed = new LinkedHashMap<>();
        long begin = events.getFirst().position();
        for (Recorded event : events) {
            for (String id : area.touchedBy(event)) {
                if (!whose.test(named(id))) {
                    continue;
                }
                Held<S> before = last.get(id);
                S after = area.evolve(id, before == null ? null : before.state(), event);
                if (before == null) {
                    rows.add(DirectoryTables.ENTRY, event.position(), area.name(), id);
                } else if (before.from() < begin) {
                    closed.put(before.entryNo(), event.position());
                } else {
                    add(before, event.position(), rows);
                }
                last.put(id, new Held<>(before == null ? event.position() : before.entryNo(), after, event.position()));
            }
        }
        for (Held<S> held : last.values()) {
            if (held.from() >= begin) {
                add(held, Always.OPEN, rows);
            }
        }
        return closed;
    }

    private void add(Held<S> held, long to, Rows rows) {
        S state = held.state();
        Area.Card card = area.card(state);
        rows.add(
                DirectoryTables.VERSION,
                held.entryNo(),
                held.from(),
                to,
                card.label(),
                card.publisher(),
                card.published(),
                area.write(state));
    }

    private Map<String, Held<S>> fetch(List<Recorded> events, Session session) throws SQLException {
        Set<String> touched = new LinkedHashSet<>();
        Set<String> registered = new LinkedHashSet<>();
        for (Recorded event : events) {
            (area.registers(event) ? registered : touched).addAll(area.touchedBy(event));
        }
        touched.removeAll(registered);
        Map<String, Held<S>> found = new LinkedHashMap<>(atHand.getAllPresent(touched));
        touched.removeAll(found.keySet());
        for (String id : touched) {
            fetch(id, found, session);
        }
        return found;
    }

    private void fetch(String id, Map<String, Held<S>> found, Session session) throws SQLException {
        try (ResultSet row = session.prepared("""
            select v.entry_no, v.recorded_from, v.body
            from entry e
            join entry_version v on v.entry_no = e.entry_no
            where e.id = ? and e.area = ? and v.recorded_to = ?
            """, id, area.name(), Always.OPEN).executeQuery()) {
            if (row.next()) {
                found.put(id, new Held<>(row.getLong(1), area.read(row.getBytes(3)), row.getLong(2)));
            }
        }
    }

    private static void close(Map<Long, Long> closed, Session session) throws SQLException {
        PreparedStatement close = session.prepared("""
            update entry_version set recorded_to = ? where entry_no = ? and recorded_to = ?
            """);
        for (Map.Entry<Long, Long> each : closed.entrySet()) {
            close.setLong(1, each.getValue());
            close.setLong(2, each.getKey());
            close.setLong(3, Always.OPEN);
            close.addBatch();
        }
        close.executeBatch();
    }
}
