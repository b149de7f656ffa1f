package org.claimsledger.history;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.claimsledger.event.ClaimEvent.EvidenceFiled;
import org.claimsledger.event.EventCatalogue;
import org.claimsledger.event.EventJson;
import org.claimsledger.event.EventTag;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.RecordedEvent;
import org.claimsledger.store.StoredEvent;

/** An event of the log that stays in bytes until it is folded. */
record EncodedEvent(long position, Instant recordedAt, Class<? extends LedgerEvent> type, byte[] payload)
        implements Supplier<RecordedEvent<LedgerEvent>> {

    /** As a canonical payload has it; within a text the quotes would be escaped. */
    private static final byte[] PROPOSED = "\"proposed\":true".getBytes(StandardCharsets.UTF_8);

    static EncodedEvent of(StoredEvent event) {
        return new EncodedEvent(
                event.position(), event.recordedAt(), EventCatalogue.typeOf(event.type()), event.payload());
    }

    @Override
    public RecordedEvent<LedgerEvent> get() {
        return new RecordedEvent<>(position, recordedAt, EventJson.event(EventCatalogue.nameOf(type), payload));
    }

    /** Whether it files something that had to wait for an editor. */
    boolean isProposal() {
        if (!EvidenceFiled.class.isAssignableFrom(type)) {
            return false;
        }
        for (int at = payload.length - PROPOSED.length; at >= 0; at--) {
            if (payload[at + 1] == PROPOSED[1]
                    && Arrays.equals(payload, at, at + PROPOSED.length, PROPOSED, 0, PROPOSED.length)) {
                return true;
            }
        }
        return false;
    }

    /** The tags of what it changes. */
    List<EventTag> changes() {
        return PayloadTags.of(type, payload);
    }
}
