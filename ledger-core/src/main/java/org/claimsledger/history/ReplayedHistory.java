package org.claimsledger.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import org.claimsledger.bestknown.ClaimHistory;
import org.claimsledger.bestknown.Compatibility;
import org.claimsledger.bestknown.SourceHistories;
import org.claimsledger.bestknown.SourceHistory;
import org.claimsledger.bestknown.SubjectIdentities;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.ClaimEvent.ClaimAsserted;
import org.claimsledger.event.EventCatalogue;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.PredicateEvent;
import org.claimsledger.event.Provenance;
import org.claimsledger.event.RecordedEvent;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.event.SubjectEvent;
import org.claimsledger.history.EntityKeys.EntityKind;
import org.claimsledger.history.EventStream.EncodedEvent;
import org.claimsledger.source.Source;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.subject.Subject;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.verify.LogPages;
import org.jspecify.annotations.Nullable;

/**
 * The whole state at one position of the log, out of the events alone. All of the log's payloads up to there are in memory,
 * sorted by what they are about; each thing is folded when it is asked for, by the same rules by which it was decided.
 *
 * <p>Nothing is remembered between two replays, and no table is read but the log itself. Safe for any number of threads.
 */
public final class ReplayedHistory implements SourceHistories, SubjectIdentities {

    private static final String ASSERTED = EventCatalogue.nameOf(ClaimAsserted.class);

    private final long position;
    private final Map<EntityKind, Map<String, EventStream>> streams = new HashMap<>();
    private final List<EventStream> claims = new ArrayList<>();
    private final Map<SubjectId, Optional<Subject>> foldedSubjects = new ConcurrentHashMap<>();
    private final Map<SourceId, Optional<SourceHistory>> foldedSources = new ConcurrentHashMap<>();
    private final Map<PredicateKey, Optional<Predicate>> foldedPredicates = new ConcurrentHashMap<>();

    private ReplayedHistory(long position) {
        this.position = position;
        for (EntityKind entityKind : EntityKind.values()) {
            streams.put(entityKind, new HashMap<>());
        }
    }

    /**
     * Reads the log up to and with a position.
     *
     * @param progress hears how far it is, every now and then
     */
    public static ReplayedHistory of(EventLog log, long asOf, LongConsumer progress) {
        ReplayedHistory replayedHistory = new ReplayedHistory(asOf);
        LogPages.run(log, 0, asOf, ReplayedHistory::keyed, page -> {
            page.forEach(replayedHistory::add);
            progress.accept(page.isEmpty() ? 0 : page.getLast().encoded().position());
        });
        return replayedHistory;
    }

    private record KeyedEvent(EntityKeys keys, EncodedEvent encoded) {}

    private static List<KeyedEvent> keyed(LogPages.LogPage logPage) {
        if (logPage.events().size() != logPage.upTo() - logPage.after()) {
            throw new IllegalStateException(
                    "the log has a gap after position " + logPage.after() + "; see what verify says");
        }
        List<KeyedEvent> keyedEvent = new ArrayList<>(logPage.events().size());
        for (StoredEvent event : logPage.events()) {
            keyedEvent.add(new KeyedEvent(EntityKeys.of(event.type(), event.payload()), EncodedEvent.of(event)));
        }
        return keyedEvent;
    }

    private void add(KeyedEvent event) {
        EntityKeys entityKeys = event.keys();
        for (String id : entityKeys.ids()) {
            eventsOf(entityKeys.kind(), id).add(event.encoded());
        }
        if (event.encoded().type().equals(ASSERTED)) {
            claims.add(eventsOf(entityKeys.kind(), entityKeys.ids().getFirst()));
        }
    }

    private EventStream eventsOf(EntityKind entityKind, String id) {
        return of(entityKind).computeIfAbsent(id, none -> new EventStream());
    }

    private Map<String, EventStream> of(EntityKind entityKind) {
        Map<String, EventStream> of = streams.get(entityKind);
        if (of == null) {
            throw new IllegalStateException("no area " + entityKind);
        }
        return of;
    }

    /** The position that was read up to. */
    public long position() {
        return position;
    }

    /** How many claims there are. */
    public int claims() {
        return claims.size();
    }

