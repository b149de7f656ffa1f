package org.claimsledger.ledger;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.claimsledger.claim.Claim;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.EventTag;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.PredicateEvent;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.event.SourceEvent.SourceDescribed;
import org.claimsledger.event.SubjectEvent;
import org.claimsledger.source.Source;
import org.claimsledger.subject.Subject;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Url;
import org.jspecify.annotations.Nullable;

/**
 * Something that a decision can look up: the fold of all events under one tag.
 *
 * @param <S> its state
 */
record Entity<S>(EventTag tag, Evolution<S> evolution) {

    /**
     * An event with where it stands.
     *
     * @param position its place in the ledger; while it is not recorded yet, the negative of its number among the events
     *     of its unit of work
     */
    record EntityEvent(LedgerEvent event, long position, Instant at, Map<String, String> metadata) {}

    /** How one more event changes a state, which is absent before the first. */
    interface Evolution<S> {
        @Nullable
        S evolve(@Nullable S state, EntityEvent next);
    }

    static Entity<Source> source(SourceId id) {
        return new Entity<>(
                EventTag.source(id),
                (state, next) -> next.event() instanceof SourceEvent event ? Source.evolve(state, event) : state);
    }

    static Entity<Subject> subject(SubjectId id) {
        return new Entity<>(
                EventTag.subject(id),
                (state, next) -> next.event() instanceof SubjectEvent event ? Subject.evolve(id, state, event) : state);
    }

    static Entity<org.claimsledger.event.Predicate> predicate(PredicateKey key) {
        return new Entity<>(
                EventTag.predicate(key),
                (state, next) -> next.event() instanceof PredicateEvent event ? event.predicate() : state);
    }

    static Entity<Claim> claim(ClaimId id) {
        return new Entity<>(
                EventTag.claim(id),
                (state, next) -> next.event() instanceof ClaimEvent event ? Claim.evolve(state, event) : state);
    }

    /** The sources that have this URL: of those that are not protected, one at most. */
    static Entity<Set<SourceId>> holdersOf(Url url) {
        Predicate<@Nullable Url> same = other -> other != null && other.key().equals(url.key());
        return new Entity<>(EventTag.sourceUrl(url), (state, next) -> {
            Set<SourceId> holders = state == null ? new LinkedHashSet<>() : new LinkedHashSet<>(state);
            if (next.event() instanceof SourceDescribed event) {
                if (same.test(event.releasedUrl())) {
                    holders.remove(event.source());
                }
                if (same.test(event.details().url())) {
                    holders.add(event.source());
                }
            }
            return Set.copyOf(holders);
        });
    }

    /** What came of the last request or import line under such a key. */
    static Entity<IdempotencyRecord> idempotencyRecord(EventTag key) {
        return new Entity<>(key, (state, next) -> IdempotencyRecord.from(next));
    }
}
