package org.claimsledger.projection.registry;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.claimsledger.event.EventJson;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.PredicateEvent;
import org.claimsledger.event.Publisher;
import org.claimsledger.event.SourceDetails;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.event.SourceEvent.SourceRegistered;
import org.claimsledger.event.SubjectEvent;
import org.claimsledger.event.SubjectEvent.SubjectRegistered;
import org.claimsledger.predicate.PredicateDecider;
import org.claimsledger.predicate.PredicateDefinitions;
import org.claimsledger.projection.run.LazyEvent;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * A type of entity in the registry, and how its events change its state.
 *
 * @param name the name of the type in tables
 * @param area the class of its events
 * @param ids the ids of the entities that an event of the area changes
 * @param registration whether an event of the area registers its entity, which has no earlier state then
 * @param summary the columns that lists show of a state
 * @param <S> the type of a state, as rows hold it
 */
record EntityType<S>(
        String name,
        Class<S> stateClass,
        Class<? extends LedgerEvent> area,
        Function<LedgerEvent, List<String>> ids,
        Predicate<LedgerEvent> registration,
        Evolution<S> evolution,
        Function<S, SummaryColumns> summary) {

    static final EntityType<StoredSource> SOURCES = new EntityType<>(
            "source",
            StoredSource.class,
            SourceEvent.class,
            event -> List.of(((SourceEvent) event).source().value()),
            SourceRegistered.class::isInstance,
            (id, before, event) -> StoredSource.evolve(new SourceId(id), before, event),
            state -> columns(state.details()));

    static final EntityType<StoredSubject> SUBJECTS = new EntityType<>(
            "subject",
            StoredSubject.class,
            SubjectEvent.class,
            event -> ((SubjectEvent) event)
                    .subjects().stream().map(SubjectId::value).toList(),
            SubjectRegistered.class::isInstance,
            (id, before, event) -> StoredSubject.evolve(new SubjectId(id), before, (SubjectEvent) event.event()),
            state -> SummaryColumns.of(state.details().name()));

    /** A predicate whose definitions were all withdrawn has no label. */
    static final EntityType<PredicateDefinitions> PREDICATES = new EntityType<>(
            "predicate",
            PredicateDefinitions.class,
            PredicateEvent.class,
            event -> List.of(((PredicateEvent) event).key().value()),
            event -> false,
            (id, before, event) -> new PredicateDecider().evolve(before, (PredicateEvent) event.event()),
            state -> columns(state.latest()));

    private static SummaryColumns columns(org.claimsledger.event.@Nullable Predicate predicate) {
        return SummaryColumns.of(predicate == null ? "" : predicate.label());
    }

    /** The state of an entity after an event. */
    @FunctionalInterface
    interface Evolution<S> {

        /** @param before absent where the event is the first one of the entity */
        S evolve(String id, @Nullable S before, LazyEvent event);
    }

    /**
     * The columns that lists show.
     *
     * @param publisher the name of a publisher who is known by it only
     * @param publisherSubject the id of any other one
     */
    record SummaryColumns(
            String label,
            @Nullable String publisher,
            @Nullable String publisherSubject,
            @Nullable String published) {

        /** The publisher; absent where it is unknown. */
        @Nullable
        Publisher publisherOrNull() {
            if (publisherSubject != null) {
                return new Publisher.BySubject(new SubjectId(publisherSubject));
            }
            return publisher == null ? null : new Publisher.ByName(publisher);
        }

        static SummaryColumns of(String label) {
            return new SummaryColumns(label, null, null, null);
        }
    }

    private static SummaryColumns columns(SourceDetails details) {
        return new SummaryColumns(
                Objects.requireNonNullElse(details.title(), ""),
                details.publisher() instanceof Publisher.ByName byName ? byName.name() : null,
                details.publisher() instanceof Publisher.BySubject by
                        ? by.subject().value()
                        : null,
                details.published() == null ? null : details.published().text());
    }

    /** Whether the event is of an entity of this type. Does not decode the event. */
    boolean owns(LazyEvent event) {
        return event.isInArea(area);
    }

    List<String> affectedIds(LazyEvent event) {
        return ids.apply(event.event());
    }

    boolean registers(LazyEvent event) {
        return registration.test(event.event());
    }

    S evolve(String id, @Nullable S before, LazyEvent event) {
        return evolution.evolve(id, before, event);
    }

    SummaryColumns summaryColumns(S state) {
        return summary.apply(state);
    }

    byte[] write(S state) {
        return EventJson.MAPPER.writeValueAsBytes(state);
    }

    S read(byte[] body) {
        return EventJson.MAPPER.readValue(body, stateClass);
    }
}
