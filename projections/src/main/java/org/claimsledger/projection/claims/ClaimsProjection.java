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

/** Keeps every version of every claim on both clocks, and the rows by which lists find claims. */
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

    /** Applies batches one after another, and keeps the history that it has read from the log. */
    private static final class ClaimBatchHandler implements BatchHandler {

        private final EventLog log;
        private @Nullable History history;
        private long applied;

        ClaimBatchHandler(EventLog log) {
            this.log = log;
        }

        @Override
        public void apply(List<LazyEvent> batch, TableSession tableSession) throws SQLException {
            History eventHistory = history;
            if (eventHistory == null) {
                eventHistory = new History(log, batch.getFirst().position() - 1);
                history = eventHistory;
            }
            ClaimRowBatch rows = new ClaimRowBatch();
            ClaimsOnFile claimsOnFile = new ClaimsOnFile(tableSession);
            VersionWriter versionWriter =
                    new VersionWriter(eventHistory, event -> affectedClaims(event, claimsOnFile), rows);
            ClaimWriter claimWriter = new ClaimWriter(eventHistory, rows);
            for (LazyEvent lazyEvent : batch) {
                applied = lazyEvent.position() - 1;
                versionWriter.apply(lazyEvent.position(), lazyEvent.recordedAt(), lazyEvent.event());
                if (lazyEvent.event() instanceof ClaimEvent event) {
                    claimWriter.add(lazyEvent, event);
                    claimsOnFile.add(event);
                }
            }
            versionWriter.finish();
            claimWriter.finish();
            rows.write(tableSession);
        }

        private Set<ClaimId> affectedClaims(LedgerEvent event, ClaimsOnFile claimsOnFile) {
            return AffectedClaims.by(event, this::taggedEvents, claimsOnFile::citing, claimsOnFile::with);
        }

        /** Events of claims under the tag of a cited source are not decoded, because the table has those claims. */
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
