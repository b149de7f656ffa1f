package org.claimsledger.history;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.EventCatalogue;
import org.claimsledger.event.EventJson;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.PredicateEvent;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.event.SubjectEvent;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The entities whose event a stored event is, read from the top level of its payload alone, because decoding the whole of
 * it takes some forty times as long. The fields to read follow from the event's record: an id of its own area.
 *
 * @param ids one, or two where the event is about two
 */
record EntityKeys(EntityKind kind, List<String> ids) {

    /** The four kinds of entities. */
    enum EntityKind {
        SOURCE,
        SUBJECT,
        PREDICATE,
        CLAIM
    }

    private record IdFields(EntityKind kind, List<String> names) {}

    private static final Map<String, IdFields> ID_FIELDS = new HashMap<>();

    static {
        for (Class<? extends LedgerEvent> event : EventCatalogue.events()) {
            if (SourceEvent.class.isAssignableFrom(event)) {
                ID_FIELDS.put(EventCatalogue.nameOf(event), idFields(EntityKind.SOURCE, event, SourceId.class));
            } else if (SubjectEvent.class.isAssignableFrom(event)) {
                ID_FIELDS.put(EventCatalogue.nameOf(event), idFields(EntityKind.SUBJECT, event, SubjectId.class));
            } else if (ClaimEvent.class.isAssignableFrom(event)) {
                ID_FIELDS.put(EventCatalogue.nameOf(event), idFields(EntityKind.CLAIM, event, ClaimId.class));
            }
        }
    }

    private static IdFields idFields(EntityKind kind, Class<? extends LedgerEvent> event, Class<?> id) {
        return new IdFields(
                kind,
                Arrays.stream(event.getRecordComponents())
                        .filter(component -> component.getType() == id)
                        .map(RecordComponent::getName)
                        .toList());
    }

    static EntityKeys of(String type, byte[] payload) {
        IdFields fields = ID_FIELDS.get(type);
        if (fields != null) {
            return new EntityKeys(
                    fields.kind(),
                    fields.names().stream()
                            .map(name -> text(payload, name))
                            .distinct()
                            .toList());
        }
        PredicateEvent event = (PredicateEvent) EventJson.event(type, payload);
        return new EntityKeys(
                EntityKind.PREDICATE, List.of(event.predicate().key().value()));
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
