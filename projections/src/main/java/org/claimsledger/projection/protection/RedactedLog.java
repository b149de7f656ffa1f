package org.claimsledger.projection.protection;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.claim.Claim;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.EventCatalogue;
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
 * it, because the tables know which sources are protected and what was accepted. Every page is redacted by what holds at
 * that moment, so that one log can be read for any length of time.
 */
public final class RedactedLog {

    /** An event of the log as one caller may see it. */
    public sealed interface VisibleEvent {

        long position();

        /** An event as it is stored, to the byte. */
        record Unredacted(StoredEvent stored) implements VisibleEvent {

            @Override
            public long position() {
                return stored.position();
            }
        }

        /**
         * An event of which nothing is shown but its place: it tells of what no editor has accepted.
         *
         * @param hash the hash of the stored event
         */
        record Withheld(long position, Instant recordedAt, byte[] hash) implements VisibleEvent {

            static Withheld of(StoredEvent stored) {
                return new Withheld(stored.position(), stored.recordedAt(), stored.hash());
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
    private final BiFunction<ClaimId, Long, @Nullable ClaimState> recordedClaims;
    private final UnaryOperator<Set<ClaimId>> claimsWithProposals;

    /**
     * @param tables how far the registry and the claims have applied the log
     * @param redactions gives the redaction that holds now
     * @param recordedClaims an unredacted claim as of a position
     * @param claimsWithProposals those of some claims that had, or have, to wait for an editor, or evidence on which did
     */
    public RedactedLog(
            Visibility visibility,
            EventLog log,
            ProjectionProgress tables,
            Supplier<Redaction> redactions,
            BiFunction<ClaimId, Long, @Nullable ClaimState> recordedClaims,
            UnaryOperator<Set<ClaimId>> claimsWithProposals) {
        this.visibility = visibility;
        this.log = log;
        this.tables = tables;
        this.redactions = redactions;
        this.recordedClaims = recordedClaims;
        this.claimsWithProposals = claimsWithProposals;
    }

    /** The last position that can be read. */
    public long head() {
        return visibility.full() ? log.head() : Math.min(log.head(), tables.applied());
    }

    /** The first readable events after a position, at most {@code limit}; empty where there are none. */
    public List<VisibleEvent> read(long after, int limit) {
        long head = head();
        if (after >= head) {
            return List.of();
        }
        List<StoredEvent> stored = log.read(after, (int) Math.min(limit, head - after));
        Redaction redaction = redactions.get();
        if (!redaction.hidesProposals()) {
            return stored.stream()
                    .<VisibleEvent>map(VisibleEvent.Unredacted::new)
                    .toList();
        }
        RedactedPage page = new RedactedPage(stored, redaction, tables.applied());
        return stored.stream().map(page::visible).toList();
    }

    /** A page of the log for a caller who may not see everything. */
    private final class RedactedPage {

        private final Redaction redaction;
        private final long now;
        private final Set<ClaimId> withProposals;
        private final Map<ClaimId, HiddenFilings> hiddenFilings = new HashMap<>();

        /** @param now the position as of which something is accepted or not */
        RedactedPage(List<StoredEvent> stored, Redaction redaction, long now) {
            this.redaction = redaction;
            this.now = now;
            Set<ClaimId> claims = new HashSet<>();
            for (StoredEvent each : stored) {
                if (isOfClaim(each)) {
                    claims.addAll(((ClaimEvent) event(each)).claims());
                }
            }
            this.withProposals = claims.isEmpty() ? claims : claimsWithProposals.apply(claims);
        }

        VisibleEvent visible(StoredEvent stored) {
            if (!redaction.hidesSources() && (withProposals.isEmpty() || !isOfClaim(stored))) {
                return new VisibleEvent.Unredacted(stored);
            }
            LedgerEvent event = event(stored);
            LedgerEvent visible = event instanceof ClaimEvent it ? visible(it) : event;
            if (visible == null) {
                return VisibleEvent.Withheld.of(stored);
            }
            LedgerEvent redacted =
                    new EventRedaction(redaction, claim -> claim(claim, stored.position())).redact(visible);
            return redacted.equals(event)
                    ? new VisibleEvent.Unredacted(stored)
                    : VisibleEvent.Redacted.of(stored, redacted);
        }

        private @Nullable ClaimEvent visible(ClaimEvent event) {
            ClaimEvent visible = event;
            for (ClaimId claim : event.claims()) {
                HiddenFilings hidden = visible == null || !withProposals.contains(claim) ? null : hiddenOn(claim);
                visible = hidden == null || visible == null ? visible : hidden.visible(visible);
            }
            return visible;
        }

        private @Nullable HiddenFilings hiddenOn(ClaimId claim) {
            return hiddenFilings.computeIfAbsent(claim, missing -> {
                ClaimState state = recordedClaims.apply(missing, now);
                return state == null ? null : HiddenFilings.on(state, now, redaction, other -> false);
            });
        }

        private @Nullable Claim claim(ClaimId id, long position) {
            ClaimState state = recordedClaims.apply(id, position);
            return state == null ? null : state.claim();
        }
    }

    private static boolean isOfClaim(StoredEvent stored) {
        return ClaimEvent.class.isAssignableFrom(EventCatalogue.typeOf(stored.type()));
    }

    private static LedgerEvent event(StoredEvent stored) {
        return EventJson.event(stored.type(), stored.payload());
    }

    /** Waits for an event after the position; false where none can be read within {@code timeout}. */
    public boolean awaitBeyond(long position, Duration timeout) throws InterruptedException {
        return visibility.full() ? log.awaitBeyond(position, timeout) : tables.awaitApplied(position + 1, timeout);
    }
}