    /** A claim by its number in the order of assertion, from 0; read anew each time. */
    public ClaimHistory claim(int number) {
        List<RecordedEvent<ClaimEvent>> events = claims.get(number).events().stream()
                .map(it -> it.as(ClaimEvent.class))
                .toList();
        Predicate predicate = events.getFirst().event() instanceof ClaimAsserted asserted
                ? predicate(asserted.content().predicate()).orElse(null)
                : null;
        return new ClaimHistory(
                events, this, this, new Compatibility(predicate == null ? null : predicate.unit(), this));
    }

    /** Whom those of a claim's filings came of that had to wait for an editor, by their positions. */
    public Map<Long, Provenance> proposalProvenance(int number) {
        Map<Long, Provenance> filings = new HashMap<>();
        for (EncodedEvent encodedEvent : claims.get(number).events()) {
            Provenance provenance = encodedEvent.proposedBy();
            if (provenance != null) {
                filings.put(encodedEvent.position(), provenance);
            }
        }
        return filings;
    }

    @Override
    public @Nullable SourceHistory source(SourceId id) {
        return foldedSources
                .computeIfAbsent(id, it -> {
                    EventStream eventStream = of(EntityKind.SOURCE).get(it.value());
                    return Optional.ofNullable(
                            eventStream == null
                                    ? null
                                    : SourceHistory.of(eventStream.events().stream()
                                            .map(encodedEvent -> encodedEvent.as(SourceEvent.class))
                                            .toList()));
                })
                .orElse(null);
    }

    @Override
    public String nameOf(SubjectId subject) {
        return subject(subject).map(it -> it.details().name()).orElse(subject.value());
    }

    /** Every source, in no order. */
    public List<SourceId> sources() {
        return of(EntityKind.SOURCE).keySet().stream().map(SourceId::new).toList();
    }

    /** Every subject, merged ones too, in no order. */
    public List<SubjectId> subjects() {
        return of(EntityKind.SUBJECT).keySet().stream().map(SubjectId::new).toList();
    }

    /** Every predicate, in no order. */
    public List<PredicateKey> predicates() {
        return of(EntityKind.PREDICATE).keySet().stream().map(PredicateKey::new).toList();
    }

    /** The position at which a claim was asserted, by its number in that order. */
    public long claimNo(int number) {
        return claims.get(number).firstPosition();
    }

    /** A source without its history. */
    public Optional<Source> currentSource(SourceId id) {
        return folded(
                EntityKind.SOURCE, id.value(), (state, event) -> Source.evolve(state, (SourceEvent) event.event()));
    }

    public Optional<Subject> subject(SubjectId id) {
        return foldedSubjects.computeIfAbsent(
                id,
                it -> folded(
                        EntityKind.SUBJECT,
                        it.value(),
                        (state, event) -> Subject.evolve(it, state, (SubjectEvent) event.event())));
    }

    public Optional<Predicate> predicate(PredicateKey key) {
        return foldedPredicates.computeIfAbsent(
                key,
                it -> folded(EntityKind.PREDICATE, it.value(), (state, event) -> ((PredicateEvent) event.event())
                        .predicate()));
    }

    @Override
    public SubjectId canonicalSubject(SubjectId id) {
        SubjectId kept = id;
        for (int merges = 0; merges <= of(EntityKind.SUBJECT).size(); merges++) {
            SubjectId next = subject(kept).map(Subject::mergedInto).orElse(null);
            if (next == null) {
                return kept;
            }
            kept = next;
        }
        throw new IllegalStateException("the merges of " + id + " lead back to it");
    }

    /** How one more event changes a state, which is absent before the first. */
    private interface Evolution<S> {
        S evolve(@Nullable S state, EncodedEvent event);
    }

    private <S> Optional<S> folded(EntityKind entityKind, String id, Evolution<S> evolution) {
        EventStream eventStream = of(entityKind).get(id);
        S state = null;
        for (EncodedEvent encodedEvent : eventStream == null ? List.<EncodedEvent>of() : eventStream.events()) {
            state = evolution.evolve(state, encodedEvent);
        }
        return Optional.ofNullable(state);
    }
}
