package org.claimsledger.projection.claims;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimsledger.bestknown.ClaimHistory;
import org.claimsledger.bestknown.Compatibility;
import org.claimsledger.bestknown.SourceHistory;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.ClaimEvent.ClaimAsserted;
import org.claimsledger.event.EventJson;
import org.claimsledger.event.EventTag;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.PredicateEvent;
import org.claimsledger.event.RecordedEvent;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.event.SubjectEvent;
import org.claimsledger.history.AffectedClaims;
import org.claimsledger.history.KnownAt;
import org.claimsledger.ledger.TaggedEvents;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.subject.Subject;
import org.claimsledger.subject.SubjectDecider;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * What the log says up to a position, found by tags and remembered as far as memory goes. It learns one event after the
 * other. For one thread.
 */
public final class CachedLogHistory implements KnownAt {

    /** Five of them, of which one alone is full of large things. */
    private static final long MAX_CACHED = Math.clamp(Runtime.getRuntime().maxMemory() / (48 << 10), 2_000, 50_000);

    private final EventLog log;
    private final Cache<ClaimId, List<RecordedEvent<ClaimEvent>>> claims = cache();
    private final Cache<SourceId, List<RecordedEvent<SourceEvent>>> sources = cache();
    private final Cache<SourceId, Optional<SourceHistory>> sourceStates = cache();
    private final Cache<SubjectId, Optional<Subject>> subjects = cache();
    private final Cache<PredicateKey, Optional<Predicate>> predicates = cache();
    private long position;

    /** @param position of the last event that is known to it */
    public CachedLogHistory(EventLog log, long position) {
        this.log = log;
        this.position = position;
    }

    private static <K, V> Cache<K, V> cache() {
        return Caffeine.newBuilder()
                .maximumSize(MAX_CACHED)
                .executor(Runnable::run)
                .build();
    }

    /** Takes in the next event, which may be one that the log does not hold. */
    public void apply(long next, Instant recordedAt, LedgerEvent event) {
        switch (event) {
            case ClaimAsserted it -> {
                List<RecordedEvent<ClaimEvent>> events = new ArrayList<>();
                events.add(new RecordedEvent<>(next, recordedAt, it));
                claims.put(it.claim(), events);
            }
            case ClaimEvent it -> {
                for (ClaimId claim : it.claims()) {
                    eventsOf(claim).add(new RecordedEvent<>(next, recordedAt, it));
                }
            }
            case SourceEvent it -> {
                eventsOf(it.source()).add(new RecordedEvent<>(next, recordedAt, it));
                sourceStates.invalidate(it.source());
            }
            case SubjectEvent it -> {
                for (SubjectId subject : it.subjects()) {
                    evolve(subject, it);
                }
            }
            case PredicateEvent it -> predicates.put(it.predicate().key(), Optional.of(it.predicate()));
        }
        position = next;
    }

    private void evolve(SubjectId id, SubjectEvent event) {
        subjects.put(id, Optional.of(new SubjectDecider().evolve(subject(id).orElse(null), event)));
    }

    private List<RecordedEvent<ClaimEvent>> eventsOf(ClaimId claim) {
        return claims.get(claim, id -> read(EventTag.claim(id), ClaimEvent.class));
    }

    private List<RecordedEvent<SourceEvent>> eventsOf(SourceId source) {
        return sources.get(source, id -> read(EventTag.source(id), SourceEvent.class));
    }

    private Optional<Subject> subject(SubjectId subject) {
        return subjects.get(subject, id -> {
            Subject known = null;
            for (RecordedEvent<SubjectEvent> each : read(EventTag.subject(id), SubjectEvent.class)) {
                known = new SubjectDecider().evolve(known, each.event());
            }
            return Optional.ofNullable(known);
        });
    }

    private <E extends LedgerEvent> List<RecordedEvent<E>> read(EventTag eventTag, Class<E> area) {
        List<RecordedEvent<E>> events = new ArrayList<>();
        for (StoredEvent stored : TaggedEvents.in(log, eventTag, 0, position)) {
            LedgerEvent event = EventJson.event(stored.type(), stored.payload());
            if (area.isInstance(event)) {
                events.add(new RecordedEvent<>(stored.position(), stored.recordedAt(), area.cast(event)));
            }
        }
        return events;
    }

    @Override
    public Set<ClaimId> claimsAffectedBy(LedgerEvent event) {
        return AffectedClaims.by(event, eventTag -> TaggedEvents.in(log, eventTag, 0, position).stream()
                .map(stored -> EventJson.event(stored.type(), stored.payload()))
                .toList());
    }

    @Override
    public @Nullable ClaimHistory history(ClaimId claim) {
        List<RecordedEvent<ClaimEvent>> events = eventsOf(claim);
        if (events.isEmpty() || !(events.getFirst().event() instanceof ClaimAsserted asserted)) {
            return null;
        }
        Predicate predicate = predicate(asserted.content().predicate());
        return new ClaimHistory(
                events, this, this, new Compatibility(predicate == null ? null : predicate.unit(), this));
    }

    @Override
    public @Nullable Predicate predicate(PredicateKey key) {
        return predicates
                .get(key, wanted -> read(EventTag.predicate(wanted), PredicateEvent.class).stream()
                        .map(it -> it.event().predicate())
                        .findFirst())
                .orElse(null);
    }

    @Override
    public @Nullable SourceHistory source(SourceId source) {
        return sourceStates
                .get(source, id -> Optional.ofNullable(SourceHistory.of(eventsOf(id))))
                .orElse(null);
    }

    @Override
    public SubjectId canonicalSubject(SubjectId subject) {
        Set<SubjectId> seen = new HashSet<>();
        SubjectId at = subject;
        while (seen.add(at)) {
            SubjectId next = subject(at).map(Subject::mergedInto).orElse(null);
            if (next == null) {
                return at;
            }
            at = next;
        }
        return at;
    }

    @Override
    public String nameOf(SubjectId subject) {
        return subject(subject).map(it -> it.details().name()).orElse(subject.value());
    }
}
