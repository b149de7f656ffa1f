package org.claimsledger.projection.versions;

import java.sql.SQLException;
import java.util.List;
import org.claimsledger.claim.ClaimEvent;
import org.claimsledger.projection.run.Projection;
import org.claimsledger.projection.run.Recorded;
import org.claimsledger.projection.table.Session;

/** Keeps every state of every claim, and the keys by which lists find them. */
public final class ClaimsProjection implements Projection {

    private final OpenClaims open = new OpenClaims();

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
        List<Recorded> events =
                batch.stream().filter(it -> it.isOf(ClaimEvent.class)).toList();
        if (events.isEmpty()) {
            return;
        }
        List<ClaimEvent> payloads =
                events.stream().map(it -> (ClaimEvent) it.event()).toList();
        ClaimBatch work =
                new ClaimBatch(events.getFirst().position(), open.before(payloads, session), new Texts(session));
        for (Recorded event : events) {
            work.apply(event);
        }
        work.finish().write(session);
        open.after(work.states());
    }
}
