package org.claimsledger.event;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;

/** The tags of an event: what its payload changes and touches, and the keys in its metadata. */
public final class EventTags {

    /** Where an event's metadata name who asked for it. */
    public static final String ACTOR = "actor";

    /** Where an event's metadata name the request that it came of. */
    public static final String REQUEST = "request";

    public static final String IMPORT_KEY = "importKey";
    public static final String IDEMPOTENCY_KEY = "idempotencyKey";

    private EventTags() {}

    /** All tags of a stored event, computed anew from what is stored. */
    public static Set<EventTag> of(LedgerEvent event, Map<String, String> metadata) {
        Set<EventTag> eventTags = new LinkedHashSet<>(event.tags());
        String importKey = metadata.get(IMPORT_KEY);
        if (importKey != null) {
            eventTags.add(EventTag.importLine(importKey));
        }
        String idempotencyKey = metadata.get(IDEMPOTENCY_KEY);
        if (idempotencyKey != null) {
            eventTags.add(EventTag.request(metadata.getOrDefault(ACTOR, ""), idempotencyKey));
        }
        return eventTags;
    }

    /** The events that carry {@code tag}, after the position {@code after} and up to and with {@code upTo}, in order. */
    public static List<StoredEvent> eventsWith(EventTag eventTag, EventLog log, long after, long upTo) {
        return log.readByTag(axon(eventTag), after, upTo);
    }

    public static org.axonframework.messaging.eventstreaming.Tag axon(EventTag eventTag) {
        return new org.axonframework.messaging.eventstreaming.Tag(eventTag.key(), eventTag.value());
    }

    public static Set<org.axonframework.messaging.eventstreaming.Tag> axon(Set<EventTag> eventTags) {
        Set<org.axonframework.messaging.eventstreaming.Tag> same = new LinkedHashSet<>();
        eventTags.forEach(eventTag -> same.add(axon(eventTag)));
        return same;
    }
}
