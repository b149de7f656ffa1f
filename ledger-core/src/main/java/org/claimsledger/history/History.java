package org.claimsledger.history;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.claimsledger.bestknown.ClaimHistory;
import org.claimsledger.bestknown.SourceHistories;
import org.claimsledger.bestknown.SourceHistory;
import org.claimsledger.bestknown.SubjectIdentities.NamedSubjects;
import org.claimsledger.bestknown.ValueRelations;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.ClaimEvent.ClaimAsserted;
import org.claimsledger.event.EventJson;
import org.claimsledger.event.EventTag;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.PredicateEvent;
import org.claimsledger.event.RecordedEvent;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.event.SourceEvent.SourceRegistered;
import org.claimsledger.event.SubjectEvent;
import org.claimsledger.event.SubjectEvent.SubjectRegistered;
import org.claimsledger.history.History.EventsByTag;
import org.claimsledger.ledger.TaggedEvents;
import org.claimsledger.name.FoldedText;
import org.claimsledger.predicate.PredicateDecider;
import org.claimsledger.predicate.PredicateDefinitions;
import org.claimsledger.store.EventLog;
import org.claimsledger.subject.KnownSubjects;
import org.claimsledger.subject.Subject;
import org.claimsledger.subject.SubjectDecider;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.Sha256;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * All that was recorded up to some position, folded by the rules by which it was decided, with no table in between, for
 * readings at every published time. An event before the first one of its thing is left out, and so is what builds on it.
 */
public sealed class History implements SourceHistories, NamedSubjects, KnownSubjects permits CompleteHistory {

    /** How many things of one kind are kept; there are five kinds, of which one alone is full of large things. */
    private static final long MAX_CACHED = Math.clamp(Runtime.getRuntime().maxMemory() / (48 << 10), 2_000, 50_000);

    private final EventsByTag events;
    private final ConcurrentMap<EventTag, Optional<?>> folded;
    private long position;

    /**
     * A history over the log up to a position, cached as far as memory goes. For one thread.
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

    /**
     * All claims whose state an event can change, which may be the next one or one that was added already; others may be
     * among them. A claim changes with its own events, with those of sources that it rests on, also over lineage and equal
     * contents, with merges and names of subjects that it or its sources name, and with another definition of its predicate.
     *
     * @param claimsWith gives the claims that have a predicate
     */
    public final Set<ClaimId> claimsAffectedBy(LedgerEvent event, Function<PredicateKey, Set<ClaimId>> claimsWith) {
        return AffectedClaims.by(
                event,
                tag -> events.with(tag).stream().map(RecordedEvent::event).toList(),
                claimsWith);
    }

