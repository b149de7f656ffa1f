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
import org.claimsledger.oracle.Entry;
import org.claimsledger.oracle.RandomHistory;
import org.claimsledger.projection.audit.ClaimDiff;
import org.claimsledger.projection.versions.ClaimAt;
import org.claimsledger.projection.versions.ClaimChange;
import org.claimsledger.projection.versions.Moment;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The claims that changed between two moments, held against a plain fold of all events at each of them. */
class ChangedClaimsTest {

    /** A claim at two moments; null where it is not there. */
    private record Changed(ClaimState before, ClaimState after) {

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
        for (Entry entry : RandomHistory.recorded(RandomHistory.of(seed))) {
            log.append("desk", entry.event(), entry.recordedAt());
        }
        Random random = new Random(seed);
        try (Projections projections = Reading.of(log, folder)) {
            for (int i = 0; i < 40; i++) {
                Moment from = moment(log, random);
                Moment to =
                        switch (random.nextInt(3)) {
                            case 0 ->
                                new Moment(from.asOf(), moment(log, random).publishedBy());
                            case 1 -> new Moment(moment(log, random).asOf(), from.publishedBy());
                            default -> moment(log, random);
                        };
                int limit = 1 + random.nextInt(3);
                List<ClaimChange> found =
                        Reading.all(after -> projections.claims().changed(from, to, after, limit));

                assertThat(found.stream()
                                .map(it -> new Changed(state(it.before()), state(it.after())))
                                .filter(Changed::canBeSeen))
                        .as("from %s to %s", from, to)
                        .containsExactlyElementsOf(expected(log, from, to));
            }
        }
    }

    private static List<Changed> expected(MemoryLog log, Moment from, Moment to) {
        Map<Long, ClaimState> before = states(log, from);
        Map<Long, ClaimState> after = states(log, to);
        TreeSet<Long> numbers = new TreeSet<>(before.keySet());
        numbers.addAll(after.keySet());
        List<Changed> changed = new ArrayList<>();
        numbers.forEach(number -> changed.add(new Changed(before.get(number), after.get(number))));
        return changed.stream()
                .filter(Changed::canBeSeen)
                .sorted(Comparator.comparingLong(Changed::number))
                .toList();
    }

    private static Map<Long, ClaimState> states(MemoryLog log, Moment moment) {
        return AnswersTest.chronicle(log, moment.asOf())
                .states(Objects.requireNonNullElse(moment.publishedBy(), Instant.MAX))
                .stream()
                .collect(Collectors.toMap(ClaimState::position, Function.identity()));
    }

    private static ClaimState state(ClaimAt at) {
        return at == null ? null : at.state();
    }

    private static Moment moment(MemoryLog log, Random random) {
        long asOf = random.nextBoolean() ? log.head() : random.nextLong(log.head() + 1);
        Instant some = log.recordedAt(1 + random.nextLong(log.head())).orElseThrow();
        return new Moment(
                asOf,
                switch (random.nextInt(3)) {
                    case 0 -> null;
                    case 1 -> some;
                    default -> some.minus(random.nextInt(900), ChronoUnit.DAYS);
                });
    }
}
