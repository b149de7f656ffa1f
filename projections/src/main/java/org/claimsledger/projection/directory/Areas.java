package org.claimsledger.projection.directory;

import java.util.List;
import java.util.Objects;
import org.claimsledger.ledger.EventJson;
import org.claimsledger.predicate.Predicate;
import org.claimsledger.predicate.PredicateEvent;
import org.claimsledger.predicate.PredicateEvent.PredicateDefined;
import org.claimsledger.projection.run.Recorded;
import org.claimsledger.source.SourceDetails;
import org.claimsledger.source.SourceEvent;
import org.claimsledger.source.SourceEvent.SourceRegistered;
import org.claimsledger.subject.SubjectEvent;
import org.claimsledger.subject.SubjectEvent.SubjectRegistered;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/** The three areas of the directory. */
final class Areas {

    static final Area<SourceState> SOURCES = new Sources();
    static final Area<SubjectState> SUBJECTS = new Subjects();
    static final Area<Predicate> PREDICATES = new Predicates();

    private Areas() {}

    private record Sources() implements Area<SourceState> {

        @Override
        public String name() {
            return "source";
        }

        @Override
        public boolean has(Recorded event) {
            return event.isOf(SourceEvent.class);
        }

        @Override
        public List<String> touchedBy(Recorded event) {
            return List.of(((SourceEvent) event.event()).source().value());
        }

        @Override
        public boolean registers(Recorded event) {
            return event.event() instanceof SourceRegistered;
        }

        @Override
        public SourceState evolve(String id, @Nullable SourceState before, Recorded event) {
            return SourceState.evolve(new SourceId(id), before, event);
        }

        @Override
        public Card card(SourceState state) {
            SourceDetails details = state.details();
            return new Card(
                    Objects.requireNonNullElse(details.title(), ""),
                    details.publisher(),
                    details.published() == null ? null : details.published().text());
        }

        @Override
        public byte[] write(SourceState state) {
            return EventJson.MAPPER.writeValueAsBytes(state);
        }

        @Override
        public SourceState read(byte[] body) {
            return EventJson.MAPPER.readValue(body, SourceState.class);
        }
    }

    private record Subjects() implements Area<SubjectState> {

        @Override
        public String name() {
            return "subject";
        }

        @Override
        public boolean has(Recorded event) {
            return event.isOf(SubjectEvent.class);
        }

        @Override
        public List<String> touchedBy(Recorded event) {
            return ((SubjectEvent) event.event())
                    .subjects().stream().map(SubjectId::value).toList();
        }

        @Override
        public boolean registers(Recorded event) {
            return event.event() instanceof SubjectRegistered;
        }

        @Override
        public SubjectState evolve(String id, @Nullable SubjectState before, Recorded event) {
            return SubjectState.evolve(new SubjectId(id), before, (SubjectEvent) event.event());
        }

        @Override
        public Card card(SubjectState state) {
            return new Card(state.details().name(), null, null);
        }

        @Override
        public byte[] write(SubjectState state) {
            return EventJson.MAPPER.writeValueAsBytes(state);
        }

        @Override
        public SubjectState read(byte[] body) {
            return EventJson.MAPPER.readValue(body, SubjectState.class);
        }
    }

    private record Predicates() implements Area<Predicate> {

        @Override
        public String name() {
            return "predicate";
        }

        @Override
        public boolean has(Recorded event) {
            return event.isOf(PredicateEvent.class);
        }

        @Override
        public List<String> touchedBy(Recorded event) {
            return List.of(defined(event).key().value());
        }

        @Override
        public boolean registers(Recorded event) {
            return false;
        }

        @Override
        public Predicate evolve(String id, @Nullable Predicate before, Recorded event) {
            return defined(event);
        }

        @Override
        public Card card(Predicate predicate) {
            return new Card(predicate.label(), null, null);
        }

        @Override
        public byte[] write(Predicate predicate) {
            return EventJson.MAPPER.writeValueAsBytes(predicate);
        }

        @Override
        public Predicate read(byte[] body) {
            return EventJson.MAPPER.readValue(body, Predicate.class);
        }

        private static Predicate defined(Recorded event) {
            return switch ((PredicateEvent) event.event()) {
                case PredicateDefined it -> it.predicate();
            };
        }
    }
}
