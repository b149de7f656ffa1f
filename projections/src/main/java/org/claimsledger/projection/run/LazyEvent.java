package org.claimsledger.projection.run;

import java.time.Instant;
import org.claimsledger.event.EventCatalogue;
import org.claimsledger.event.EventJson;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.Provenance;
import org.claimsledger.store.StoredEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event of the log. Its payload is decoded on first use and then kept, because several projections need it.
 */
public final class LazyEvent {

    private final StoredEvent stored;
    private final Class<? extends LedgerEvent> type;
    private @Nullable LedgerEvent event; // decoded twice at worst, like a string's hash

    public LazyEvent(StoredEvent stored) {
        this.stored = stored;
        this.type = EventCatalogue.typeOf(stored.type());
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

    /** The actor and the request that the event came from. */
    public Provenance provenance() {
        return Provenance.of(stored.metadata());
    }

    /** The event's own identifier, the same in every copy of the log. */
    public String id() {
        return stored.id();
    }

    /** Whether the event belongs to this area. Does not decode it. */
    public boolean isInArea(Class<? extends LedgerEvent> area) {
        return area.isAssignableFrom(type);
    }

    public LedgerEvent event() {
        LedgerEvent decoded = event;
        if (decoded == null) {
            decoded = EventJson.event(stored.type(), stored.payload());
            event = decoded;
        }
        return decoded;
    }
}
