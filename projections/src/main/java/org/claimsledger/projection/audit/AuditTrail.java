package org.claimsledger.projection.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.claim.Claim;
import org.claimsledger.event.EventCatalogue;
import org.claimsledger.event.EventJson;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.LedgerEvent.EventReason;
import org.claimsledger.event.Provenance;
import org.claimsledger.ledger.TaggedEvents;
import org.claimsledger.projection.claims.ClaimQueries;
import org.claimsledger.projection.protection.EventRedaction;
import org.claimsledger.projection.protection.Redaction;
import org.claimsledger.projection.registry.Registry;
import org.claimsledger.projection.table.Page;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.ReasonCode;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Reads histories of entities as of any applied position, the earliest event first. A page begins after the position
 * {@code after}, 0 for the first page. The history of an unknown entity is empty.
 *
 * <p>Histories have no tables of their own: the positions of an entity's events follow from its states, the events are
 * in the log, and the changes of an event are the differences between two states.
 */
public final class AuditTrail {

    /**
     * An event in the history of an entity.
     *
     * @param type the event's name in lower_snake_case
     * @param actor the actor who made the change
     * @param request the request that made the change
     * @param reason the reason in the actor's own words: a reason, note or rationale
     * @param reasons the reason as codes
     * @param basis the source that the decision rests on
     * @param changes the fields of the entity that the event changed
     * @param event the event itself, for its other fields
     */
    public record HistoryItem(
            long position,
            Instant recordedAt,
            String type,
            String actor,
            String request,
            @Nullable String reason,
            List<ReasonCode> reasons,
            @Nullable SourceId basis,
            List<FieldChange> changes,
            LedgerEvent event) {

        public HistoryItem {
            reasons = List.copyOf(reasons);
            changes = List.copyOf(changes);
        }
    }

    private final ClaimQueries claimQueries;
    private final Registry registry;
    private final EventLog log;
    private final Redaction redaction;

    /**
     * @param recordedClaims unredacted claims, because states are redacted after events have been applied to them
     * @param recordedRegistry the unredacted registry, for the same reason
     */
    public AuditTrail(ClaimQueries recordedClaims, Registry recordedRegistry, EventLog log, Redaction redaction) {
        this.claimQueries = recordedClaims;
        this.registry = recordedRegistry;
        this.log = log;
        this.redaction = redaction;
    }

    /** Includes the events that relate another claim to this one. */
    public Page<HistoryItem> ofClaim(ClaimId id, long asOf, long after, int limit) {
        return page(EntityHistory.of(id, claimQueries), asOf, after, limit);
    }

    public Page<HistoryItem> ofSource(SourceId id, long asOf, long after, int limit) {
        SourceId source = redaction.resolve(id);
        return source == null
                ? new Page<>(List.of(), null)
                : page(EntityHistory.of(source, registry), asOf, after, limit);
    }

    /** Includes merges and splits in which the subject is the other one. */
    public Page<HistoryItem> ofSubject(SubjectId id, long asOf, long after, int limit) {
        return page(EntityHistory.of(id, registry), asOf, after, limit);
    }

    private <S> Page<HistoryItem> page(EntityHistory<S> entityHistory, long asOf, long after, int limit) {
        List<Long> changes = entityHistory.changes().positions(asOf, after, limit + 1);
        if (changes.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        boolean more = changes.size() > limit;
        long first = changes.getFirst();
        long last = changes.get(more ? limit - 1 : changes.size() - 1);
        return new Page<>(items(entityHistory, first, last), more ? last : null);
    }

    /** The entity's events from {@code first} to {@code last}, each with its changes. */
    private <S> List<HistoryItem> items(EntityHistory<S> entityHistory, long first, long last) {
        List<HistoryItem> items = new ArrayList<>();
        S before = entityHistory.stateAt().apply(first - 1);
        for (StoredEvent stored : TaggedEvents.in(log, entityHistory.tag(), first - 1, last)) {
            LedgerEvent event = EventJson.event(stored.type(), stored.payload());
            S after = entityHistory.evolve().apply(before, event);
            LedgerEvent shown = new EventRedaction(redaction, claim -> claim(claim, after)).redact(event);
            items.add(item(
                    stored,
                    shown,
                    entityHistory
                            .between()
                            .apply(
                                    before == null
                                            ? null
                                            : entityHistory.redacted().apply(before, redaction),
                                    entityHistory.redacted().apply(after, redaction))));
            before = after;
        }
        return items;
    }

    /** The claim after the event, where the history is of that claim. */
    private static @Nullable Claim claim(ClaimId id, Object state) {
        return state instanceof Claim claim && claim.id().equals(id) ? claim : null;
    }

    private static HistoryItem item(StoredEvent stored, LedgerEvent event, List<FieldChange> fieldChanges) {
        Provenance provenance = Provenance.of(stored.metadata());
        EventReason reason = event.because();
        return new HistoryItem(
                stored.position(),
                stored.recordedAt(),
                EventCatalogue.snakeCaseName(stored.type()),
                provenance.actor(),
                provenance.request(),
                reason.text(),
                reason.codes(),
                reason.basis(),
                fieldChanges,
                event);
    }
}
