package org.claimsledger.projection.audit;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.claimsledger.event.EventTag;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.event.SubjectEvent;
import org.claimsledger.projection.audit.SourceDiff.SourceThen;
import org.claimsledger.projection.protection.Redaction;
import org.claimsledger.projection.registry.Registry;
import org.claimsledger.projection.registry.Registry.SubjectAt;
import org.claimsledger.subject.Subject;
import org.claimsledger.subject.SubjectDecider;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * The states of one entity, as a page of its history needs them: the state before the page, and the state after each
 * event.
 *
 * @param tag the tag that all events of the entity carry, and no other events
 * @param stateAt the state at a position; absent before the first event
 * @param evolve the state after an event, from the state before it
 * @param visible the event as a caller may see it; absent where they may not see that it was recorded
 * @param redacted the state as a caller may see it
 * @param between the differences between two states
 * @param <S> the type of the states
 */
record EntityHistory<S>(
        EventTag tag,
        Changes changes,
        LongFunction<@Nullable S> stateAt,
        BiFunction<@Nullable S, LedgerEvent, S> evolve,
        Function<LedgerEvent, @Nullable LedgerEvent> visible,
        BiFunction<S, Redaction, S> redacted,
        BiFunction<@Nullable S, S, List<FieldChange>> between) {

    @FunctionalInterface
    interface Changes {

        /** The positions of the entity's changes after {@code after}, up to {@code asOf}, at most {@code limit}. */
        List<Long> positions(long asOf, long after, int limit);
    }

    static EntityHistory<SourceThen> of(SourceId id, Registry registry) {
        return new EntityHistory<>(
                EventTag.source(id),
                (asOf, after, limit) -> registry.changes(id, asOf, after, limit),
                position -> registry.source(id, position).map(SourceThen::of).orElse(null),
                (before, event) -> SourceThen.evolve(before, (SourceEvent) event),
                event -> event,
                SourceThen::redactedBy,
                SourceDiff::between);
    }

    static EntityHistory<Subject> of(SubjectId id, Registry registry) {
        return new EntityHistory<>(
                EventTag.subject(id),
                (asOf, after, limit) -> registry.changes(id, asOf, after, limit),
                position ->
                        registry.subject(id, position).map(SubjectAt::subject).orElse(null),
                (before, event) -> new SubjectDecider().evolve(before, (SubjectEvent) event),
                event -> event,
                (state, redaction) -> redaction.subject(state),
                SubjectDiff::between);
    }
}
