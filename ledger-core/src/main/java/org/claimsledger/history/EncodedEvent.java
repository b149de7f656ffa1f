package org.claimsledger.history;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.ClaimEvent.EvidenceFiled;
import org.claimsledger.event.EventCatalogue;
import org.claimsledger.event.EventJson;
import org.claimsledger.event.EventTag;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.RecordedEvent;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.event.SubjectEvent;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
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

    /** The names and contents by which a subject or source is found. */
    List<EventTag> shared() {
        return SubjectEvent.class.isAssignableFrom(type) || SourceEvent.class.isAssignableFrom(type)
                ? get().event().tags().stream().filter(EventTag::isShared).toList()
                : List.of();
    }

    /**
     * The tags of what an event changes, told from the ids on the top level of its payload alone; the rest of it is passed over.
     * Which fields these are follows from the event's record.
     */
    static final class PayloadTags {

        private static final Map<Class<? extends LedgerEvent>, PayloadTags> BY_TYPE = new HashMap<>();

        static {
            for (Class<? extends LedgerEvent> type : EventCatalogue.events()) {
                if (SourceEvent.class.isAssignableFrom(type)) {
                    BY_TYPE.put(type, new PayloadTags(EventTag.SOURCE, type, SourceId.class));
                } else if (SubjectEvent.class.isAssignableFrom(type)) {
                    BY_TYPE.put(type, new PayloadTags(EventTag.SUBJECT, type, SubjectId.class));
                } else if (ClaimEvent.class.isAssignableFrom(type)) {
                    BY_TYPE.put(type, new PayloadTags(EventTag.CLAIM, type, ClaimId.class));
                }
            }
        }

        private final String key;
        private final List<String> fields;

        private PayloadTags(String key, Class<? extends LedgerEvent> type, Class<?> id) {
            this.key = key;
            this.fields = Arrays.stream(type.getRecordComponents())
                    .filter(component -> component.getType() == id)
                    .map(RecordComponent::getName)
                    .toList();
        }

        static List<EventTag> of(Class<? extends LedgerEvent> type, byte[] payload) {
            PayloadTags tags = BY_TYPE.get(type);
            return tags != null
                    ? tags.in(payload)
                    : EventJson.event(EventCatalogue.nameOf(type), payload).tags().stream()
                            .filter(EventTag::tellsWhatChanges)
                            .toList();
        }

        private List<EventTag> in(byte[] payload) {
            if (fields.size() == 1) {
                return List.of(new EventTag(key, text(payload, fields.getFirst())));
            }
            return fields.stream()
                    .map(field -> new EventTag(key, text(payload, field)))
                    .distinct()
                    .toList();
        }

        private static String text(byte[] payload, String field) {
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
}
