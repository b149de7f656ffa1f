package org.claimsledger.projection.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimsledger.projection.run.Recorded;
import org.claimsledger.projection.table.Always;
import org.claimsledger.projection.table.Session;
import org.claimsledger.projection.table.Words;

/** Writes the entries of one area. What a batch touches is fetched at once, and what was touched last is kept at hand. */
final class Shelf<S> {

    private static final int AT_HAND = 10_000;

    private final Area<S> area;
    private final Cache<String, Held<S>> atHand =
            Caffeine.newBuilder().maximumSize(AT_HAND).build();

    /** An entry and the state that it was in last. */
    private record Held<S>(long entryNo, S state, long from) {}

    /** A state that came of this batch, and how long it lasted. */
    private record Version<S>(Held<S> held, long to) {}

    Shelf(Area<S> area) {
        this.area = area;
    }

    void apply(List<Recorded> batch, Session session) throws SQLException {
        List<Recorded> events = batch.stream().filter(area::has).toList();
        if (events.isEmpty()) {
            return;
        }
        Map<String, Held<S>> last = fetch(events, session);
        Map<Long, Long> closed = new LinkedHashMap<>();
        Map<String, Held<S>> entered = new LinkedHashMap<>();
        List<Version<S>> versions = new ArrayList<>();
        long begin = events.getFirst().position();
        for (Recorded event : events) {
            for (String id : area.touchedBy(event)) {
                Held<S> before = last.get(id);
                S after = area.evolve(id, before == null ? null : before.state(), event);
                Held<S> now = new Held<>(before == null ? event.position() : before.entryNo(), after, event.position());
                if (before == null) {
                    entered.put(id, now);
                } else if (before.from() < begin) {
                    closed.put(before.entryNo(), event.position());
                } else {
                    versions.add(new Version<>(before, event.position()));
                }
                last.put(id, now);
            }
        }
        last.forEach((id, held) -> {
            if (held.from() >= begin) {
                versions.add(new Version<>(held, Always.OPEN));
            }
        });
        close(closed, session);
        enter(entered, session);
        insert(versions, ids(last), session);
        atHand.putAll(last);
    }

    private static <S> Map<Long, String> ids(Map<String, Held<S>> last) {
        Map<Long, String> ids = new LinkedHashMap<>();
        last.forEach((id, held) -> ids.put(held.entryNo(), id));
        return ids;
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

    private void enter(Map<String, Held<S>> entered, Session session) throws SQLException {
        PreparedStatement enter = session.prepared("""
            insert into entry (entry_no, area, id) values (?, ?, ?)
            """);
        for (Map.Entry<String, Held<S>> each : entered.entrySet()) {
            enter.setLong(1, each.getValue().entryNo());
            enter.setString(2, area.name());
            enter.setString(3, each.getKey());
            enter.addBatch();
        }
        enter.executeBatch();
    }

    private void insert(List<Version<S>> versions, Map<Long, String> ids, Session session) throws SQLException {
        PreparedStatement insert = session.prepared("""
            insert into entry_version
                (entry_no, recorded_from, recorded_to, label, publisher, published, folded, body)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """);
        for (Version<S> version : versions) {
            Held<S> held = version.held();
            S state = held.state();
            Area.Card card = area.card(state);
            List<String> names = area.names(ids.getOrDefault(held.entryNo(), ""), state);
            insert.setLong(1, held.entryNo());
            insert.setLong(2, held.from());
            insert.setLong(3, version.to());
            insert.setString(4, card.label());
            insert.setString(5, card.publisher());
            insert.setString(6, card.published());
            insert.setString(7, Words.fold(String.join("\n", names)));
            insert.setBytes(8, area.write(state));
            insert.addBatch();
        }
        insert.executeBatch();
    }
}
