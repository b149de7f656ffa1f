package org.claimsledger.history;

import com.github.benmanes.caffeine.cache.Cache;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.event.ClaimEvent.ClaimAsserted;
import org.claimsledger.event.EventJson;
import org.claimsledger.event.EventTag;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.PredicateEvent.PredicateDefined;
import org.claimsledger.event.RecordedEvent;
import org.claimsledger.event.SourceEvent.SourceRegistered;
import org.claimsledger.event.SubjectEvent.SubjectRegistered;
import org.claimsledger.ledger.TaggedEvents;
import org.claimsledger.store.EventLog;

/**
 * The events of the log up to a position. Those that change one thing are kept as far as memory goes, and with them those
 * that were added and that the log need not hold.
 */
final class CachedLogEvents implements EventsByTag {

    private final EventLog log;
    private final Cache<EventTag, List<RecordedEvent<LedgerEvent>>> changes;
    private long position;

    CachedLogEvents(EventLog log, long position, Cache<EventTag, List<RecordedEvent<LedgerEvent>>> changes) {
        this.log = log;
        this.position = position;
        this.changes = changes;
    }

    @Override
    public List<RecordedEvent<LedgerEvent>> with(EventTag tag) {
        return tag.tellsWhatChanges() ? changes.get(tag, this::read) : read(tag);
    }

    private List<RecordedEvent<LedgerEvent>> read(EventTag tag) {
        List<RecordedEvent<LedgerEvent>> events = new ArrayList<>();
        TaggedEvents.in(log, tag, 0, position)
                .forEach(stored -> events.add(new RecordedEvent<>(
                        stored.position(), stored.recordedAt(), EventJson.event(stored.type(), stored.payload()))));
        return events;
    }

    @Override
    public void add(RecordedEvent<LedgerEvent> next) {
        for (EventTag tag : next.event().tags()) {
            if (tag.tellsWhatChanges()) {
                List<RecordedEvent<LedgerEvent>> events = isFirst(next.event()) ? new ArrayList<>() : with(tag);
                events.add(next);
                changes.put(tag, events);
            }
        }
        position = next.position();
    }

    /** Before such an event its thing has none, and the log need not be asked. */
    private static boolean isFirst(LedgerEvent event) {
        return event instanceof ClaimAsserted
                || event instanceof SourceRegistered
                || event instanceof SubjectRegistered
                || event instanceof PredicateDefined;
    }
}
