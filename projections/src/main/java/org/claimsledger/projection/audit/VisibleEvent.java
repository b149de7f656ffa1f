package org.claimsledger.projection.audit;

import java.time.Instant;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.Provenance;
import org.claimsledger.store.StoredEvent;

/** An event of the log as somebody may see it. */
public sealed interface VisibleEvent {

    long position();

    /** The event's stored name. */
    String type();

    /** With nothing taken out: its bytes are the stored ones. */
    record Unredacted(StoredEvent stored) implements VisibleEvent {

        @Override
        public long position() {
            return stored.position();
        }

        @Override
        public String type() {
            return stored.type();
        }
    }

    /**
     * With what tells of a protected source taken out. Without its salt nobody can try out what it was.
     *
     * @param hash of what it really says
     * @param payload what is left
     */
    record Redacted(
            long position,
            String id,
            String type,
            String version,
            Instant recordedAt,
            Provenance provenance,
            byte[] hash,
            LedgerEvent payload)
            implements VisibleEvent {

        static Redacted of(StoredEvent stored, LedgerEvent payload) {
            return new Redacted(
                    stored.position(),
                    stored.id(),
                    stored.type(),
                    stored.version(),
                    stored.recordedAt(),
                    Provenance.of(stored.metadata()),
                    stored.hash(),
                    payload);
        }
    }
}
