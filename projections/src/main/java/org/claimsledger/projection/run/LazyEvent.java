package org.claimsledger.projection.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.claimsledger.event.EventCatalogue;
import org.claimsledger.event.EventJson;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.Provenance;
import org.claimsledger.store.StoredEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * An event of the log, whose payload is read when somebody first asks for it and then kept, since several projections ask.
 */
public final class LazyEvent {

    private final StoredEvent stored;
    private final Class<? extends LedgerEvent> type;
    private @Nullable LedgerEvent event; // read twice at worst, like a string's hash

    public LazyEvent(StoredEvent stored) {
        this.stored = stored;
        this.type = EventCatalogue.typeOf(stored.type());
    }

    StoredEvent stored() {
        return stored;
    }

    public long position() {
        return stored.position();
    }

    public Instant recordedAt() {
        return stored.recordedAt();
    }

    /** The payload as it is stored. */
    public byte[] payload() {
        return stored.payload();
    }

    /** Whom it came of. */
    public Provenance provenance() {
        return Provenance.of(stored.metadata());
    }

    /** The event's own identifier, the same in every copy of the log. */
    public String id() {
        return stored.id();
    }

    /** Whether it is an event of this area, which can be told without reading it. */
    public boolean isInArea(Class<? extends LedgerEvent> area) {
        return area.isAssignableFrom(type);
    }

    /** The texts that stand in some fields of the payload itself, found without reading what they are not asked for. */
    public List<String> stringFields(String... fields) {
        Set<String> wanted = Set.of(fields);
        List<String> found = new ArrayList<>(fields.length);
        try (JsonParser parser = EventJson.MAPPER.createParser(stored.payload())) {
            parser.nextToken();
            while (found.size() < fields.length && parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                if (parser.nextToken() == JsonToken.VALUE_STRING && wanted.contains(name)) {
                    found.add(parser.getString());
                } else {
                    parser.skipChildren();
                }
            }
        }
        return found;
    }

    /** Whether it is this very event. */
    public boolean hasType(Class<? extends LedgerEvent> event) {
        return type == event;
    }

    public LedgerEvent event() {
        LedgerEvent known = event;
        if (known == null) {
            known = EventJson.event(stored.type(), stored.payload());
            event = known;
        }
        return known;
    }
}
