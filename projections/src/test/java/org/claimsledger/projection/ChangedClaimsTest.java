package org.claimsledger.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.history.HistoryAnswers;
import org.claimsledger.oracle.OracleEvent;
import org.claimsledger.oracle.RandomHistory;
import org.claimsledger.projection.audit.ClaimDiff;
import org.claimsledger.projection.claims.BitemporalPoint;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.projection.claims.ClaimQueries.ClaimChange;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the claims that changed between two viewpoints with a plain fold of all events at each of the two. */
class ChangedClaimsTest {

    /** A claim at two viewpoints; null where it is not there. */
    private record ChangedClaim(ClaimState before, ClaimState after) {

        boolean hasDifferences() {
            return before == null
                    || after == null
                    || !ClaimDiff.between(before, after).isEmpty();
        }

        long number() {
            return after == null ? before.position() : after.position();
        }
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
    void theListHoldsAllChangedClaimsAndNoOthers(long seed) throws Exception {
        MemoryLog log = new MemoryLog("changing-" + seed);
        for (OracleEvent oracleEvent : RandomHistory.recorded(RandomHistory.of(seed))) {
            log.append("desk", oracleEvent.event(), oracleEvent.recordedAt());
        }
        Random random = new Random(seed);
        try (ReadModels readModels = ReadModelFixture.of(log, folder)) {
            for (int i = 0; i < 40; i++) {
                BitemporalPoint from = point(log, random);
                BitemporalPoint to =
                        switch (random.nextInt(3)) {
                            case 0 ->
                                new BitemporalPoint(
                                        from.asOf(), point(log, random).publishedBy());
                            case 1 -> new BitemporalPoint(point(log, random).asOf(), from.publishedBy());
                            default -> point(log, random);
                        };
                int limit = 1 + random.nextInt(3);
                List<ClaimChange> changes = ReadModelFixture.allPages(
                        after -> readModels.asRecorded().claims().changed(from, to, after, limit));

                assertThat(changes.stream()
                                .map(it -> new ChangedClaim(state(it.before()), state(it.after())))
                                .filter(ChangedClaim::hasDifferences))
                        .as("from %s to %s", from, to)
                        .containsExactlyElementsOf(expected(log, from, to));
            }
        }
    }

    private static List<ChangedClaim> expected(MemoryLog log, BitemporalPoint from, BitemporalPoint to) {
        Map<Long, ClaimState> before = states(log, from);
        Map<Long, ClaimState> after = states(log, to);
        TreeSet<Long> numbers = new TreeSet<>(before.keySet());
        numbers.addAll(after.keySet());
        List<ChangedClaim> claims = new ArrayList<>();
        numbers.forEach(number -> claims.add(new ChangedClaim(before.get(number), after.get(number))));
        return claims.stream()
                .filter(ChangedClaim::hasDifferences)
                .sorted(Comparator.comparingLong(ChangedClaim::number))
                .toList();
    }

    private static Map<Long, ClaimState> states(MemoryLog log, BitemporalPoint bitemporalPoint) {
        return HistoryAnswers.states(
                        BestKnownAnswersTest.completeHistory(log, bitemporalPoint.asOf()),
                        Objects.requireNonNullElse(bitemporalPoint.publishedBy(), Instant.MAX))
                .stream()
                .collect(Collectors.toMap(ClaimState::position, Function.identity()));
    }

    private static ClaimState state(ClaimAt at) {
        return at == null ? null : at.state();
    }

    private static BitemporalPoint point(MemoryLog log, Random random) {
        long asOf = random.nextBoolean() ? log.head() : random.nextLong(log.head() + 1);
        Instant instant = log.recordedAt(1 + random.nextLong(log.head())).orElseThrow();
        return new BitemporalPoint(
                asOf,
                switch (random.nextInt(3)) {
                    case 0 -> null;
                    case 1 -> instant;
                    default -> instant.minus(random.nextInt(900), ChronoUnit.DAYS);
                });
    }
}
