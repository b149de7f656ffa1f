package org.claimsledger.projection.audit;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.claimsledger.projection.run.Projection;
import org.claimsledger.projection.run.Recorded;
import org.claimsledger.projection.table.Session;
import org.claimsledger.value.LedgerEvent;
import org.claimsledger.value.Tag;

/**
 * Keeps where the events of each thing are. What they say stays in the log, and what they change follows from the states
 * before and after, so that neither is stored a second time.
 */
public final class AuditProjection implements Projection {

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public List<String> tables() {
        return List.of("""
            create table history (
                kind varchar(10) not null,
                id varchar(80) not null,
                position bigint not null)
            """, """
            create index history_by_id on history (id, kind, position)
            """);
    }

    @Override
    public void apply(List<Recorded> batch, Session session) throws SQLException {
        PreparedStatement insert = session.prepared("""
            insert into history (kind, id, position) values (?, ?, ?)
            """);
        for (Recorded recorded : batch) {
            LedgerEvent event = recorded.event();
            for (Tag tag : event.tags()) {
                if (Kind.names(tag)) {
                    insert.setString(1, tag.key());
                    insert.setString(2, tag.value());
                    insert.setLong(3, recorded.position());
                    insert.addBatch();
                }
            }
        }
        insert.executeBatch();
    }
}
