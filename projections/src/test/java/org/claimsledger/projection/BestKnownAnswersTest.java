package org.claimsledger.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import org.claimsledger.bestknown.BestKnown.QuestionStatus;
import org.claimsledger.history.CompleteHistory;
import org.claimsledger.history.HistoryAnswers;
import org.claimsledger.history.HistoryAnswers.AnsweredQuestion;
import org.claimsledger.oracle.OracleEvent;
import org.claimsledger.oracle.RandomHistory;
import org.claimsledger.projection.answers.BestKnownAnswers;
import org.claimsledger.projection.answers.BestKnownAnswers.QuestionAt;
import org.claimsledger.projection.answers.BestKnownAnswers.QuestionFilter;
import org.claimsledger.time.Viewpoint;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SubjectId;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the best known answers of the tables with a plain fold of all events in memory. */
class BestKnownAnswersTest {

    private static final LocalDate SOME_DAY = LocalDate.of(2010, 7, 1);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void theAnswersOfARandomHistoryAreThoseOfThePlainFoldFromEveryViewpoint(long seed) throws Exception {
        MemoryLog log = new MemoryLog("random-" + seed);
        for (OracleEvent oracleEvent : RandomHistory.recorded(RandomHistory.of(seed))) {
            log.append("desk", oracleEvent.event(), oracleEvent.recordedAt());
        }
        assertReadsAsThePlainFold(log, new Random(seed), 25);
    }

    @ParameterizedTest
    @ValueSource(longs = {51, 52, 53})
    void theAnswersOfALongHistoryAreThoseOfThePlainFoldFromEveryViewpoint(long seed) throws Exception {
        assertReadsAsThePlainFold(RandomDeskHistory.history(seed, 250), new Random(seed), 25);
    }

    private void assertReadsAsThePlainFold(MemoryLog log, Random random, int viewpoints) throws Exception {
        try (ReadModels readModels = ReadModelFixture.of(log, folder)) {
            BestKnownAnswers bestKnownAnswers = readModels.asRecorded().answers();
            for (int i = 0; i < viewpoints; i++) {
                Viewpoint viewpoint = viewpoint(log, random);
                CompleteHistory history = completeHistory(log, viewpoint.position());
                List<AnsweredQuestion> expected = HistoryAnswers.bestKnown(
                        history, viewpoint.publishedByOrEver(), viewpoint.validOn(), viewpoint.today());
                int limit = 1 + random.nextInt(4);

                assertThat(all(bestKnownAnswers, QuestionFilter.ALL, viewpoint))
                        .as("%s", viewpoint)
                        .isEqualTo(expected);
                assertThat(paged(bestKnownAnswers, QuestionFilter.ALL, viewpoint, limit))
                        .as("%s in pages of %s", viewpoint, limit)
                        .isEqualTo(expected);
                for (QuestionStatus status : QuestionStatus.values()) {
                    assertFilters(
                            bestKnownAnswers,
                            new QuestionFilter(null, null, status),
                            viewpoint,
                            limit,
                            expected,
                            it -> it.bestKnown().status() == status);
                }
                if (!expected.isEmpty()) {
                    SubjectId subject = any(history.subjects(), random);
                    SubjectId kept = history.canonicalSubject(subject);
                    assertFilters(
                            bestKnownAnswers,
                            QuestionFilter.about(subject),
                            viewpoint,
                            limit,
                            expected,
                            it -> it.question().subject().equals(kept));
                    PredicateKey key = any(expected, random).question().predicate();
                    assertFilters(
                            bestKnownAnswers,
                            new QuestionFilter(subject, key, null),
                            viewpoint,
                            limit,
                            expected,
                            it -> it.question().subject().equals(kept)
                                    && it.question().predicate().equals(key));
                }
            }
        }
    }

    private static void assertFilters(
            BestKnownAnswers bestKnownAnswers,
            QuestionFilter filter,
            Viewpoint viewpoint,
            int limit,
            List<AnsweredQuestion> expected,
            Predicate<AnsweredQuestion> condition) {
        List<AnsweredQuestion> filtered = expected.stream().filter(condition).toList();
        assertThat(paged(bestKnownAnswers, filter, viewpoint, limit)).isEqualTo(filtered);
        assertThat(all(bestKnownAnswers, filter, viewpoint)).isEqualTo(filtered);
    }

    private static List<AnsweredQuestion> paged(
            BestKnownAnswers bestKnownAnswers, QuestionFilter filter, Viewpoint viewpoint, int limit) {
        return answered(ReadModelFixture.allPages(after -> bestKnownAnswers.page(filter, viewpoint, after, limit)));
    }

    private static List<AnsweredQuestion> all(
            BestKnownAnswers bestKnownAnswers, QuestionFilter filter, Viewpoint viewpoint) {
        List<QuestionAt> items = new ArrayList<>();
        bestKnownAnswers.each(filter, viewpoint, items::add);
        return answered(items);
    }

    private static List<AnsweredQuestion> answered(List<QuestionAt> items) {
        return items.stream()
                .map(it -> new AnsweredQuestion(it.question(), it.bestKnown()))
                .toList();
    }

    static CompleteHistory completeHistory(MemoryLog log, long upTo) {
        CompleteHistory history = new CompleteHistory();
        for (long position = 1; position <= upTo; position++) {
            history.add(position, log.recordedAt(position).orElseThrow(), log.at(position));
        }
        return history;
    }

    private static Viewpoint viewpoint(MemoryLog log, Random random) {
        long position = random.nextBoolean() ? log.head() : random.nextLong(log.head() + 1);
        Instant recordedAt = log.recordedAt(position).orElse(null);
        Instant near = Objects.requireNonNullElse(recordedAt, Instant.EPOCH);
        Instant publishedBy =
                switch (random.nextInt(4)) {
                    case 0 -> null;
                    case 1 -> near.minus(random.nextInt(900), ChronoUnit.DAYS);
                    case 2 -> log.recordedAt(1 + random.nextLong(log.head())).orElseThrow();
                    default ->
                        SOME_DAY.minusDays(random.nextInt(5_000))
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant();
                };
        LocalDate validOn = random.nextBoolean() ? null : SOME_DAY.plusDays(random.nextInt(6_000) - 3_000);
        return new Viewpoint(position, recordedAt, publishedBy, validOn, SOME_DAY.plusYears(random.nextInt(20)));
    }

    private static <T> T any(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
