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

/** The claims that changed between two moments, held against a plain fold of all events at each of them. */
class ChangedClaimsTest {

    /** A claim at two moments; null where it is not there. */
    private record ChangedClaim(ClaimState before, ClaimState after) {

        boolean canBeSeen() {
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
    void noClaimThatChangedIsMissingAndNoneThatDidNotIsThere(long seed) throws Exception {
        MemoryLog log = new MemoryLog("changing-" + seed);
        for (OracleEvent oracleEvent : RandomHistory.recorded(RandomHistory.of(seed))) {
            log.append("desk", oracleEvent.event(), oracleEvent.recordedAt());
        }
        Random random = new Random(seed);
        try (ReadModels readModels = ReadModelFixture.of(log, folder)) {
            for (int i = 0; i < 40; i++) {
                BitemporalPoint from = moment(log, random);
                BitemporalPoint to =
                        switch (random.nextInt(3)) {
                            case 0 ->
                                new BitemporalPoint(
                                        from.asOf(), moment(log, random).publishedBy());
                            case 1 -> new BitemporalPoint(moment(log, random).asOf(), from.publishedBy());
                            default -> moment(log, random);
                        };
                int limit = 1 + random.nextInt(3);
                List<ClaimChange> found = ReadModelFixture.allPages(
                        after -> readModels.asRecorded().claims().changed(from, to, after, limit));

                assertThat(found.stream()
                                .map(it -> new ChangedClaim(state(it.before()), state(it.after())))
                                .filter(ChangedClaim::canBeSeen))
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
        List<ChangedClaim> changedClaim = new ArrayList<>();
        numbers.forEach(number -> changedClaim.add(new ChangedClaim(before.get(number), after.get(number))));
        return changedClaim.stream()
                .filter(ChangedClaim::canBeSeen)
                .sorted(Comparator.comparingLong(ChangedClaim::number))
                .toList();
    }

    private static Map<Long, ClaimState> states(MemoryLog log, BitemporalPoint bitemporalPoint) {
        return HistoryAnswers.states(
                        BestKnownAnswersTest.chronicle(log, bitemporalPoint.asOf()),
                        Objects.requireNonNullElse(bitemporalPoint.publishedBy(), Instant.MAX))
                .stream()
                .collect(Collectors.toMap(ClaimState::position, Function.identity()));
    }

    private static ClaimState state(ClaimAt at) {
        return at == null ? null : at.state();
    }

    private static BitemporalPoint moment(MemoryLog log, Random random) {
        long asOf = random.nextBoolean() ? log.head() : random.nextLong(log.head() + 1);
        Instant some = log.recordedAt(1 + random.nextLong(log.head())).orElseThrow();
        return new BitemporalPoint(
                asOf,
                switch (random.nextInt(3)) {
                    case 0 -> null;
                    case 1 -> some;
                    default -> some.minus(random.nextInt(900), ChronoUnit.DAYS);
                });
    }
}
