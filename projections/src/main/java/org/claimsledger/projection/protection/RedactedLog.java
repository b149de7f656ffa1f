package org.claimsledger.projection.protection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.claimsledger.claim.Claim;
import org.claimsledger.event.EventJson;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.Provenance;
import org.claimsledger.projection.run.ProjectionProgress;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.value.ClaimId;
import org.jspecify.annotations.Nullable;

/**
 * The log as one caller may see it. A caller who may not see everything reads it only as far as the tables have applied
 * it, because the tables know which sources are protected. Every page is redacted by the protection of that moment, so
 * that one log can be read for any length of time.
 */
public final class RedactedLog {

    /** An event of the log as one caller may see it. */
    public sealed interface VisibleEvent {

        long position();

        /** The event's stored name. */
        String type();

        /** An event as it is stored, to the byte. */
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
         * An event without the fields that reveal a protected source, and without its salt, so that nobody can guess
         * the fields and test the guess against the hash.
         *
         * @param hash the hash of the stored event
         * @param payload the remaining fields
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

    private final Visibility visibility;
    private final EventLog log;
    private final ProjectionProgress tables;
    private final Supplier<Redaction> redactions;
    private final BiFunction<ClaimId, Long, @Nullable Claim> recordedClaims;

    /**
     * @param tables how far the registry and the claims have applied the log
     * @param redactions gives the redaction that holds now
     * @param recordedClaims an unredacted claim as of a position
     */
    public RedactedLog(
            Visibility visibility,
            EventLog log,
            ProjectionProgress tables,
            Supplier<Redaction> redactions,
            BiFunction<ClaimId, Long, @Nullable Claim> recordedClaims) {
        this.visibility = visibility;
        this.log = log;
        this.tables = tables;
        this.redactions = redactions;
        this.recordedClaims = recordedClaims;
    }

    /** The last position that can be read. */
    public long head() {
        return switch (visibility) {
            case FULL -> log.head();
            case REDACTED -> Math.min(log.head(), tables.applied());
        };
    }

    /** The first readable events after a position, at most {@code limit}; empty where there are none. */
    public List<VisibleEvent> read(long after, int limit) {
        long head = head();
        if (after >= head) {
            return List.of();
        }
        Redaction redaction = redactions.get();
        List<StoredEvent> page = log.read(after, (int) Math.min(limit, head - after));
        return page.stream().map(stored -> visible(stored, redaction)).toList();
    }

    private VisibleEvent visible(StoredEvent stored, Redaction redaction) {
        if (!redaction.hidesAnything()) {
            return new VisibleEvent.Unredacted(stored);
        }
        LedgerEvent event = EventJson.event(stored.type(), stored.payload());
        LedgerEvent redacted =
                new EventRedaction(redaction, claim -> recordedClaims.apply(claim, stored.position())).redact(event);
        return redacted.equals(event)
                ? new VisibleEvent.Unredacted(stored)
                : VisibleEvent.Redacted.of(stored, redacted);
    }

    /** Waits for an event after the position; false where none can be read within {@code timeout}. */
    public boolean awaitBeyond(long position, Duration timeout) throws InterruptedException {
        return switch (visibility) {
            case FULL -> log.awaitBeyond(position, timeout);
            case REDACTED -> tables.awaitApplied(position + 1, timeout);
        };
    }
}
