package org.claimsledger.projection.audit;

import java.util.List;
import org.claimsledger.claim.Claim;
import org.claimsledger.claim.ClaimEvent;
import org.claimsledger.predicate.Predicate;
import org.claimsledger.predicate.PredicateEvent;
import org.claimsledger.predicate.PredicateEvent.PredicateDefined;
import org.claimsledger.projection.directory.Directory;
import org.claimsledger.projection.directory.PredicateAt;
import org.claimsledger.projection.directory.SubjectAt;
import org.claimsledger.projection.sight.Veil;
import org.claimsledger.projection.versions.ClaimAt;
import org.claimsledger.projection.versions.Claims;
import org.claimsledger.source.SourceEvent;
import org.claimsledger.subject.Subject;
import org.claimsledger.subject.SubjectEvent;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.LedgerEvent;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Tag;
import org.jspecify.annotations.Nullable;

/**
 * How to tell the history of one thing: where it stood when a page begins, and what each event made of it.
 *
 * @param <S> its state
 */
interface Story<S> {

    /** What the events of its thing, and no others, are tagged with. */
    Tag tag();

    /** The positions of its states after {@code after}, up to {@code asOf} and {@code count} of them. */
    List<Long> changes(long asOf, long after, int count);

    @Nullable
    S stateAt(long position);

    S evolve(@Nullable S before, LedgerEvent event);

    /** The state as somebody may see it. */
    S seen(S state, Veil veil);

    List<Change> between(@Nullable S before, S after);

    record OfClaim(ClaimId id, Claims claims) implements Story<Claim> {

        @Override
        public Tag tag() {
            return Tag.claim(id);
        }

        @Override
        public List<Long> changes(long asOf, long after, int count) {
            return claims.changes(id, asOf, after, count);
        }

        @Override
        public @Nullable Claim stateAt(long position) {
            return claims.claim(id, position).map(ClaimAt::claim).orElse(null);
        }

        @Override
        public Claim evolve(@Nullable Claim before, LedgerEvent event) {
            return Claim.evolve(before, (ClaimEvent) event);
        }

        @Override
        public Claim seen(Claim state, Veil veil) {
            return veil.claim(state);
        }

        @Override
        public List<Change> between(@Nullable Claim before, Claim after) {
            return ClaimDiff.between(before, after);
        }
    }

    record OfSource(SourceId id, Directory directory) implements Story<SourceDiff.State> {

        @Override
        public Tag tag() {
            return Tag.source(id);
        }

        @Override
        public List<Long> changes(long asOf, long after, int count) {
            return directory.changes(id, asOf, after, count);
        }

        @Override
        public SourceDiff.@Nullable State stateAt(long position) {
            return directory.source(id, position).map(SourceDiff.State::of).orElse(null);
        }

        @Override
        public SourceDiff.State evolve(SourceDiff.@Nullable State before, LedgerEvent event) {
            return SourceDiff.State.evolve(before, (SourceEvent) event);
        }

        @Override
        public SourceDiff.State seen(SourceDiff.State state, Veil veil) {
            return state.seenThrough(veil);
        }

        @Override
        public List<Change> between(SourceDiff.@Nullable State before, SourceDiff.State after) {
            return SourceDiff.between(before, after);
        }
    }

    record OfSubject(SubjectId id, Directory directory) implements Story<Subject> {

        @Override
        public Tag tag() {
            return Tag.subject(id);
        }

        @Override
        public List<Long> changes(long asOf, long after, int count) {
            return directory.changes(id, asOf, after, count);
        }

        @Override
        public @Nullable Subject stateAt(long position) {
            return directory.subject(id, position).map(SubjectAt::subject).orElse(null);
        }

        @Override
        public Subject evolve(@Nullable Subject before, LedgerEvent event) {
            return Subject.evolve(id, before, (SubjectEvent) event);
        }

        @Override
        public Subject seen(Subject state, Veil veil) {
            return veil.subject(state);
        }

        @Override
        public List<Change> between(@Nullable Subject before, Subject after) {
            return SubjectDiff.between(before, after);
        }
    }

    record OfPredicate(PredicateKey key, Directory directory) implements Story<Predicate> {

        @Override
        public Tag tag() {
            return Tag.predicate(key);
        }

        @Override
        public List<Long> changes(long asOf, long after, int count) {
            return directory.changes(key, asOf, after, count);
        }

        @Override
        public @Nullable Predicate stateAt(long position) {
            return directory
                    .predicate(key, position)
                    .map(PredicateAt::predicate)
                    .orElse(null);
        }

        @Override
        public Predicate evolve(@Nullable Predicate before, LedgerEvent event) {
            return switch ((PredicateEvent) event) {
                case PredicateDefined defined -> defined.predicate();
            };
        }

        @Override
        public Predicate seen(Predicate state, Veil veil) {
            return state;
        }

        @Override
        public List<Change> between(@Nullable Predicate before, Predicate after) {
            return new Differences().fields("", before, after).changes();
        }
    }
}
