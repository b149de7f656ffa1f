package org.claimsledger.projection.claims;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.EventCatalogue;
import org.claimsledger.event.EventJson;
import org.claimsledger.event.EventTag;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.history.AffectedClaims;
import org.claimsledger.history.History;
import org.claimsledger.ledger.TaggedEvents;
import org.claimsledger.projection.run.LazyEvent;
import org.claimsledger.projection.run.Projection;
import org.claimsledger.projection.table.Table;
import org.claimsledger.projection.table.TableSession;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.value.ClaimId;
import org.jspecify.annotations.Nullable;

/** Keeps every version of every claim on both clocks, and the keys by which lists find them. */
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

    /** Applies one batch after another and keeps what it has read of the log. */
    private static final class ClaimBatchHandler implements BatchHandler {

        private final EventLog log;
        private @Nullable History history;
        private long applied;

        ClaimBatchHandler(EventLog log) {
            this.log = log;
        }

        @Override
        public void apply(List<LazyEvent> batch, TableSession tableSession) throws SQLException {
            History before = history;
            if (before == null) {
                before = new History(log, batch.getFirst().position() - 1);
                history = before;
            }
            ClaimRowBatch rows = new ClaimRowBatch();
            CitingClaims citingClaims = new CitingClaims(tableSession);
            VersionWriter versionWriter = new VersionWriter(before, event -> affectedClaims(event, citingClaims), rows);
            ClaimWriter claimWriter = new ClaimWriter(before, rows);
            for (LazyEvent lazyEvent : batch) {
                applied = lazyEvent.position() - 1;
                versionWriter.apply(lazyEvent.position(), lazyEvent.recordedAt(), lazyEvent.event());
                if (lazyEvent.event() instanceof ClaimEvent event) {
                    claimWriter.add(lazyEvent, event);
                    citingClaims.add(event);
                }
            }
            versionWriter.finish();
            claimWriter.finish();
            rows.write(tableSession);
        }

        private Set<ClaimId> affectedClaims(LedgerEvent event, CitingClaims citingClaims) {
            return AffectedClaims.by(event, this::taggedEvents, citingClaims::citing);
        }

        /** Events of claims that cite a source are left out unread, because the table knows those claims. */
        private List<LedgerEvent> taggedEvents(EventTag eventTag) {
            return TaggedEvents.in(log, eventTag, 0, applied).stream()
                    .filter(stored -> !eventTag.marksCitation() || !isClaimEvent(stored))
                    .map(stored -> EventJson.event(stored.type(), stored.payload()))
                    .toList();
        }

        private static boolean isClaimEvent(StoredEvent stored) {
            return ClaimEvent.class.isAssignableFrom(EventCatalogue.typeOf(stored.type()));
        }
    }
}
