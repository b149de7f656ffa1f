package org.claimsledger.event;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The tags of an event: those of what its payload changes and touches, and those of the keys in its metadata. */
public final class EventTags {

    /** The key in an event's metadata of who asked for it. */
    public static final String ACTOR = "actor";

    /** The key in an event's metadata of the request that it came with. */
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
}
