package org.claimsledger.projection.protection;

import java.time.Instant;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.Provenance;
import org.claimsledger.store.StoredEvent;

/** An event of the log as one caller may see it. */
public sealed interface VisibleEvent {

    long position();

    /** The event's stored name. */
    String type();

    /** An event with nothing taken out: its bytes are the stored ones. */
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
     * An event without the fields that tell of a protected source, and without its salt, so that nobody can guess the
     * fields and test the guess against the hash.
     *
     * @param hash of the stored event
     * @param payload the fields that are left
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
