package org.claimsledger.projection.directory;

import java.sql.SQLException;
import java.util.List;
import org.claimsledger.projection.run.Recorded;
import org.claimsledger.projection.table.Always;
import org.claimsledger.projection.table.Session;
import org.claimsledger.subject.SubjectEvent;
import org.claimsledger.subject.SubjectEvent.SubjectsMerged;
import org.claimsledger.subject.SubjectEvent.SubjectsSplit;

/** Writes from when to when a subject is read under another one. */
final class AliasWriter {

    void apply(List<Recorded> batch, Session session) throws SQLException {
        for (Recorded recorded : batch) {
            if (recorded.isOf(SubjectEvent.class)) {
                apply(recorded, session);
            }
        }
    }

    private static void apply(Recorded recorded, Session session) throws SQLException {
        switch (recorded.event()) {
            case SubjectsMerged merged ->
                session.prepared(
                                """
                                insert into alias (absorbed, kept, recorded_from, recorded_to) values (?, ?, ?, ?)
                                """,
                                merged.absorbed().value(),
                                merged.subject().value(),
                                recorded.position(),
                                Always.OPEN)
                        .executeUpdate();
            case SubjectsSplit split ->
                session.prepared("""
                    update alias set recorded_to = ? where absorbed = ? and recorded_to = ?
                    """, recorded.position(), split.restored().value(), Always.OPEN)
                        .executeUpdate();
            default -> {}
        }
    }
}
