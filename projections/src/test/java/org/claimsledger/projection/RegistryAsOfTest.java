package org.claimsledger.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.claimsledger.event.EventTag;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.Publisher;
import org.claimsledger.projection.registry.Registry;
import org.claimsledger.projection.registry.Registry.PredicateAt;
import org.claimsledger.projection.registry.Registry.SourceAt;
import org.claimsledger.projection.registry.Registry.SubjectAt;
import org.claimsledger.projection.registry.Summaries.SourceSummary;
import org.claimsledger.projection.registry.Summaries.SubjectSummary;
import org.claimsledger.source.Source;
import org.claimsledger.subject.Subject;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares sources, subjects and predicates at any position with the plain fold. */
class RegistryAsOfTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void everyEntryAtAnyPositionIsTheFoldOfItsEventsUpToThere(long seed) throws Exception {
        MemoryLog log = RandomDeskHistory.history(seed, 250);
        try (ReadModels readModels = ReadModelFixture.of(log, folder)) {
            Registry registry = readModels.asRecorded().registry();
            for (long asOf = 0; asOf <= log.head(); asOf++) {
                EventFoldOracle fold = new EventFoldOracle(log, asOf);
                for (SourceId id : RandomDeskHistory.SOURCES) {
                    assertThat(registry.source(id, asOf).orElse(null)).isEqualTo(source(fold, id));
                }
                for (SubjectId id : RandomDeskHistory.SUBJECTS) {
                    assertThat(registry.subject(id, asOf).orElse(null)).isEqualTo(subject(fold, id));
                    assertThat(registry.keptFor(id, asOf)).isEqualTo(fold.keptFor(id));
                    assertThat(registry.sameAs(id, asOf)).isEqualTo(same(fold, id));
                }
                for (PredicateKey key : RandomDeskHistory.PREDICATES) {
                    assertThat(registry.predicate(key, asOf).orElse(null)).isEqualTo(predicate(fold, key));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {24, 25})
    void listsAndSummariesShowTheEntitiesRegisteredAtThePosition(long seed) throws Exception {
        MemoryLog log = RandomDeskHistory.history(seed, 250);
        try (ReadModels readModels = ReadModelFixture.of(log, folder)) {
            Registry registry = readModels.asRecorded().registry();
            for (long at = 0; at <= log.head(); at += 5) {
                long asOf = at;
                EventFoldOracle fold = new EventFoldOracle(log, asOf);
                assertThat(ReadModelFixture.allPages(after -> registry.sources(null, asOf, after, 2)))
                        .isSortedAccordingTo((a, b) -> Long.compare(a.registered(), b.registered()))
                        .containsExactlyInAnyOrderElementsOf(
                                registered(RandomDeskHistory.SOURCES, id -> source(fold, id)));
                assertThat(ReadModelFixture.allPages(after -> registry.subjects(null, asOf, after, 2)))
                        .isSortedAccordingTo((a, b) -> Long.compare(a.registered(), b.registered()))
                        .containsExactlyInAnyOrderElementsOf(
                                registered(RandomDeskHistory.SUBJECTS, id -> subject(fold, id)));
                assertThat(ReadModelFixture.allPages(after -> registry.predicates(null, asOf, after, 2)))
                        .containsExactlyInAnyOrderElementsOf(
                                registered(RandomDeskHistory.PREDICATES, id -> predicate(fold, id)));
                assertThat(registry.sourceSummaries(RandomDeskHistory.SOURCES, asOf)
                                .values())
                        .containsExactlyInAnyOrderElementsOf(
                                registered(RandomDeskHistory.SOURCES, id -> summary(fold.source(id))));
                assertThat(registry.subjectSummaries(RandomDeskHistory.SUBJECTS, asOf)
                                .values())
                        .containsExactlyInAnyOrderElementsOf(
                                registered(RandomDeskHistory.SUBJECTS, id -> summary(fold, fold.subject(id))));
            }
        }
    }

    private static <I, T> List<T> registered(List<I> ids, Function<I, T> lookup) {
        return ids.stream().map(lookup).filter(Objects::nonNull).toList();
    }

    private static SourceAt source(EventFoldOracle fold, SourceId id) {
        Source source = fold.source(id);
        if (source == null) {
            return null;
        }
        List<Long> positions = fold.positions(EventTag.source(id));
        return new SourceAt(source, publisher(source), positions.getFirst(), positions.getLast());
    }

    private static SubjectAt subject(EventFoldOracle fold, SubjectId id) {
        Subject subject = fold.subject(id);
        List<Long> positions = fold.positions(EventTag.subject(id));
        return subject == null ? null : new SubjectAt(subject, positions.getFirst(), positions.getLast());
    }

    private static PredicateAt predicate(EventFoldOracle fold, PredicateKey key) {
        Predicate predicate = fold.predicate(key);
        List<Long> positions = fold.positions(EventTag.predicate(key));
        return predicate == null ? null : new PredicateAt(predicate, positions.getFirst(), positions.getLast());
    }

    private static Set<SubjectId> same(EventFoldOracle fold, SubjectId id) {
        return RandomDeskHistory.SUBJECTS.stream()
                .filter(it -> fold.keptFor(it).equals(fold.keptFor(id)))
                .collect(Collectors.toSet());
    }

    private static String publisher(Source source) {
        return source.details().publisher() instanceof Publisher.ByName byName ? byName.name() : null;
    }

    private static SourceSummary summary(Source source) {
        return source == null
                ? null
                : new SourceSummary(
                        source.id(),
                        source.details().title(),
                        publisher(source),
                        null,
                        source.details().published(),
                        false);
    }

    private static SubjectSummary summary(EventFoldOracle fold, Subject subject) {
        if (subject == null) {
            return null;
        }
        SubjectId kept = fold.keptFor(subject.id());
        return new SubjectSummary(
                subject.id(),
                subject.details().name(),
                kept,
                fold.subject(kept).details().name());
    }
}
