package org.claimsledger.projection.directory;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.claimsledger.projection.run.Recorded;
import org.claimsledger.projection.table.AddedRows;
import org.claimsledger.projection.table.Always;
import org.claimsledger.projection.table.Rows;
import org.claimsledger.projection.table.Session;
import org.claimsledger.source.SourceEvent;
import org.claimsledger.source.SourceEvent.SourceAmended;
import org.claimsledger.source.SourceEvent.SourceDisclosed;
import org.claimsledger.source.SourceEvent.SourceNoticed;
import org.claimsledger.source.SourceEvent.SourceProtected;
import org.claimsledger.source.SourceEvent.SourceRegistered;
import org.claimsledger.value.SourceId;

/** Writes from when to when a source is protected. */
final class ProtectionWriter {

    private record Disclosed(SourceId source, long at) {}

    void apply(List<Recorded> batch, Session session) throws SQLException {
        AddedRows rows = new AddedRows();
        for (Disclosed disclosed : follow(batch, id -> true, rows)) {
            session.prepared("""
                update protection set recorded_to = ? where source = ? and recorded_to = ?
                """, disclosed.at(), disclosed.source().value(), Always.OPEN)
                    .executeUpdate();
        }
        rows.write(session);
    }

    /** Adds all rows of some sources. */
    void rowsOf(Predicate<String> whose, List<Recorded> events, Rows rows) {
        follow(events, whose, rows);
    }

    /** Whom the event protects or discloses. */
    List<String> touchedBy(Recorded event) {
        return event.isOf(SourceEvent.class) && changesProtection((SourceEvent) event.event())
                ? List.of(named(((SourceEvent) event.event()).source()))
                : List.of();
    }

    private static boolean changesProtection(SourceEvent event) {
        return switch (event) {
            case SourceRegistered registered -> registered.isProtected();
            case SourceProtected it -> true;
            case SourceDisclosed it -> true;
            case SourceAmended it -> false;
            case SourceNoticed it -> false;
        };
    }

    private static String named(SourceId source) {
        return "protection " + source.value();
    }

    /** @return the disclosures of what was protected before these events */
    private static List<Disclosed> follow(List<Recorded> events, Predicate<String> whose, Rows rows) {
        Map<SourceId, Long> open = new LinkedHashMap<>();
        List<Disclosed> earlier = new ArrayList<>();
        for (Recorded recorded : events) {
            if (!recorded.isOf(SourceEvent.class)) {
                continue;
            }
            SourceEvent event = (SourceEvent) recorded.event();
            if (!changesProtection(event) || !whose.test(named(event.source()))) {
                continue;
            }
            if (event instanceof SourceDisclosed) {
                Long from = open.remove(event.source());
                if (from == null) {
                    earlier.add(new Disclosed(event.source(), recorded.position()));
                } else {
                    add(event.source(), from, recorded.position(), rows);
                }
            } else {
                open.put(event.source(), recorded.position());
            }
        }
        open.forEach((source, from) -> add(source, from, Always.OPEN, rows));
        return earlier;
    }

    private static void add(SourceId source, long from, long to, Rows rows) {
        rows.add(DirectoryTables.PROTECTION, source.value(), from, to);
    }
}