    /** The claim's history; absent where there is no such claim. */
    public final @Nullable ClaimHistory history(ClaimId claim) {
        List<RecordedEvent<ClaimEvent>> own = eventsOf(EventTag.claim(claim));
        return own.isEmpty() || !(own.getFirst().event() instanceof ClaimAsserted asserted)
                ? null
                : new ClaimHistory(
                        own,
                        this,
                        this,
                        new ValueRelations(predicate(asserted.content().predicate()), this));
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

    public final @Nullable Predicate predicate(PredicateKey key) {
        PredicateDefinitions definitions = definitions(key);
        return definitions == null ? null : definitions.latest();
    }

    /** The definitions of a predicate that stand; absent where it never had any. */
    private @Nullable PredicateDefinitions definitions(PredicateKey key) {
        return this.<PredicateDefinitions, PredicateEvent>folded(EventTag.predicate(key), own -> new PredicateDecider()
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

    @Override
    public final List<SourceId> withContent(Sha256 content) {
        List<SourceId> sources =
                this.<List<SourceId>, LedgerEvent>folded(EventTag.content(content), events -> events.stream()
                        .map(RecordedEvent::event)
                        .filter(SourceEvent.class::isInstance)
                        .map(event -> ((SourceEvent) event).source())
                        .distinct()
                        .toList());
        return sources == null
                ? List.of()
                : sources.stream()
                        .filter(id -> {
                            SourceHistory source = source(id);
                            return source != null
                                    && content.equals(source.details().contentSha256());
                        })
                        .toList();
    }

    @Override
    public final boolean isIdentified(SubjectId id) {
        Subject subject = subject(id);
        return subject == null || subject.details().identified();
    }

    @Override
    public final @Nullable SubjectId subjectNamed(FoldedText name) {
        SubjectId only = null;
        for (SubjectId id : everNamed(name)) {
            Subject subject = subject(id);
            if (subject != null
                    && subject.names().stream().anyMatch(it -> FoldedText.of(it).equals(name))) {
                SubjectId kept = canonicalSubject(id);
                if (only != null && !only.equals(kept)) {
                    return null;
                }
                only = kept;
            }
        }
        return only;
    }

    /** The subjects that have, or once had, this among their names. */
    private List<SubjectId> everNamed(FoldedText name) {
        List<SubjectId> named =
                this.<List<SubjectId>, LedgerEvent>folded(EventTag.name(name.text()), events -> events.stream()
                        .map(RecordedEvent::event)
                        .filter(SubjectEvent.class::isInstance)
                        .map(event -> ((SubjectEvent) event).subject())
                        .distinct()
                        .toList());
        return named == null ? List.of() : named;
    }

    @SuppressWarnings("unchecked") // a tag has one kind of state
    private <S, E extends LedgerEvent> @Nullable S folded(
            EventTag tag, Function<List<RecordedEvent<E>>, @Nullable S> fold) {
        Optional<?> state = folded.get(tag);
        if (state == null) {
            state = folded.computeIfAbsent(tag, missing -> Optional.ofNullable(fold.apply(eventsOf(missing))));
        }
        return (S) state.orElse(null);
    }

    /** @param tag of a thing, which only the events of its area carry */
    @SuppressWarnings("unchecked")
    private <E extends LedgerEvent> List<RecordedEvent<E>> eventsOf(EventTag tag) {
        return (List<RecordedEvent<E>>) (List<?>) events.with(tag);
    }

    /** The source of a history's events. */
    interface EventsByTag {

        /** The events under a tag, in the order of their positions. */
        List<RecordedEvent<LedgerEvent>> with(EventTag tag);

        /** Takes in the next event. */
        void add(RecordedEvent<LedgerEvent> next);
    }

    /**
     * The events of the log up to a position. Those that change one thing are kept as far as memory goes, and with them those
     * that were added and that the log need not hold.
     */
    private static final class CachedLogEvents implements EventsByTag {

        private final EventLog log;
        private final Cache<EventTag, List<RecordedEvent<LedgerEvent>>> changes;
        private long position;

        CachedLogEvents(EventLog log, long position, Cache<EventTag, List<RecordedEvent<LedgerEvent>>> changes) {
            this.log = log;
            this.position = position;
            this.changes = changes;
        }

        @Override
        public List<RecordedEvent<LedgerEvent>> with(EventTag tag) {
            return tag.tellsWhatChanges() ? changes.get(tag, this::read) : read(tag);
        }

        private List<RecordedEvent<LedgerEvent>> read(EventTag tag) {
            List<RecordedEvent<LedgerEvent>> events = new ArrayList<>();
            TaggedEvents.in(log, tag, 0, position)
                    .forEach(stored -> events.add(new RecordedEvent<>(
                            stored.position(), stored.recordedAt(), EventJson.event(stored.type(), stored.payload()))));
            return events;
        }

        @Override
        public void add(RecordedEvent<LedgerEvent> next) {
            for (EventTag tag : next.event().tags()) {
                if (tag.tellsWhatChanges()) {
                    List<RecordedEvent<LedgerEvent>> events = isFirst(next.event()) ? new ArrayList<>() : with(tag);
                    events.add(next);
                    changes.put(tag, events);
                }
            }
            position = next.position();
        }

        /** Before such an event its thing has none, and the log need not be asked. */
        private static boolean isFirst(LedgerEvent event) {
            return event instanceof ClaimAsserted
                    || event instanceof SourceRegistered
                    || event instanceof SubjectRegistered;
        }
    }
}
