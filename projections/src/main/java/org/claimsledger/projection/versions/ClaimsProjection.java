package org.claimsledger.projection.versions;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import org.claimsledger.bestknown.Chronicle;
import org.claimsledger.claim.ClaimEvent;
import org.claimsledger.projection.run.Concerned;
import org.claimsledger.projection.run.Projection;
import org.claimsledger.projection.run.Recorded;
import org.claimsledger.projection.table.AddedRows;
import org.claimsledger.projection.table.Rows;
import org.claimsledger.projection.table.Session;
import org.claimsledger.projection.table.Table;
import org.claimsledger.store.EventLog;
import org.claimsledger.subject.SubjectEvent.SubjectNamed;
import org.claimsledger.value.ClaimId;
import org.jspecify.annotations.Nullable;

/** Keeps every state of every claim on both clocks, and the keys by which lists find them. */
public final class ClaimsProjection implements Projection {

    public static final String NAME = "claims";

    private final EventLog log;

    public ClaimsProjection(EventLog log) {
        this.log = log;
    }

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
        return new Follower(log);
    }

    /** Goes from batch to batch with what it remembers. */
    private static final class Follower implements Following {

        private final EventLog log;
        private @Nullable Remembered remembered;

        Follower(EventLog log) {
            this.log = log;
        }

        @Override
        public void apply(List<Recorded> batch, Session session) throws SQLException {
            Remembered known = remembered;
            if (known == null) {
                known = new Remembered(log, batch.getFirst().position() - 1);
                remembered = known;
            }
            AddedRows added = new AddedRows();
            ClaimRows rows = new ClaimRows(added);
            Columns columns = new Columns(known, known::learn, claim -> true, rows);
            ClaimEntries entries = new ClaimEntries(known, rows);
            for (Recorded recorded : batch) {
                columns.apply(recorded.position(), recorded.recordedAt(), recorded.event());
                if (recorded.event() instanceof ClaimEvent event) {
                    entries.add(recorded, event, claim -> true);
                }
            }
            columns.finish();
            entries.finish();
            rows.writeEnds(session);
            added.write(session);
        }
    }

    /** What happens to sources and subjects changes any claims; names that are added change none. */
    @Override
    public Concerned concerned(Recorded event) {
        if (event.isOf(ClaimEvent.class)) {
            return Concerned.things(Named.claims((ClaimEvent) event.event()).stream()
                    .map(ClaimId::value)
                    .toList());
        }
        return event.isOf(SubjectNamed.class) ? Concerned.NOTHING : Concerned.EVERYTHING;
    }

    @Override
    public void rowsOf(Predicate<String> whose, List<Recorded> events, Rows added) {
        Predicate<ClaimId> ours = claim -> whose.test(claim.value());
        Chronicle known = new Chronicle();
        ClaimRows rows = new ClaimRows(added);
        Columns columns = new Columns(known, known::add, ours, rows);
        ClaimEntries entries = new ClaimEntries(known, rows);
        for (Recorded recorded : events) {
            columns.apply(recorded.position(), recorded.recordedAt(), recorded.event());
            if (recorded.event() instanceof ClaimEvent event) {
                entries.add(recorded, event, ours);
            }
        }
        columns.finish();
        entries.finish();
    }
}
