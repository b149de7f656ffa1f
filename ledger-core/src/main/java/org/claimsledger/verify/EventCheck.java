package org.claimsledger.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimsledger.event.EventCatalogue;
import org.claimsledger.event.EventJson;
import org.claimsledger.event.EventTag;
import org.claimsledger.event.EventTags;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.store.CanonicalMetadata;
import org.claimsledger.store.ContentHash;
import org.claimsledger.store.StoredEvent;

/**
 * The check of one event by itself, without its neighbours.
 *
 * @param doubts its faults, the gravest first; empty where there are none
 * @param tags the tags that an append would give it; empty where it cannot be read
 */
public record EventCheck(List<EventFault> faults, Set<EventTag> tags) {

    /** A fault of one event. */
    public enum EventFault {
        HASH_MISMATCH("its hash does not fit its content"),
        EVENT_UNKNOWN("it is of a type or version that this program does not know"),
        EVENT_UNREADABLE("its metadata or payload cannot be read as an event of its type"),
        METADATA_FORM("its metadata are not written as the program writes them"),
        PAYLOAD_FORM("its payload is not written as the program writes it");

        private final String sentence;

        EventFault(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    public static EventCheck of(StoredEvent stored) {
        List<EventFault> eventFaults = new ArrayList<>();
        if (!Arrays.equals(stored.hash(), ContentHash.of(stored.salt(), stored.metadata(), stored.payload()))) {
            eventFaults.add(EventFault.HASH_MISMATCH);
        }
        if (!EventCatalogue.isKnown(stored.type()) || !stored.version().equals(EventCatalogue.VERSION)) {
            eventFaults.add(EventFault.EVENT_UNKNOWN);
            return new EventCheck(List.copyOf(eventFaults), Set.of());
        }
        try {
            LedgerEvent event = EventJson.event(stored.type(), stored.payload());
            Map<String, String> metadata = CanonicalMetadata.read(stored.metadata());
            if (!Arrays.equals(CanonicalMetadata.write(metadata), stored.metadata())) {
                eventFaults.add(EventFault.METADATA_FORM);
            }
            if (!Arrays.equals(EventJson.bytes(event), stored.payload())) {
                eventFaults.add(EventFault.PAYLOAD_FORM);
            }
            return new EventCheck(List.copyOf(eventFaults), EventTags.of(event, metadata));
        } catch (RuntimeException unreadable) {
            eventFaults.add(EventFault.EVENT_UNREADABLE);
            return new EventCheck(List.copyOf(eventFaults), Set.of());
        }
    }
}
