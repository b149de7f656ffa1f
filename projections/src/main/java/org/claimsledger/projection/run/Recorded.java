package org.claimsledger.projection.run;

import java.time.Instant;
import org.claimsledger.ledger.EventCatalogue;
import org.claimsledger.ledger.EventJson;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.value.LedgerEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event of the log, whose payload is read when somebody first asks for it and then kept, since several projections ask.
 */
public final class Recorded {

    private final StoredEvent stored;
    private final Class<? extends LedgerEvent> type;
    private @Nullable LedgerEvent event; // read twice at worst, like a string's hash

    public Recorded(StoredEvent stored) {
        this.stored = stored;
        this.type = EventCatalogue.named(stored.type());
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

    /** The event's own identifier, the same in every copy of the log. */
    public String id() {
        return stored.id();
    }

    /** Whether it is an event of this area, which can be told without reading it. */
    public boolean isOf(Class<? extends LedgerEvent> area) {
        return area.isAssignableFrom(type);
    }

    public LedgerEvent event() {
        LedgerEvent known = event;
        if (known == null) {
            known = EventJson.event(stored);
            event = known;
        }
        return known;
    }
}
