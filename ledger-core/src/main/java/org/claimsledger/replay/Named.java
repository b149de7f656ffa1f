package org.claimsledger.replay;

import java.util.List;
import org.claimsledger.claim.ClaimEvent;
import org.claimsledger.claim.ClaimEvent.ClaimsRelated;
import org.claimsledger.ledger.EventCatalogue;
import org.claimsledger.ledger.EventJson;
import org.claimsledger.predicate.PredicateEvent;
import org.claimsledger.source.SourceEvent;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.subject.SubjectEvent;
import org.claimsledger.value.LedgerEvent;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Which things an event is an event of, told from the names on the top level of its payload alone; the rest of it is
 * passed over.
 */
record Named(Area area, String first, @Nullable String second) {

    /** The four kinds of things. */
    enum Area {
        SOURCE,
        SUBJECT,
        PREDICATE,
        CLAIM
    }

    static Named of(StoredEvent event) {
        Class<? extends LedgerEvent> type = EventCatalogue.named(event.type());
        byte[] payload = event.payload();
        if (ClaimEvent.class.isAssignableFrom(type)) {
            return new Named(
                    Area.CLAIM, text(payload, "claim"), type == ClaimsRelated.class ? text(payload, "other") : null);
        }
        if (SourceEvent.class.isAssignableFrom(type)) {
            return new Named(Area.SOURCE, text(payload, "source"), null);
        }
        return switch (EventJson.event(event)) {
            case PredicateEvent.PredicateDefined it ->
                new Named(Area.PREDICATE, it.predicate().key().value(), null);
            case SubjectEvent it -> of(it.subjects());
            case LedgerEvent other -> throw new IllegalStateException("no area has " + other);
        };
    }

    private static Named of(List<SubjectId> subjects) {
        String second = subjects.size() == 1 ? null : subjects.getLast().value();
        return new Named(Area.SUBJECT, subjects.getFirst().value(), second);
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
