package org.claimsledger.projection.versions;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.function.Predicate;
import org.claimsledger.claim.ClaimEvent;
import org.claimsledger.claim.Content;
import org.claimsledger.projection.run.Concerned;
import org.claimsledger.projection.run.Projection;
import org.claimsledger.projection.run.Recorded;
import org.claimsledger.projection.table.AddedRows;
import org.claimsledger.projection.table.Rows;
import org.claimsledger.projection.table.Session;
import org.claimsledger.projection.table.Table;
import org.claimsledger.value.ClaimId;

/** Keeps every state of every claim, and the keys by which lists find them. */
public final class ClaimsProjection implements Projection {

    public static final String NAME = "claims";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Table> tables() {
        return ClaimTables.ALL;
    }

    @Override
    public Following following() {
        OpenClaims open = new OpenClaims();
        return (batch, session) -> apply(batch, open, session);
    }

    private static void apply(List<Recorded> batch, OpenClaims open, Session session) throws SQLException {
        List<Recorded> events =
                batch.stream().filter(it -> it.isOf(ClaimEvent.class)).toList();
        if (events.isEmpty()) {
            return;
        }
        List<ClaimEvent> payloads =
                events.stream().map(it -> (ClaimEvent) it.event()).toList();
        AddedRows rows = new AddedRows();
        ClaimBatch work = new ClaimBatch(
                events.getFirst().position(),
                open.before(payloads, session),
                new Texts(session)::content,
                claim -> true,
                rows);
        for (Recorded event : events) {
            work.apply(event);
        }
        work.finish().write(session);
        rows.write(session);
        open.after(work.states());
    }

    @Override
    public Concerned concerned(Recorded event) {
        return event.isOf(ClaimEvent.class)
                ? Concerned.things(Named.claims((ClaimEvent) event.event()).stream()
                        .map(ClaimId::value)
                        .toList())
                : Concerned.NOTHING;
    }

    @Override
    public void rowsOf(Predicate<String> whose, List<Recorded> events, Rows rows) {
        ClaimBatch work = new ClaimBatch(0, new HashMap<>(), ClaimsProjection::nothingEarlier, whose, rows);
        try {
            for (Recorded event : events) {
                if (event.isOf(ClaimEvent.class)) {
                    work.apply(event);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("nothing is read from tables here", e);
        }
        work.finish();
    }

    private static Content nothingEarlier(long claimNo, long position) {
        throw new IllegalStateException("no content at position " + position + " of the claim at " + claimNo);
    }
}
