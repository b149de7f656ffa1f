package org.claimsledger.ledger;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.value.LedgerEvent;
import org.claimsledger.value.Tag;

/** The tags of an event: what its payload changes and touches, and the keys in its metadata. */
public final class EventTags {

    /** Where an event's metadata name who asked for it. */
    public static final String ACTOR = "actor";

    /** Where an event's metadata name the request that it came of. */
    public static final String REQUEST = "request";

    static final String IMPORT_KEY = "importKey";
    static final String IDEMPOTENCY_KEY = "idempotencyKey";

    private EventTags() {}

    /** All tags of a stored event, computed anew from what is stored. */
    public static Set<Tag> of(LedgerEvent event, Map<String, String> metadata) {
        Set<Tag> tags = new LinkedHashSet<>(event.tags());
        String importKey = metadata.get(IMPORT_KEY);
        if (importKey != null) {
            tags.add(Tag.importLine(importKey));
        }
        String idempotencyKey = metadata.get(IDEMPOTENCY_KEY);
        if (idempotencyKey != null) {
            tags.add(Tag.request(metadata.getOrDefault(ACTOR, ""), idempotencyKey));
        }
        return tags;
    }

    /** The events that carry {@code tag}, after the position {@code after} and up to and with {@code upTo}, in order. */
    public static List<StoredEvent> eventsWith(Tag tag, EventLog log, long after, long upTo) {
        return log.source(axon(tag), after, upTo);
    }

    static org.axonframework.messaging.eventstreaming.Tag axon(Tag tag) {
        return new org.axonframework.messaging.eventstreaming.Tag(tag.key(), tag.value());
    }

    static Set<org.axonframework.messaging.eventstreaming.Tag> axon(Set<Tag> tags) {
        Set<org.axonframework.messaging.eventstreaming.Tag> same = new LinkedHashSet<>();
        tags.forEach(tag -> same.add(axon(tag)));
        return same;
    }
}
