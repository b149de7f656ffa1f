package org.claimsledger.history;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.claimsledger.bestknown.ClaimHistory;
import org.claimsledger.bestknown.Compatibility;
import org.claimsledger.bestknown.SourceHistory;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.ClaimEvent.ClaimAsserted;
import org.claimsledger.event.EventTag;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.PredicateEvent;
import org.claimsledger.event.RecordedEvent;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.event.SubjectEvent;
import org.claimsledger.event.SubjectEvent.SubjectRegistered;
import org.claimsledger.predicate.PredicateDecider;
import org.claimsledger.store.EventLog;
import org.claimsledger.subject.KnownSubjects;
import org.claimsledger.subject.Subject;
import org.claimsledger.subject.SubjectDecider;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * All that was recorded up to some position, folded by the rules by which it was decided, with no table in between. What
 * comes before the first event of its thing is left out, and so is what builds on it.
 */
public sealed class History implements KnownAt, KnownSubjects permits CompleteHistory {

    /** How many things of one kind are kept; there are five kinds, of which one alone is full of large things. */
    private static final long MAX_CACHED = Math.clamp(Runtime.getRuntime().maxMemory() / (48 << 10), 2_000, 50_000);

    private final EventsByTag events;
    private final ConcurrentMap<EventTag, Optional<?>> folded;
    private long position;

    /**
     * What the log says up to a position, kept as far as memory goes. For one thread.
     *
     * @param position of the last event that it knows
     */
    public History(EventLog log, long position) {
        this(
                new CachedLogEvents(log, position, cache(2 * MAX_CACHED)),
                History.<Optional<?>>cache(3 * MAX_CACHED).asMap(),
                position);
    }

    History(EventsByTag events, ConcurrentMap<EventTag, Optional<?>> folded, long position) {
        this.events = events;
        this.folded = folded;
        this.position = position;
    }

    private static <V> Cache<EventTag, V> cache(long size) {
        return Caffeine.newBuilder().maximumSize(size).executor(Runnable::run).build();
    }

    /** The position of the last event, 0 before the first. */
    public final long position() {
        return position;
    }

    /** Takes in the next event, which may be one that the log does not hold. */
    public void add(long next, Instant recordedAt, LedgerEvent event) {
        events.add(new RecordedEvent<>(next, recordedAt, event));
        event.tags().forEach(folded::remove);
        position = next;
    }

    @Override
    public final Set<ClaimId> claimsAffectedBy(LedgerEvent event) {
        return AffectedClaims.by(
                event,
                tag -> events.with(tag).stream().map(RecordedEvent::event).toList());
    }

    @Override
    public final @Nullable ClaimHistory history(ClaimId claim) {
        List<RecordedEvent<ClaimEvent>> own = eventsOf(EventTag.claim(claim));
        return own.isEmpty() || !(own.getFirst().event() instanceof ClaimAsserted asserted)
                ? null
                : new ClaimHistory(
                        own,
                        this,
                        this,
                        compatibility(predicate(asserted.content().predicate())));
    }

    final Compatibility compatibility(@Nullable Predicate predicate) {
        return new Compatibility(predicate == null ? null : predicate.unit(), this);
    }

    @Override
    public final @Nullable SourceHistory source(SourceId id) {
        return this.<SourceHistory, SourceEvent>folded(EventTag.source(id), SourceHistory::of);
    }

    @Override
    public final @Nullable Subject subject(SubjectId id) {
        return this.<Subject, SubjectEvent>folded(EventTag.subject(id), own -> new SubjectDecider()
                .fold(own.stream()
                        .map(RecordedEvent::event)
                        .dropWhile(event -> !(event instanceof SubjectRegistered))
                        .toList()));
    }

    @Override
    public final @Nullable Predicate predicate(PredicateKey key) {
        return this.<Predicate, PredicateEvent>folded(EventTag.predicate(key), own -> new PredicateDecider()
                .fold(own.stream().map(RecordedEvent::event).toList()));
    }

    @Override
    public final SubjectId canonicalSubject(SubjectId id) {
        return KnownSubjects.super.canonicalSubject(id);
    }

    @Override
    public final String nameOf(SubjectId id) {
        Subject subject = subject(id);
        return subject == null ? id.value() : subject.details().name();
    }

    @SuppressWarnings("unchecked") // a tag has one kind of state
    private <S, E extends LedgerEvent> @Nullable S folded(
            EventTag tag, Function<List<RecordedEvent<E>>, @Nullable S> fold) {
        Optional<?> known = folded.get(tag);
        if (known == null) {
            known = folded.computeIfAbsent(tag, missing -> Optional.ofNullable(fold.apply(eventsOf(missing))));
        }
        return (S) known.orElse(null);
    }

    /** @param tag of a thing, which only the events of its area carry */
    @SuppressWarnings("unchecked")
    private <E extends LedgerEvent> List<RecordedEvent<E>> eventsOf(EventTag tag) {
        return (List<RecordedEvent<E>>) (List<?>) events.with(tag);
    }
}
