package org.claimsledger.ledger;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.claimsledger.claim.Claim;
import org.claimsledger.claim.ClaimDecider;
import org.claimsledger.command.Decider;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.EventTag;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.PolicyEvent;
import org.claimsledger.event.PredicateEvent;
import org.claimsledger.event.RecordedEvent;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.event.SourceEvent.SourceDescribed;
import org.claimsledger.event.SubjectEvent;
import org.claimsledger.policy.AdoptedPolicy;
import org.claimsledger.policy.PolicyDecider;
import org.claimsledger.predicate.PredicateDecider;
import org.claimsledger.predicate.PredicateDefinitions;
import org.claimsledger.source.Source;
import org.claimsledger.source.SourceDecider;
import org.claimsledger.subject.Subject;
import org.claimsledger.subject.SubjectDecider;
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
     * An event with its place, time and metadata.
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
        return of(EventTag.source(id), SourceEvent.class, new SourceDecider());
    }

    static Entity<Subject> subject(SubjectId id) {
        return of(EventTag.subject(id), SubjectEvent.class, new SubjectDecider());
    }

    static Entity<PredicateDefinitions> predicate(PredicateKey key) {
        return of(EventTag.predicate(key), PredicateEvent.class, new PredicateDecider());
    }

    static Entity<AdoptedPolicy> policy() {
        return of(EventTag.policy(), PolicyEvent.class, new PolicyDecider());
    }

    static Entity<Claim> claim(ClaimId id) {
        return of(EventTag.claim(id), ClaimEvent.class, new ClaimDecider());
    }

    private static <S, E extends LedgerEvent> Entity<S> of(EventTag tag, Class<E> area, Decider<?, ?, S, E> decider) {
        return new Entity<>(
                tag,
                (state, next) -> area.isInstance(next.event())
                        ? decider.evolve(
                                state, new RecordedEvent<>(next.position(), next.at(), area.cast(next.event())))
                        : state);
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

    /** The answer to the last request or import line under a key. */
    static Entity<IdempotencyRecord> idempotencyRecord(EventTag key) {
        return new Entity<>(key, (state, next) -> IdempotencyRecord.from(next));
    }
}
