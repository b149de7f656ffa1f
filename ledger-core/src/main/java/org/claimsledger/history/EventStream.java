package org.claimsledger.history;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.claimsledger.event.ClaimEvent.EvidenceFiled;
import org.claimsledger.event.EventCatalogue;
import org.claimsledger.event.EventJson;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.Provenance;
import org.claimsledger.event.RecordedEvent;
import org.claimsledger.store.StoredEvent;
import org.jspecify.annotations.Nullable;

/** The events of one thing, in order, as bytes: they are read when they are folded. */
final class EventStream {

    private final List<EncodedEvent> encodedEvents = new ArrayList<>(1);

    /**
     * One event: where it stands, its stored name, and its payload.
     *
     * @param proposedBy whom it came of, where it is something that had to wait for an editor
     */
    record EncodedEvent(
            long position,
            Instant recordedAt,
            String type,
            byte[] payload,
            @Nullable Provenance proposedBy) {

        /** As a canonical payload has it; within a text the quotes would be escaped. */
        private static final byte[] PROPOSED = "\"proposed\":true".getBytes(StandardCharsets.UTF_8);

        static EncodedEvent of(StoredEvent event) {
            return new EncodedEvent(
                    event.position(),
                    event.recordedAt(),
                    event.type(),
                    event.payload(),
                    EvidenceFiled.class.isAssignableFrom(EventCatalogue.typeOf(event.type()))
                                    && isProposed(event.payload())
                            ? Provenance.of(event.metadata())
                            : null);
        }

        private static boolean isProposed(byte[] payload) {
            for (int at = payload.length - PROPOSED.length; at >= 0; at--) {
                if (payload[at + 1] == PROPOSED[1]
                        && Arrays.equals(payload, at, at + PROPOSED.length, PROPOSED, 0, PROPOSED.length)) {
                    return true;
                }
            }
            return false;
        }

        LedgerEvent event() {
            return EventJson.event(type, payload);
        }

        <E extends LedgerEvent> RecordedEvent<E> as(Class<E> area) {
            return new RecordedEvent<>(position, recordedAt, area.cast(event()));
        }
    }

    void add(EncodedEvent event) {
        encodedEvents.add(event);
    }

    List<EncodedEvent> events() {
        return encodedEvents;
    }

    long firstPosition() {
        return encodedEvents.getFirst().position();
    }
}
