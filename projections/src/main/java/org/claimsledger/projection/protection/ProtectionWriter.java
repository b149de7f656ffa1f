package org.claimsledger.projection.protection;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.event.SourceEvent.SourceDisclosed;
import org.claimsledger.event.SourceEvent.SourceProtected;
import org.claimsledger.event.SourceEvent.SourceRegistered;
import org.claimsledger.projection.run.LazyEvent;
import org.claimsledger.projection.table.OpenEnded;
import org.claimsledger.projection.table.RowBatch;
import org.claimsledger.projection.table.Table;
import org.claimsledger.projection.table.TableSession;
import org.claimsledger.value.SourceId;

/** Writes the positions from which and to which each source is protected. */
public final class ProtectionWriter {

    /** Protected sources with the positions of their protection: from inclusive, to exclusive. */
    public static final Table TABLE = new Table("protection", """
        create table protection (
            source varchar(80) not null,
            recorded_from bigint not null,
            recorded_to bigint not null)
        """, 3, List.of("""
            create index protection_by_source on protection (source, recorded_to)
            """), List.of("""
                create index protection_by_time on protection (recorded_to, recorded_from)
                """));

    private record EndedProtection(SourceId source, long at) {}

    public void apply(List<LazyEvent> batch, TableSession tableSession) throws SQLException {
        RowBatch rows = new RowBatch();
        for (EndedProtection endedProtection : collectRows(batch, rows)) {
            tableSession
                    .prepare("""
                        update protection set recorded_to = ? where source = ? and recorded_to = ?
                        """, endedProtection.at(), endedProtection.source().value(), OpenEnded.OPEN)
                    .executeUpdate();
        }
        rows.write(tableSession);
    }

    private static boolean changesProtection(SourceEvent event) {
        return event instanceof SourceRegistered registered && registered.isProtected()
                || event instanceof SourceProtected
                || event instanceof SourceDisclosed;
    }

    /** @return the disclosures of sources that were protected before these events */
    private static List<EndedProtection> collectRows(List<LazyEvent> events, RowBatch rows) {
        Map<SourceId, Long> protectedFrom = new LinkedHashMap<>();
        List<EndedProtection> earlier = new ArrayList<>();
        for (LazyEvent lazyEvent : events) {
            if (!lazyEvent.isInArea(SourceEvent.class)) {
                continue;
            }
            SourceEvent event = (SourceEvent) lazyEvent.event();
            if (!changesProtection(event)) {
                continue;
            }
            if (event instanceof SourceDisclosed) {
                Long from = protectedFrom.remove(event.source());
                if (from == null) {
                    earlier.add(new EndedProtection(event.source(), lazyEvent.position()));
                } else {
                    add(event.source(), from, lazyEvent.position(), rows);
                }
            } else {
                protectedFrom.put(event.source(), lazyEvent.position());
            }
        }
        protectedFrom.forEach((source, from) -> add(source, from, OpenEnded.OPEN, rows));
        return earlier;
    }

    private static void add(SourceId source, long from, long to, RowBatch rows) {
        rows.add(TABLE, source.value(), from, to);
    }
}
