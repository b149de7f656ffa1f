package org.claimsledger.projection.claims;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.SubjectEvent.SubjectNamed;
import org.claimsledger.history.CompleteHistory;
import org.claimsledger.history.History;
import org.claimsledger.projection.run.AffectedKeys;
import org.claimsledger.projection.run.LazyEvent;
import org.claimsledger.projection.run.Projection;
import org.claimsledger.projection.table.RowBatch;
import org.claimsledger.projection.table.RowSink;
import org.claimsledger.projection.table.Table;
import org.claimsledger.projection.table.TableSession;
import org.claimsledger.store.EventLog;
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
    public BatchHandler newBatchHandler() {
        return new ClaimBatchHandler(log);
    }

    /** Goes from batch to batch with what it remembers. */
    private static final class ClaimBatchHandler implements BatchHandler {

        private final EventLog log;
        private @Nullable History history;

        ClaimBatchHandler(EventLog log) {
            this.log = log;
        }

        @Override
        public void apply(List<LazyEvent> batch, TableSession tableSession) throws SQLException {
            History known = history;
            if (known == null) {
                known = new History(log, batch.getFirst().position() - 1);
                history = known;
            }
            RowBatch added = new RowBatch();
            ClaimRowBatch rows = new ClaimRowBatch(added);
            VersionWriter versionWriter = new VersionWriter(known, known::add, claim -> true, rows);
            ClaimWriter entries = new ClaimWriter(known, rows);
            for (LazyEvent lazyEvent : batch) {
                versionWriter.apply(lazyEvent.position(), lazyEvent.recordedAt(), lazyEvent.event());
                if (lazyEvent.event() instanceof ClaimEvent event) {
                    entries.add(lazyEvent, event, claim -> true);
                }
            }
            versionWriter.finish();
            entries.finish();
            rows.writeEnds(tableSession);
            added.write(tableSession);
        }
    }

    /** What happens to sources and subjects changes any claims; names that are added change none. */
    @Override
    public AffectedKeys affectedKeys(LazyEvent event) {
        if (event.isInArea(ClaimEvent.class)) {
            return AffectedKeys.keys(((ClaimEvent) event.event())
                    .claims().stream().map(ClaimId::value).toList());
        }
        return event.isInArea(SubjectNamed.class) ? AffectedKeys.NONE : AffectedKeys.ALL;
    }

    @Override
    public void rowsOf(Predicate<String> whose, List<LazyEvent> events, RowSink added) {
        Predicate<ClaimId> ours = claim -> whose.test(claim.value());
        CompleteHistory known = new CompleteHistory();
        ClaimRowBatch rows = new ClaimRowBatch(added);
        VersionWriter versionWriter = new VersionWriter(known, known::add, ours, rows);
        ClaimWriter entries = new ClaimWriter(known, rows);
        for (LazyEvent lazyEvent : events) {
            versionWriter.apply(lazyEvent.position(), lazyEvent.recordedAt(), lazyEvent.event());
            if (lazyEvent.event() instanceof ClaimEvent event) {
                entries.add(lazyEvent, event, ours);
            }
        }
        versionWriter.finish();
        entries.finish();
    }
}
