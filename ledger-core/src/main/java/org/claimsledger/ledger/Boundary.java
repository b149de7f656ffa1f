package org.claimsledger.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.claimsledger.claim.Claim;
import org.claimsledger.claim.ClaimDecider;
import org.claimsledger.event.ClaimEvent.ClaimAsserted;
import org.claimsledger.event.EventCatalogue;
import org.claimsledger.event.EventJson;
import org.claimsledger.event.EventTag;
import org.claimsledger.event.EventTags;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.Predicate;
import org.claimsledger.policy.AdoptedPolicy;
import org.claimsledger.policy.PolicyDecider;
import org.claimsledger.predicate.PredicateDecider;
import org.claimsledger.predicate.PredicateDefinitions;
import org.claimsledger.source.Source;
import org.claimsledger.source.SourceDecider;
import org.claimsledger.store.Receipt;
import org.claimsledger.subject.Subject;
import org.claimsledger.subject.SubjectDecider;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceRef;
import org.claimsledger.value.Ids;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Url;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the decisions of one unit of work look at. Each thing looked up becomes part of the condition on which
 * the events are appended: if somebody else changed one of them meanwhile, nothing is recorded and the decision is made
 * anew. Events recorded here are seen by the next decision of the same unit of work at once.
 */
final class Boundary
        implements ClaimDecider.Lookups,
                SubjectDecider.Lookups,
                SourceDecider.Lookups,
                PredicateDecider.Lookups,
                PolicyDecider.KnownPolicies {

    private static final EventCriteria EVERY_ASSERTION = EventCriteria.havingAnyTag()
            .andBeingOneOfTypes(type(ClaimAsserted.class).qualifiedName());

    private final EventStorageEngine engine;
    private final ProcessingContext context;
    private final EntityCache cache;
    private final Map<EventTag, LookedUpEntity<?>> lookedUp = new HashMap<>();
    private final List<TaggedEventMessage<?>> appended = new ArrayList<>();
    private final List<LedgerEvent> recorded = new ArrayList<>();
    private final Map<EventTag, List<Entity.EntityEvent>> recordedBeforeLookUp = new HashMap<>();
    private @Nullable ConsistencyMarker marker;
    private boolean refused;
    private boolean claimsLookedThrough;

    /** A boundary within a unit of work, of which nothing is appended. */
    Boundary(EventStorageEngine engine, ProcessingContext context, EntityCache cache) {
        this.engine = engine;
        this.context = context;
        this.cache = cache;
    }

    /**
     * A boundary within a unit of work, which appends what was recorded when it is committed.
     *
     * <p>It speaks to the storage engine itself: Axon's own transaction joins its condition anew at every look-up, which
     * takes the square of their number, and a batch makes thousands.
     */
    static Boundary appending(EventStorageEngine engine, ProcessingContext context, EntityCache cache) {
        Boundary boundary = new Boundary(engine, context, cache);
        context.onPrepareCommit(UnitsOfWork.failing(preparing -> boundary.append())::apply);
        context.runOnAfterCommit(committed -> boundary.cacheStates(committed.getResource(Receipt.KEY)));
        return boundary;
    }

    private CompletableFuture<?> append() {
        if (appended.isEmpty()) {
            if (refused) {
                requireLookUpsStillHold();
            }
            return CompletableFuture.completedFuture(null);
        }
        return engine.appendEvents(condition(), context, appended).thenAccept(append -> {
            context.onCommit(UnitsOfWork.failing(committing -> commit(append, committing))::apply);
            context.onError((failing, phase, fault) -> append.rollback(failing));
        });
    }

    private static <R> CompletableFuture<?> commit(
            EventStorageEngine.AppendTransaction<R> append, ProcessingContext in) {
        return append.commit(in).thenCompose(result -> append.afterCommit(result, in));
    }

    /** The condition that no tag that was looked up has a new event since the first look-up. */
    private AppendCondition condition() {
        if (marker == null) {
            return AppendCondition.none();
        }
        return AppendCondition.withCriteria(lookUpCriteria()).withMarker(marker);
    }

    private EventCriteria lookUpCriteria() {
        List<EventCriteria> criteria = new ArrayList<>();
        lookedUp.keySet().forEach(eventTag -> criteria.add(EventCriteria.havingTags(TaggedEvents.axon(eventTag))));
        if (claimsLookedThrough) {
            criteria.add(EVERY_ASSERTION);
        }
        return EventCriteria.either(criteria);
    }

    /**
     * A decision has been refused on what it looked up. The store holds what is recorded to its condition; where nothing
     * is, the condition is checked at the commit: the look-ups were not made at one moment, and something that was recorded
     * between two of them, or by another node before any of them, may look like a reason to refuse.
     */
    void noteRefusal() {
        refused = true;
    }

    /** Fails where an event was recorded meanwhile that a look-up would have found. */
    void requireLookUpsStillHold() {
        if (marker == null) {
            return;
        }
        engine.latestToken(context).join();
        boolean happened = engine.source(SourcingCondition.conditionFor(marker.position(), lookUpCriteria()), context)
                .reduce(false, (any, entry) -> any || entry.getResource(ConsistencyMarker.RESOURCE_KEY) == null)
                .join();
        if (happened) {
            throw AppendEventsTransactionRejectedException.conflictingEventsDetected(marker);
        }
    }

    @Override
    public @Nullable Claim claim(ClaimId id) {
        return lookUp(Entity.claim(id));
    }

    @Override
    public @Nullable Source source(SourceId id) {
        return lookUp(Entity.source(id));
    }

    @Override
    public @Nullable Subject subject(SubjectId id) {
        return lookUp(Entity.subject(id));
    }

    @Override
    public boolean isSubject(SubjectId id) {
        return subject(id) != null;
    }

    @Override
    public @Nullable Predicate predicate(PredicateKey key) {
        return definitions(key).latest();
    }

    @Override
    public PredicateDefinitions definitions(PredicateKey key) {
        PredicateDefinitions definitions = lookUp(Entity.predicate(key));
        return definitions == null ? PredicateDefinitions.NONE : definitions;
    }

    /** Reads all claims, since no tag says which predicate a claim has: for what is asked rarely. */
    @Override
    public boolean isUsed(PredicateKey key) {
        claimsLookedThrough = true;
        boolean isUsed = engine.source(
                        SourcingCondition.conditionFor(new GlobalIndexConsistencyMarker(0).position(), EVERY_ASSERTION),
                        context)
                .reduce(false, (any, entry) -> {
                    ConsistencyMarker end = entry.getResource(ConsistencyMarker.RESOURCE_KEY);
                    if (end != null) {
                        marker = marker == null ? end : marker.lowerBound(end);
                        return any;
                    }
                    return any || hasPredicate(event(entry.message()), key);
                })
                .join();
        return isUsed || recorded.stream().anyMatch(event -> hasPredicate(event, key));
    }

    private static boolean hasPredicate(LedgerEvent event, PredicateKey key) {
        return event instanceof ClaimAsserted asserted
                && asserted.content().predicate().equals(key);
    }

    @Override
    public AdoptedPolicy policy() {
        AdoptedPolicy policy = lookUp(Entity.policy());
        return policy == null ? AdoptedPolicy.FIRST : policy;
    }

    @Override
    public Set<SourceId> sourcesAt(Url url) {
        Set<SourceId> holders = lookUp(Entity.holdersOf(url));
        return holders == null ? Set.of() : holders;
    }

    @Override
    public @Nullable SourceId sourceOf(EvidenceRef evidence) {
        Claim claim = claim(evidence.claim());
        Claim.Evidence attached = claim == null ? null : claim.evidence().get(evidence.evidence());
        return attached == null ? null : attached.testimony().source();
    }

    @Nullable
    IdempotencyRecord idempotencyRecord(EventTag key) {
        return lookUp(Entity.idempotencyRecord(key));
    }

    /** Hands events to the unit of work, each with its metadata, and lets the next decision see them. */
    void record(List<? extends LedgerEvent> events, List<Map<String, String>> metadata) {
        for (int i = 0; i < events.size(); i++) {
            LedgerEvent event = events.get(i);
            recorded.add(event);
            Set<EventTag> eventTags = EventTags.of(event, metadata.get(i));
            appended.add(new GenericTaggedEventMessage<>(
                    new GenericEventMessage(
                            Ids.newId(),
                            type(event.getClass()),
                            event,
                            metadata.get(i),
                            Instant.EPOCH), // the store gives the time of recording
                    TaggedEvents.axon(eventTags)));
            Entity.EntityEvent entityEvent =
                    new Entity.EntityEvent(event, lastPosition(), Instant.EPOCH, metadata.get(i));
            for (EventTag eventTag : eventTags) {
                LookedUpEntity<?> lookedUpEntity = lookedUp.get(eventTag);
                if (lookedUpEntity != null) {
                    lookedUpEntity.apply(entityEvent);
                } else {
                    recordedBeforeLookUp
                            .computeIfAbsent(eventTag, none -> new ArrayList<>())
                            .add(entityEvent);
                }
            }
        }
    }

    private static MessageType type(Class<? extends LedgerEvent> event) {
        return new MessageType(EventCatalogue.NAMESPACE, EventCatalogue.nameOf(event), EventCatalogue.VERSION);
    }

    private static LedgerEvent event(EventMessage stored) {
        return EventJson.event(
                stored.type().qualifiedName().localName(), Objects.requireNonNull(stored.payloadAs(byte[].class)));
    }

    /** The events that were recorded so far in this unit of work, in their order. */
    List<LedgerEvent> recorded() {
        return List.copyOf(recorded);
    }

    /** The place of the last event in this unit of work: -1 for the first, until the ledger gives it a position. */
    long lastPosition() {
        return -appended.size();
    }

    /** Keeps what was looked at for the decisions to come, once the events are on disk. */
    private void cacheStates(@Nullable Receipt receipt) {
        long lastPosition = receipt == null ? 0 : receipt.last().position();
        lookedUp.values().forEach(lookedUpEntity -> lookedUpEntity.cacheIn(cache, lastPosition));
    }

    @SuppressWarnings("unchecked") // a tag has one kind of state
    private <S> @Nullable S lookUp(Entity<S> entity) {
        LookedUpEntity<S> lookedUpEntity = (LookedUpEntity<S>) lookedUp.get(entity.tag());
        if (lookedUpEntity == null) {
            lookedUpEntity = load(entity);
            lookedUp.put(entity.tag(), lookedUpEntity);
            recordedBeforeLookUp.getOrDefault(entity.tag(), List.of()).forEach(lookedUpEntity::apply);
        }
        return lookedUpEntity.state;
    }

    private <S> LookedUpEntity<S> load(Entity<S> entity) {
        EntityCache.CachedState<S> cachedState = cache.get(entity.tag());
        LookedUpEntity<S> entityState = new LookedUpEntity<>(
                entity,
                cachedState == null ? null : cachedState.state(),
                cachedState == null ? 0 : cachedState.position());
        SourcingCondition condition = SourcingCondition.conditionFor(
                new GlobalIndexConsistencyMarker(entityState.position).position(),
                EventCriteria.havingTags(TaggedEvents.axon(entity.tag())));
        engine.source(condition, context)
                .reduce(entityState, (state, entry) -> {
                    ConsistencyMarker end = entry.getResource(ConsistencyMarker.RESOURCE_KEY);
                    if (end != null) {
                        marker = marker == null ? end : marker.lowerBound(end);
                        return state;
                    }
                    EventMessage message = entry.message();
                    long position = TrackingToken.fromContext(entry)
                            .orElseThrow()
                            .position()
                            .orElseThrow();
                    state.applyStored(
                            new Entity.EntityEvent(event(message), position, message.timestamp(), message.metadata()));
                    return state;
                })
                .join();
        return entityState;
    }

    /** One thing that was looked up, as it is now within this unit of work. */
    private static final class LookedUpEntity<S> {

        private final Entity<S> entity;
        private @Nullable S state;
        private long position;
        private boolean changedHere;

        LookedUpEntity(Entity<S> entity, @Nullable S state, long position) {
            this.entity = entity;
            this.state = state;
            this.position = position;
        }

        void applyStored(Entity.EntityEvent stored) {
            state = entity.evolution().evolve(state, stored);
            position = stored.position();
        }

        void apply(Entity.EntityEvent entityEvent) {
            state = entity.evolution().evolve(state, entityEvent);
            changedHere = true;
        }

        void cacheIn(EntityCache cache, long lastPosition) {
            cache.put(entity.tag(), state, changedHere ? lastPosition : position);
        }
    }
}
