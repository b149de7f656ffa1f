package org.claimsledger.projection.directory;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.claimsledger.projection.run.Recorded;
import org.claimsledger.projection.table.AddedRows;
import org.claimsledger.projection.table.Always;
import org.claimsledger.projection.table.Rows;
import org.claimsledger.projection.table.Session;
import org.claimsledger.subject.SubjectEvent;
import org.claimsledger.subject.SubjectEvent.SubjectsMerged;
import org.claimsledger.subject.SubjectEvent.SubjectsSplit;
import org.claimsledger.value.SubjectId;

/** Writes from when to when a subject is read under another one. */
final class AliasWriter {

    private record Merged(SubjectId kept, long from) {}

    private record Split(SubjectId restored, long at) {}

    void apply(List<Recorded> batch, Session session) throws SQLException {
        AddedRows rows = new AddedRows();
        for (Split split : follow(batch, id -> true, rows)) {
            session.prepared("""
                update alias set recorded_to = ? where absorbed = ? and recorded_to = ?
                """, split.at(), split.restored().value(), Always.OPEN)
                    .executeUpdate();
        }
        rows.write(session);
    }

    /** Adds all rows of some absorbed subjects. */
    void rowsOf(Predicate<String> whose, List<Recorded> events, Rows rows) {
        follow(events, whose, rows);
    }

    /** Whom the event puts under another one, or no longer. */
    List<String> touchedBy(Recorded event) {
        if (!event.isOf(SubjectEvent.class)) {
            return List.of();
        }
        return switch ((SubjectEvent) event.event()) {
            case SubjectsMerged merged -> List.of(named(merged.absorbed()));
            case SubjectsSplit split -> List.of(named(split.restored()));
            default -> List.of();
        };
    }

    private static String named(SubjectId id) {
        return "alias " + id.value();
    }

    /** @return the splits of what was merged before these events */
    private static List<Split> follow(List<Recorded> events, Predicate<String> whose, Rows rows) {
        Map<SubjectId, Merged> open = new LinkedHashMap<>();
        Map<SubjectId, Split> earlier = new HashMap<>();
        for (Recorded recorded : events) {
            if (!recorded.isOf(SubjectEvent.class)) {
                continue;
            }
            switch ((SubjectEvent) recorded.event()) {
                case SubjectsMerged merged
                when whose.test(named(merged.absorbed())) ->
                    open.put(merged.absorbed(), new Merged(merged.subject(), recorded.position()));
                case SubjectsSplit split
                when whose.test(named(split.restored())) -> {
                    Merged before = open.remove(split.restored());
                    if (before != null) {
                        add(split.restored(), before, recorded.position(), rows);
                    } else {
                        earlier.put(split.restored(), new Split(split.restored(), recorded.position()));
                    }
                }
                default -> {}
            }
        }
        open.forEach((absorbed, merged) -> add(absorbed, merged, Always.OPEN, rows));
        return List.copyOf(earlier.values());
    }

    private static void add(SubjectId absorbed, Merged merged, long to, Rows rows) {
        rows.add(DirectoryTables.ALIAS, absorbed.value(), merged.kept().value(), merged.from(), to);
    }
}
