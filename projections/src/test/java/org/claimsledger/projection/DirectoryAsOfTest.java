package org.claimsledger.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimsledger.predicate.Predicate;
import org.claimsledger.projection.directory.Directory;
import org.claimsledger.projection.directory.PredicateAt;
import org.claimsledger.projection.directory.PredicateCard;
import org.claimsledger.projection.directory.SourceAt;
import org.claimsledger.projection.directory.SourceAt.Noticed;
import org.claimsledger.projection.directory.SourceCard;
import org.claimsledger.projection.directory.SubjectAt;
import org.claimsledger.projection.directory.SubjectCard;
import org.claimsledger.source.Source;
import org.claimsledger.source.SourceEvent.SourceNoticed;
import org.claimsledger.subject.Subject;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources, subjects and predicates from any point of the recorded clock, held against the plain fold. */
class DirectoryAsOfTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void everyEntryAtAnyPositionIsTheFoldOfItsEventsUpToThere(long seed) throws Exception {
        MemoryLog log = RandomDesk.history(seed, 250);
        try (Projections projections = Reading.of(log, folder)) {
            Directory directory = projections.directory();
            for (long asOf = 0; asOf <= log.head(); asOf++) {
                PlainFold fold = new PlainFold(log, asOf);
                for (SourceId id : RandomDesk.SOURCES) {
                    assertThat(directory.source(id, asOf).orElse(null)).isEqualTo(source(fold, id));
                }
                for (SubjectId id : RandomDesk.SUBJECTS) {
                    assertThat(directory.subject(id, asOf).orElse(null)).isEqualTo(subject(fold, id));
                    assertThat(directory.keptFor(id, asOf)).isEqualTo(fold.kept(id));
                    assertThat(directory.sameAs(id, asOf)).isEqualTo(same(fold, id));
                }
                for (PredicateKey key : RandomDesk.PREDICATES) {
                    assertThat(directory.predicate(key, asOf).orElse(null)).isEqualTo(predicate(fold, key));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {24, 25})
    void listsAndCardsShowWhatWasRegisteredByThen(long seed) throws Exception {
        MemoryLog log = RandomDesk.history(seed, 250);
        try (Projections projections = Reading.of(log, folder)) {
            Directory directory = projections.directory();
            for (long at = 0; at <= log.head(); at += 5) {
                long asOf = at;
                PlainFold fold = new PlainFold(log, asOf);
                assertThat(Reading.all(after -> directory.sources(null, asOf, after, 2)))
                        .isSortedAccordingTo((a, b) -> Long.compare(a.registered(), b.registered()))
                        .containsExactlyInAnyOrderElementsOf(known(RandomDesk.SOURCES, id -> source(fold, id)));
                assertThat(Reading.all(after -> directory.subjects(null, asOf, after, 2)))
                        .isSortedAccordingTo((a, b) -> Long.compare(a.registered(), b.registered()))
                        .containsExactlyInAnyOrderElementsOf(known(RandomDesk.SUBJECTS, id -> subject(fold, id)));
                assertThat(Reading.all(after -> directory.predicates(null, asOf, after, 2)))
                        .containsExactlyInAnyOrderElementsOf(known(RandomDesk.PREDICATES, id -> predicate(fold, id)));
                assertThat(directory.sourceCards(RandomDesk.SOURCES, asOf).values())
                        .containsExactlyInAnyOrderElementsOf(known(RandomDesk.SOURCES, id -> card(fold.source(id))));
                assertThat(directory.subjectCards(RandomDesk.SUBJECTS, asOf).values())
                        .containsExactlyInAnyOrderElementsOf(
                                known(RandomDesk.SUBJECTS, id -> card(fold, fold.subject(id))));
                assertThat(directory.predicateCards(RandomDesk.PREDICATES, asOf).values())
                        .containsExactlyInAnyOrderElementsOf(
                                known(RandomDesk.PREDICATES, id -> card(fold.predicate(id))));
            }
        }
    }

    private interface Lookup<I, T> {
        T of(I id);
    }

    private static <I, T> List<T> known(List<I> ids, Lookup<I, T> lookup) {
        List<T> known = new ArrayList<>();
        for (I id : ids) {
            T found = lookup.of(id);
            if (found != null) {
                known.add(found);
            }
        }
        return known;
    }

    private static SourceAt source(PlainFold fold, SourceId id) {
        Source source = fold.source(id);
        if (source == null) {
            return null;
        }
        List<Long> positions = fold.positions(Tag.source(id));
        List<Noticed> notices = new ArrayList<>();
        for (long position : positions) {
            if (fold.log().at(position) instanceof SourceNoticed noticed) {
                notices.add(
                        new Noticed(position, fold.log().recordedAt(position).orElseThrow(), noticed.notice()));
            }
        }
        return new SourceAt(source, notices, positions.getFirst(), positions.getLast());
    }

    private static SubjectAt subject(PlainFold fold, SubjectId id) {
        Subject subject = fold.subject(id);
        List<Long> positions = fold.positions(Tag.subject(id));
        return subject == null ? null : new SubjectAt(subject, positions.getFirst(), positions.getLast());
    }

    private static PredicateAt predicate(PlainFold fold, PredicateKey key) {
        Predicate predicate = fold.predicate(key);
        List<Long> positions = fold.positions(Tag.predicate(key));
        return predicate == null ? null : new PredicateAt(predicate, positions.getFirst(), positions.getLast());
    }

    private static Set<SubjectId> same(PlainFold fold, SubjectId id) {
        return RandomDesk.SUBJECTS.stream()
                .filter(it -> fold.kept(it).equals(fold.kept(id)))
                .collect(Collectors.toSet());
    }

    private static SourceCard card(Source source) {
        return source == null
                ? null
                : new SourceCard(
                        source.id(),
                        source.details().title(),
                        source.details().publisher(),
                        source.details().published(),
                        false);
    }

    private static SubjectCard card(PlainFold fold, Subject subject) {
        if (subject == null) {
            return null;
        }
        SubjectId kept = fold.kept(subject.id());
        return new SubjectCard(
                subject.id(),
                subject.details().name(),
                kept,
                fold.subject(kept).details().name());
    }

    private static PredicateCard card(Predicate predicate) {
        return predicate == null ? null : new PredicateCard(predicate.key(), predicate.label());
    }
}
