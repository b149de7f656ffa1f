package org.claimsledger.projection.audit;

import java.util.List;
import org.claimsledger.claim.Claim;
import org.claimsledger.claim.ClaimDecider;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.EventTag;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.PredicateEvent;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.event.SubjectEvent;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.projection.claims.ClaimQueries;
import org.claimsledger.projection.protection.Redaction;
import org.claimsledger.projection.registry.Registry;
import org.claimsledger.projection.registry.Registry.PredicateAt;
import org.claimsledger.projection.registry.Registry.SubjectAt;
import org.claimsledger.subject.Subject;
import org.claimsledger.subject.SubjectDecider;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * The states of one entity: the one at which a page of its history begins, and the one after each event.
 *
 * @param <S> its state
 */
interface EntityHistory<S> {

    /** The tag that the events of the entity carry, and no others. */
    EventTag tag();

    /** The positions of its states after {@code after}, up to {@code asOf} and {@code count} of them. */
    List<Long> changes(long asOf, long after, int count);

    @Nullable
    S stateAt(long position);

    S evolve(@Nullable S before, LedgerEvent event);

    /** The state as a caller may see it. */
    S redacted(S state, Redaction redaction);

    List<FieldChange> between(@Nullable S before, S after);

    record OfClaim(ClaimId id, ClaimQueries claims) implements EntityHistory<Claim> {

        @Override
        public EventTag tag() {
            return EventTag.claim(id);
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
            return new ClaimDecider().evolve(before, (ClaimEvent) event);
        }

        @Override
        public Claim redacted(Claim state, Redaction redaction) {
            return redaction.claim(state);
        }

        @Override
        public List<FieldChange> between(@Nullable Claim before, Claim after) {
            return ClaimDiff.between(before, after);
        }
    }

    record OfSource(SourceId id, Registry registry) implements EntityHistory<SourceDiff.SourceWithNotices> {

        @Override
        public EventTag tag() {
            return EventTag.source(id);
        }

        @Override
        public List<Long> changes(long asOf, long after, int count) {
            return registry.changes(id, asOf, after, count);
        }

        @Override
        public SourceDiff.@Nullable SourceWithNotices stateAt(long position) {
            return registry.source(id, position)
                    .map(SourceDiff.SourceWithNotices::of)
                    .orElse(null);
        }

        @Override
        public SourceDiff.SourceWithNotices evolve(SourceDiff.@Nullable SourceWithNotices before, LedgerEvent event) {
            return SourceDiff.SourceWithNotices.evolve(before, (SourceEvent) event);
        }

        @Override
        public SourceDiff.SourceWithNotices redacted(
                SourceDiff.SourceWithNotices sourceWithNotices, Redaction redaction) {
            return sourceWithNotices.redactedBy(redaction);
        }

        @Override
        public List<FieldChange> between(
                SourceDiff.@Nullable SourceWithNotices before, SourceDiff.SourceWithNotices after) {
            return SourceDiff.between(before, after);
        }
    }

    record OfSubject(SubjectId id, Registry registry) implements EntityHistory<Subject> {

        @Override
        public EventTag tag() {
            return EventTag.subject(id);
        }

        @Override
        public List<Long> changes(long asOf, long after, int count) {
            return registry.changes(id, asOf, after, count);
        }

        @Override
        public @Nullable Subject stateAt(long position) {
            return registry.subject(id, position).map(SubjectAt::subject).orElse(null);
        }

        @Override
        public Subject evolve(@Nullable Subject before, LedgerEvent event) {
            return new SubjectDecider().evolve(before, (SubjectEvent) event);
        }

        @Override
        public Subject redacted(Subject state, Redaction redaction) {
            return redaction.subject(state);
        }

        @Override
        public List<FieldChange> between(@Nullable Subject before, Subject after) {
            return SubjectDiff.between(before, after);
        }
    }

    record OfPredicate(PredicateKey key, Registry registry) implements EntityHistory<Predicate> {

        @Override
        public EventTag tag() {
            return EventTag.predicate(key);
        }

        @Override
        public List<Long> changes(long asOf, long after, int count) {
            return registry.changes(key, asOf, after, count);
        }

        @Override
        public @Nullable Predicate stateAt(long position) {
            return registry.predicate(key, position).map(PredicateAt::predicate).orElse(null);
        }

        @Override
        public Predicate evolve(@Nullable Predicate before, LedgerEvent event) {
            return ((PredicateEvent) event).predicate();
        }

        @Override
        public Predicate redacted(Predicate state, Redaction redaction) {
            return state;
        }

        @Override
        public List<FieldChange> between(@Nullable Predicate before, Predicate after) {
            return new FieldDifferences().fields("", before, after).changes();
        }
    }
}
