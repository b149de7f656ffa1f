package org.claimsledger.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.claimsledger.event.EventTag;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.RecordedEvent;

/** All events up to a position. Those that came of the log as bytes are decoded whenever they are asked for. */
final class EventsInMemory implements EventsByTag {

    private final Map<EventTag, List<Supplier<RecordedEvent<LedgerEvent>>>> byTag = new LinkedHashMap<>();
    private boolean byChangesOnly;

    @Override
    public List<RecordedEvent<LedgerEvent>> with(EventTag tag) {
        if (byChangesOnly && !tag.tellsWhatChanges()) {
            throw new IllegalStateException("a replay knows events by what they change, not by " + tag);
        }
        List<Supplier<RecordedEvent<LedgerEvent>>> events = byTag.getOrDefault(tag, List.of());
        List<RecordedEvent<LedgerEvent>> decoded = new ArrayList<>(events.size());
        events.forEach(event -> decoded.add(event.get()));
        return decoded;
    }

    @Override
    public void add(RecordedEvent<LedgerEvent> next) {
        Supplier<RecordedEvent<LedgerEvent>> decoded = () -> next;
        next.event().tags().forEach(tag -> add(tag, decoded));
    }

    /** Takes in the next event by what it changes alone. */
    void add(EncodedEvent next, List<EventTag> changes) {
        byChangesOnly = true;
        changes.forEach(tag -> add(tag, next));
    }

    private void add(EventTag tag, Supplier<RecordedEvent<LedgerEvent>> event) {
        byTag.computeIfAbsent(tag, none -> new ArrayList<>(1)).add(event);
    }

    /** The tags of one key, in the order in which their first events were recorded. */
    Stream<EventTag> tags(String key) {
        return byTag.keySet().stream().filter(tag -> tag.key().equals(key));
    }
}
