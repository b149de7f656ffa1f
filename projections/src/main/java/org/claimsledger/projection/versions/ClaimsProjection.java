package org.claimsledger.projection.versions;

import java.sql.SQLException;
import java.util.List;
import org.claimsledger.claim.ClaimEvent;
import org.claimsledger.projection.run.Projection;
import org.claimsledger.projection.run.Recorded;
import org.claimsledger.projection.table.Session;
import org.claimsledger.store.EventLog;
import org.jspecify.annotations.Nullable;

/** Keeps every state of every claim, and the keys by which lists find them. */
public final class ClaimsProjection implements Projection {

    private final EventLog log;
    private @Nullable Remembered remembered;

    public ClaimsProjection(EventLog log) {
        this.log = log;
    }

    @Override
    public String name() {
        return "claims";
    }

    @Override
    public List<String> tables() {
        return ClaimTables.ALL;
    }

    @Override
    public void apply(List<Recorded> batch, Session session) throws SQLException {
        Remembered known = remembered;
        if (known == null) {
            known = new Remembered(log, batch.getFirst().position() - 1);
            remembered = known;
        }
        ClaimRows rows = new ClaimRows();
        ClaimEntries entries = new ClaimEntries(known, rows);
        Columns columns = new Columns(known, known::learn, rows);
        for (Recorded recorded : batch) {
            columns.apply(recorded.position(), recorded.recordedAt(), recorded.event());
            if (recorded.event() instanceof ClaimEvent event) {
                entries.add(recorded, event);
            }
        }
        columns.finish();
        rows.write(session);
    }
}
