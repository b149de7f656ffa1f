package org.claimsledger.ledger;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.claimsledger.claim.Claim;
import org.claimsledger.claim.ClaimEvent;
import org.claimsledger.predicate.PredicateEvent.PredicateDefined;
import org.claimsledger.source.Source;
import org.claimsledger.source.SourceEvent;
import org.claimsledger.source.SourceEvent.SourceAmended;
import org.claimsledger.source.SourceEvent.SourceRegistered;
import org.claimsledger.subject.Subject;
import org.claimsledger.subject.SubjectEvent;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.LedgerEvent;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Tag;
import org.claimsledger.value.Url;
import org.jspecify.annotations.Nullable;

/**
 * Something that a decision can look up: the fold of all events under one tag.
 *
 * @param <S> its state
 */
record Entity<S>(Tag tag, Fold<S> fold) {

    /**
     * An event with where it stands.
     *
     * @param position its place in the ledger; while it is not recorded yet, the negative of its number among the events
     *     of its unit of work
     */
    record Occurrence(LedgerEvent event, long position, Instant at, Map<String, String> metadata) {}

    /** How one more event changes a state, which is absent before the first. */
    interface Fold<S> {
        @Nullable
        S evolve(@Nullable S state, Occurrence next);
    }

    static Entity<Source> source(SourceId id) {
        return new Entity<>(
                Tag.source(id),
                (state, next) -> next.event() instanceof SourceEvent event ? Source.evolve(state, event) : state);
    }

    static Entity<Subject> subject(SubjectId id) {
        return new Entity<>(
                Tag.subject(id),
                (state, next) -> next.event() instanceof SubjectEvent event ? Subject.evolve(id, state, event) : state);
    }

    static Entity<org.claimsledger.predicate.Predicate> predicate(PredicateKey key) {
        return new Entity<>(
                Tag.predicate(key),
                (state, next) -> next.event() instanceof PredicateDefined defined ? defined.predicate() : state);
    }

    static Entity<Claim> claim(ClaimId id) {
        return new Entity<>(
                Tag.claim(id),
                (state, next) -> next.event() instanceof ClaimEvent event ? Claim.evolve(state, event) : state);
    }

    /** The sources that have this URL: of those that are not protected, one at most. */
    static Entity<Set<SourceId>> holdersOf(Url url) {
        Predicate<@Nullable Url> same = other -> other != null && other.key().equals(url.key());
        return new Entity<>(Tag.sourceUrl(url), (state, next) -> {
            Set<SourceId> holders = state == null ? new LinkedHashSet<>() : new LinkedHashSet<>(state);
            switch (next.event()) {
                case SourceRegistered registered -> holders.add(registered.source());
                case SourceAmended amended -> {
                    if (same.test(amended.releasedUrl())) {
                        holders.remove(amended.source());
                    }
                    if (same.test(amended.details().url())) {
                        holders.add(amended.source());
                    }
                }
                default -> throw new IllegalStateException("no event of a URL: " + next.event());
            }
            return Set.copyOf(holders);
        });
    }

    /** What came of the last request or import line under such a key. */
    static Entity<Answered> answered(Tag key) {
        return new Entity<>(key, (state, next) -> Answered.from(next));
    }
}
