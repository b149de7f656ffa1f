package org.claimsledger.projection.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.EventJson;
import org.claimsledger.event.EventTag;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.ledger.TaggedEvents;
import org.claimsledger.projection.audit.AuditTrail.HistoryItem;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.projection.claims.ClaimQueries;
import org.claimsledger.projection.protection.EventRedaction;
import org.claimsledger.projection.protection.HiddenFilings;
import org.claimsledger.projection.protection.Redaction;
import org.claimsledger.projection.table.Page;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.value.ClaimId;
import org.jspecify.annotations.Nullable;

/** Reads the history of a claim from its successive states: each began with an event, of the claim or of something else. */
final class ClaimTrail {

    private final ClaimQueries recordedClaims;
    private final EventLog log;
    private final Redaction redaction;
    private final HiddenFilings hidden;

    /** @param hidden what the caller may not see of the claim */
    ClaimTrail(ClaimQueries recordedClaims, EventLog log, Redaction redaction, HiddenFilings hidden) {
        this.recordedClaims = recordedClaims;
        this.log = log;
        this.redaction = redaction;
        this.hidden = hidden;
    }

    Page<HistoryItem> page(ClaimId id, long asOf, long after, int limit) {
        List<ClaimAt> states = recordedClaims.recordedStates(id, asOf, after, limit + 1);
        boolean hasOneBefore = !states.isEmpty() && states.getFirst().lastChange() <= after;
        ClaimAt before = hasOneBefore ? states.getFirst() : null;
        List<ClaimAt> changed = hasOneBefore ? states.subList(1, states.size()) : states;
        if (changed.size() <= limit) {
            return new Page<>(items(id, before, changed), null);
        }
        List<ClaimAt> ofPage = changed.subList(0, limit);
        return new Page<>(items(id, before, ofPage), ofPage.getLast().lastChange());
    }

    /** @param before the state that held before the first change; absent where that is the assertion */
    private List<HistoryItem> items(ClaimId id, @Nullable ClaimAt before, List<ClaimAt> changed) {
        List<HistoryItem> items = new ArrayList<>();
        if (changed.isEmpty()) {
            return items;
        }
        Map<Long, StoredEvent> own =
                ownEvents(id, changed.getFirst().lastChange(), changed.getLast().lastChange());
        ClaimAt last = before;
        for (ClaimAt next : changed) {
            StoredEvent stored = own.get(next.lastChange());
            HistoryItem item = item(stored == null ? eventAt(next.lastChange()) : stored, last, next);
            if (item != null && (stored != null || !item.changes().isEmpty())) {
                items.add(item);
            }
            last = next;
        }
        return items;
    }

    private Map<Long, StoredEvent> ownEvents(ClaimId id, long first, long last) {
        Map<Long, StoredEvent> own = new HashMap<>();
        TaggedEvents.in(log, EventTag.claim(id), first - 1, last).forEach(stored -> own.put(stored.position(), stored));
        return own;
    }

    private StoredEvent eventAt(long position) {
        return log.read(position - 1, 1).getFirst();
    }

    /** Absent where the caller may not see the event. */
    private @Nullable HistoryItem item(StoredEvent stored, @Nullable ClaimAt before, ClaimAt after) {
        LedgerEvent event = EventJson.event(stored.type(), stored.payload());
        LedgerEvent visible = event instanceof ClaimEvent own ? hidden.visible(own) : event;
        if (visible == null) {
            return null;
        }
        EventRedaction eventRedaction = new EventRedaction(
                redaction, other -> other.equals(after.claim().id()) ? after.claim() : null);
        long position = stored.position();
        return HistoryItem.of(
                stored,
                eventRedaction.redact(visible),
                ClaimDiff.between(
                        before == null ? null : redaction.state(hidden.visible(before.state()), position - 1),
                        redaction.state(hidden.visible(after.state()), position)));
    }
}
