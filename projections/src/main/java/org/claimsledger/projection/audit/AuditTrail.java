package org.claimsledger.projection.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.event.EventCatalogue;
import org.claimsledger.event.EventJson;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.LedgerEvent.EventReason;
import org.claimsledger.event.Provenance;
import org.claimsledger.ledger.TaggedEvents;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.projection.claims.ClaimQueries;
import org.claimsledger.projection.protection.EventRedaction;
import org.claimsledger.projection.protection.HiddenFilings;
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
 * in the log, and the changes of an event are the differences between two states. The history of a claim has the events of
 * other things too, where its state changed with them.
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

        /** @param event as the caller may see it */
        static HistoryItem of(StoredEvent stored, LedgerEvent event, List<FieldChange> changes) {
            Provenance provenance = Provenance.of(stored.metadata());
            EventReason because = event.because();
            return new HistoryItem(
                    stored.position(),
                    stored.recordedAt(),
                    EventCatalogue.snakeCaseName(stored.type()),
                    provenance.actor(),
                    provenance.request(),
                    because.text(),
                    because.codes(),
                    because.basis(),
                    changes,
                    event);
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

    /**
     * Every event that changed the claim, or what readers see of it: its own, those that relate another claim to it, and
     * those of sources, subjects and predicates. A page may hold fewer than {@code limit}, because events that the caller
     * may not see, or that change nothing for them, are left out.
     */
    public Page<HistoryItem> ofClaim(ClaimId id, long asOf, long after, int limit) {
        ClaimState state = claimQueries.claim(id, asOf).map(ClaimAt::state).orElse(null);
        HiddenFilings hidden = state == null
                ? null
                : HiddenFilings.on(state, asOf, redaction, other -> !other.equals(id) && isHidden(other, asOf));
        return hidden == null || hidden.hidesClaim()
                ? new Page<>(List.of(), null)
                : new ClaimTrail(claimQueries, log, redaction, hidden).page(id, asOf, after, limit);
    }

    private boolean isHidden(ClaimId claim, long asOf) {
        return redaction.hidesProposals()
                && claimQueries
                        .claim(claim, asOf)
                        .filter(it -> HiddenFilings.isClaimHidden(it.state(), asOf, redaction))
                        .isPresent();
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
            LedgerEvent visible = entityHistory.visible().apply(event);
            if (visible != null) {
                LedgerEvent shown = new EventRedaction(redaction, claim -> null).redact(visible);
                items.add(HistoryItem.of(stored, shown, changes(entityHistory, before, after)));
            }
            before = after;
        }
        return items;
    }

    private <S> List<FieldChange> changes(EntityHistory<S> entityHistory, @Nullable S before, S after) {
        return entityHistory
                .between()
                .apply(
                        before == null ? null : entityHistory.redacted().apply(before, redaction),
                        entityHistory.redacted().apply(after, redaction));
    }
}
