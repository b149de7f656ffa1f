package org.claimsledger.history;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.ClaimEvent.ClaimsRelated;
import org.claimsledger.event.ClaimEvent.EvidenceFiled;
import org.claimsledger.event.EventCatalogue;
import org.claimsledger.event.EventJson;
import org.claimsledger.event.EventTag;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.RecordedEvent;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.store.StoredEvent;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

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
        return new RecordedEvent<>(position, recordedAt, event());
    }

    private LedgerEvent event() {
        return EventJson.event(EventCatalogue.nameOf(type), payload);
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

    /**
     * The tags of what it changes. Where events are many they are told from the names on the top level of the payload
     * alone; the rest of it is passed over.
     */
    List<EventTag> changes() {
        if (type == ClaimsRelated.class || !isOf(ClaimEvent.class) && !isOf(SourceEvent.class)) {
            return event().tags().stream().filter(EventTag::tellsWhatChanges).toList();
        }
        String key = isOf(ClaimEvent.class) ? EventTag.CLAIM : EventTag.SOURCE;
        return List.of(new EventTag(key, text(key)));
    }

    private boolean isOf(Class<? extends LedgerEvent> area) {
        return area.isAssignableFrom(type);
    }

    private String text(String field) {
        try (JsonParser parser = EventJson.MAPPER.createParser(payload)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean wanted = field.equals(parser.currentName());
                parser.nextToken();
                if (wanted) {
                    return parser.getString();
                }
                parser.skipChildren();
            }
        }
        throw new IllegalStateException("an event without its " + field);
    }
}
