package org.claimsledger.ledger;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.messaging.eventstreaming.Tag;
import org.claimsledger.event.EventTag;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;

/** The events of the log by the tags of the domain, which are Axon's tags to the store. */
public final class TaggedEvents {

    private TaggedEvents() {}

    /** The events that carry {@code tag}, after the position {@code after} and up to and with {@code upTo}, in order. */
    public static List<StoredEvent> in(EventLog log, EventTag tag, long after, long upTo) {
        return log.readByTag(axon(tag), after, upTo);
    }

    static Tag axon(EventTag tag) {
        return new Tag(tag.key(), tag.value());
    }

    /** Converts tags in their order. */
    static Set<Tag> axon(Set<EventTag> tags) {
        return tags.stream().map(TaggedEvents::axon).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
