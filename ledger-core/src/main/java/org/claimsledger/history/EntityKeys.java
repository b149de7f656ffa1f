package org.claimsledger.history;

import java.util.List;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.ClaimEvent.ClaimsRelated;
import org.claimsledger.event.EventCatalogue;
import org.claimsledger.event.EventJson;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.PredicateEvent;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.event.SubjectEvent;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Which things an event is an event of, told from the names on the top level of its payload alone; the rest of it is
 * passed over.
 */
record EntityKeys(EntityKind kind, String first, @Nullable String second) {

    /** The four kinds of things. */
    enum EntityKind {
        SOURCE,
        SUBJECT,
        PREDICATE,
        CLAIM
    }

    static EntityKeys of(StoredEvent event) {
        Class<? extends LedgerEvent> type = EventCatalogue.typeOf(event.type());
        byte[] payload = event.payload();
        if (ClaimEvent.class.isAssignableFrom(type)) {
            return new EntityKeys(
                    EntityKind.CLAIM,
                    text(payload, "claim"),
                    type == ClaimsRelated.class ? text(payload, "other") : null);
        }
        if (SourceEvent.class.isAssignableFrom(type)) {
            return new EntityKeys(EntityKind.SOURCE, text(payload, "source"), null);
        }
        return switch (EventJson.event(event.type(), payload)) {
            case PredicateEvent.PredicateDefined it ->
                new EntityKeys(EntityKind.PREDICATE, it.predicate().key().value(), null);
            case SubjectEvent it -> of(it.subjects());
            case LedgerEvent other -> throw new IllegalStateException("no area has " + other);
        };
    }

    private static EntityKeys of(List<SubjectId> subjects) {
        String second = subjects.size() == 1 ? null : subjects.getLast().value();
        return new EntityKeys(EntityKind.SUBJECT, subjects.getFirst().value(), second);
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
