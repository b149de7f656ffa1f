package org.claimsledger.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStoreTransaction;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.claimsledger.claim.Claim;
import org.claimsledger.claim.ClaimDecider;
import org.claimsledger.predicate.Predicate;
import org.claimsledger.source.EvidenceRef;
import org.claimsledger.source.Source;
import org.claimsledger.subject.Subject;
import org.claimsledger.subject.SubjectDecider;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.Ids;
import org.claimsledger.value.LedgerEvent;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Tag;
import org.claimsledger.value.Url;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the decisions of one unit of work look at. Each thing looked up becomes part of the condition on which
 * the events are appended: if somebody else changed one of them meanwhile, nothing is recorded and the decision is made
 * anew. Events recorded here are seen by the next decision of the same unit of work at once.
 */
final class Boundary implements ClaimDecider.Known, SubjectDecider.Known {

    private final EventStoreTransaction transaction;
    private final EntityCache cache;
    private final Map<Tag, Looked<?>> looked = new HashMap<>();
    private int appended;

    Boundary(EventStoreTransaction transaction, EntityCache cache) {
        this.transaction = transaction;
        this.cache = cache;
    }

    @Override
    public @Nullable Claim claim(ClaimId id) {
        return look(Entity.claim(id));
    }

    @Override
    public @Nullable Source source(SourceId id) {
        return look(Entity.source(id));
    }

    @Override
    public @Nullable Subject subject(SubjectId id) {
        return look(Entity.subject(id));
    }

    @Override
    public @Nullable Predicate predicate(PredicateKey key) {
        return look(Entity.predicate(key));
    }

    @Override
    public @Nullable SourceId sourceAt(Url url) {
        Set<SourceId> holders = look(Entity.holdersOf(url));
        return holders == null || holders.isEmpty() ? null : holders.iterator().next();
    }

    @Override
    public @Nullable SourceId sourceOf(EvidenceRef evidence) {
        Claim claim = claim(evidence.claim());
        Claim.Attached attached =
                claim == null ? null : claim.evidence().get(evidence.evidence());
        return attached == null ? null : attached.testimony().source();
    }

    @Nullable Answered answered(Tag key) {
        return look(Entity.answered(key));
    }

    /** Hands events to the unit of work, each with its metadata, and lets the next decision see them. */
    void record(List<? extends LedgerEvent> events, List<Map<String, String>> metadata) {
        for (int i = 0; i < events.size(); i++) {
            LedgerEvent event = events.get(i);
            transaction.appendEvent(new GenericEventMessage(
                    Ids.fresh(),
                    new MessageType(
                            EventCatalogue.NAMESPACE,
                            EventCatalogue.nameOf(event.getClass()),
                            EventCatalogue.VERSION),
                    event,
                    metadata.get(i),
                    Instant.EPOCH)); // the store gives the time of recording
            Entity.Occurrence occurrence = new Entity.Occurrence(event, 0, Instant.EPOCH, metadata.get(i));
            for (Tag tag : EventTags.of(event, metadata.get(i))) {
                Looked<?> known = looked.get(tag);
                if (known != null) {
                    known.see(occurrence);
                }
            }
            appended++;
        }
    }

    /** How many events were recorded so far in this unit of work. */
    int appended() {
        return appended;
    }

    /** Keeps what was looked at for the decisions to come, once the events are on disk. */
    void keep(long lastPosition) {
        looked.values().forEach(known -> known.keepIn(cache, lastPosition));
    }

    @SuppressWarnings("unchecked") // a tag has one kind of state
    private <S> @Nullable S look(Entity<S> entity) {
        Looked<S> known = (Looked<S>) looked.get(entity.tag());
        if (known == null) {
            known = load(entity);
            looked.put(entity.tag(), known);
        }
        return known.state;
    }

    private <S> Looked<S> load(Entity<S> entity) {
        EntityCache.Held<S> held = cache.get(entity.tag());
        Looked<S> looking = new Looked<>(entity, held == null ? null : held.state(), held == null ? 0 : held.position());
        MessageStream<? extends EventMessage> events = transaction.source(SourcingCondition.conditionFor(
                new GlobalIndexConsistencyMarker(looking.position).position(),
                EventCriteria.havingTags(EventTags.axon(entity.tag()))));
        events.reduce(looking, (state, entry) -> {
                    EventMessage message = entry.message();
                    long position = TrackingToken.fromContext(entry)
                            .orElseThrow()
                            .position()
                            .orElseThrow();
                    state.read(new Entity.Occurrence(
                            EventJson.event(
                                    message.type().qualifiedName().localName(),
                                    Objects.requireNonNull(message.payloadAs(byte[].class))),
                            position,
                            message.timestamp(),
                            message.metadata()));
                    return state;
                })
                .join();
        return looking;
    }

    /** One thing that was looked up, as it is now within this unit of work. */
    private static final class Looked<S> {

        private final Entity<S> entity;
        private @Nullable S state;
        private long position;
        private boolean changedHere;

        Looked(Entity<S> entity, @Nullable S state, long position) {
            this.entity = entity;
            this.state = state;
            this.position = position;
        }

        void read(Entity.Occurrence recorded) {
            state = entity.fold().evolve(state, recorded);
            position = recorded.position();
        }

        void see(Entity.Occurrence occurrence) {
            state = entity.fold().evolve(state, occurrence);
            changedHere = true;
        }

        void keepIn(EntityCache cache, long lastPosition) {
            cache.put(entity.tag(), state, changedHere ? lastPosition : position);
        }
    }
}
