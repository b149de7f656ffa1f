package org.claimsledger.projection.registry;

import java.util.List;
import java.util.Objects;
import org.claimsledger.event.EventJson;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.PredicateEvent;
import org.claimsledger.event.SourceDetails;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.event.SourceEvent.SourceRegistered;
import org.claimsledger.event.SubjectEvent;
import org.claimsledger.event.SubjectEvent.SubjectRegistered;
import org.claimsledger.projection.run.LazyEvent;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/** The three types of entities in the registry. */
final class EntityTypes {

    static final EntityType<StoredSource> SOURCES = new SourceEntityType();
    static final EntityType<StoredSubject> SUBJECTS = new SubjectEntityType();
    static final EntityType<Predicate> PREDICATES = new PredicateEntityType();

    private EntityTypes() {}

    private record SourceEntityType() implements EntityType<StoredSource> {

        @Override
        public String name() {
            return "source";
        }

        @Override
        public boolean owns(LazyEvent event) {
            return event.isInArea(SourceEvent.class);
        }

        @Override
        public List<String> affectedIds(LazyEvent event) {
            return List.of(((SourceEvent) event.event()).source().value());
        }

        @Override
        public boolean registers(LazyEvent event) {
            return event.event() instanceof SourceRegistered;
        }

        @Override
        public StoredSource evolve(String id, @Nullable StoredSource before, LazyEvent event) {
            return StoredSource.evolve(new SourceId(id), before, event);
        }

        @Override
        public SummaryColumns summaryColumns(StoredSource state) {
            SourceDetails details = state.details();
            return new SummaryColumns(
                    Objects.requireNonNullElse(details.title(), ""),
                    details.publisher(),
                    details.published() == null ? null : details.published().text());
        }

        @Override
        public byte[] write(StoredSource state) {
            return EventJson.MAPPER.writeValueAsBytes(state);
        }

        @Override
        public StoredSource read(byte[] body) {
            return EventJson.MAPPER.readValue(body, StoredSource.class);
        }
    }

    private record SubjectEntityType() implements EntityType<StoredSubject> {

        @Override
        public String name() {
            return "subject";
        }

        @Override
        public boolean owns(LazyEvent event) {
            return event.isInArea(SubjectEvent.class);
        }

        @Override
        public List<String> affectedIds(LazyEvent event) {
            return ((SubjectEvent) event.event())
                    .subjects().stream().map(SubjectId::value).toList();
        }

        @Override
        public boolean registers(LazyEvent event) {
            return event.event() instanceof SubjectRegistered;
        }

        @Override
        public StoredSubject evolve(String id, @Nullable StoredSubject before, LazyEvent event) {
            return StoredSubject.evolve(new SubjectId(id), before, (SubjectEvent) event.event());
        }

        @Override
        public SummaryColumns summaryColumns(StoredSubject state) {
            return new SummaryColumns(state.details().name(), null, null);
        }

        @Override
        public byte[] write(StoredSubject state) {
            return EventJson.MAPPER.writeValueAsBytes(state);
        }

        @Override
        public StoredSubject read(byte[] body) {
            return EventJson.MAPPER.readValue(body, StoredSubject.class);
        }
    }

    private record PredicateEntityType() implements EntityType<Predicate> {

        @Override
        public String name() {
            return "predicate";
        }

        @Override
        public boolean owns(LazyEvent event) {
            return event.isInArea(PredicateEvent.class);
        }

        @Override
        public List<String> affectedIds(LazyEvent event) {
            return List.of(defined(event).key().value());
        }

        @Override
        public boolean registers(LazyEvent event) {
            return false;
        }

        @Override
        public Predicate evolve(String id, @Nullable Predicate before, LazyEvent event) {
            return defined(event);
        }

        @Override
        public SummaryColumns summaryColumns(Predicate predicate) {
            return new SummaryColumns(predicate.label(), null, null);
        }

        @Override
        public byte[] write(Predicate predicate) {
            return EventJson.MAPPER.writeValueAsBytes(predicate);
        }

        @Override
        public Predicate read(byte[] body) {
            return EventJson.MAPPER.readValue(body, Predicate.class);
        }

        private static Predicate defined(LazyEvent event) {
            return ((PredicateEvent) event.event()).predicate();
        }
    }
}
