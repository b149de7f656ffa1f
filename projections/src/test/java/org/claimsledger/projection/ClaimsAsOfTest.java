package org.claimsledger.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.claimsledger.bestknown.ClaimHistory;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.history.CompleteHistory;
import org.claimsledger.projection.claims.BitemporalPoint;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.projection.claims.ClaimQueries.ClaimVersion;
import org.claimsledger.value.ClaimId;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares claims at random points of both clocks with the fold of all events up to the point. */
class ClaimsAsOfTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aClaimAtAnyPositionIsTheFoldOfAllEventsUpToIt(long seed) throws Exception {
        MemoryLog log = RandomDeskHistory.history(seed, 220);
        CompleteHistory inMemoryHistory = new CompleteHistory();
        try (ReadModels readModels = ReadModelFixture.of(log, folder)) {
            for (long asOf = 0; asOf <= log.head(); asOf++) {
                learn(inMemoryHistory, log, asOf);
                for (ClaimId id : RandomDeskHistory.CLAIMS) {
                    ClaimHistory history = inMemoryHistory.history(id);
                    assertThat(state(readModels, id, BitemporalPoint.asOf(asOf)))
                            .as("claim %s as of %s", id, asOf)
                            .isEqualTo(history == null ? null : history.latest());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void aClaimAtAnyPublishedTimeIsTheFoldOfTheEventsReportedByThatTime(long seed) throws Exception {
        MemoryLog log = RandomDeskHistory.history(seed, 220);
        Random random = new Random(seed);
        CompleteHistory inMemoryHistory = new CompleteHistory();
        int absent = 0;
        int present = 0;
        try (ReadModels readModels = ReadModelFixture.of(log, folder)) {
            for (long asOf = 0; asOf <= log.head(); asOf += 1 + random.nextInt(5)) {
                learn(inMemoryHistory, log, asOf);
                for (ClaimId id : RandomDeskHistory.CLAIMS) {
                    ClaimHistory history = inMemoryHistory.history(id);
                    for (Instant publishedBy : history == null ? List.<Instant>of() : publishedTimes(history, random)) {
                        ClaimState expected = history.at(publishedBy);
                        assertThat(state(readModels, id, new BitemporalPoint(asOf, publishedBy)))
                                .as("claim %s as of %s, published by %s", id, asOf, publishedBy)
                                .isEqualTo(expected);
                        absent += expected == null ? 1 : 0;
                        present += expected == null ? 0 : 1;
                    }
                }
            }
        }
        assertThat(absent).isGreaterThan(100);
        assertThat(present).isGreaterThan(500);
    }

    /** Some times at which the claim changes, the times just before them, and a random one. */
    private static List<Instant> publishedTimes(ClaimHistory history, Random random) {
        SortedSet<Instant> times = new TreeSet<>();
        for (Instant breakpoint : history.breakpoints()) {
            if (random.nextInt(3) == 0) {
                times.add(breakpoint);
                if (breakpoint.isAfter(Instant.EPOCH)) {
                    times.add(breakpoint.minusNanos(1_000));
                }
            }
        }
        times.add(Instant.ofEpochSecond(random.nextLong(2_000_000_000L)));
        return new ArrayList<>(times);
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8})
    void theVersionsAlongTheRecordedClockAreTheSuccessiveStates(long seed) throws Exception {
        MemoryLog log = RandomDeskHistory.history(seed, 220);
        try (ReadModels readModels = ReadModelFixture.of(log, folder)) {
            for (ClaimId id : RandomDeskHistory.CLAIMS) {
                List<ClaimVersion> versions =
                        readModels.asRecorded().claims().recordedVersions(id, BitemporalPoint.asOf(log.head()));
                List<Long> begins = new ArrayList<>();
                CompleteHistory inMemoryHistory = new CompleteHistory();
                ClaimState previous = null;
                for (long asOf = 1; asOf <= log.head(); asOf++) {
                    learn(inMemoryHistory, log, asOf);
                    ClaimHistory history = inMemoryHistory.history(id);
                    ClaimState state = history == null ? null : history.latest();
                    if (state != null && !state.equals(previous)) {
                        begins.add(asOf);
                    }
                    previous = state;
                }
                assertThat(versions).extracting(ClaimVersion::recordedFrom).isEqualTo(begins);
                for (int i = 0; i < versions.size(); i++) {
                    assertThat(versions.get(i).number()).isEqualTo(i + 1);
                    assertThat(versions.get(i).recordedTo())
                            .isEqualTo(i + 1 < begins.size() ? begins.get(i + 1) : null);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {9, 10})
    void theVersionsAlongThePublishedClockAreTheStatesAtTheirOwnTimes(long seed) throws Exception {
        MemoryLog log = RandomDeskHistory.history(seed, 220);
        CompleteHistory inMemoryHistory = new CompleteHistory();
        learn(inMemoryHistory, log, log.head());
        try (ReadModels readModels = ReadModelFixture.of(log, folder)) {
            for (ClaimId id : inMemoryHistory.claims()) {
                List<ClaimVersion> versions =
                        readModels.asRecorded().claims().reportedVersions(id, BitemporalPoint.asOf(log.head()));
                List<ClaimState> states = new ArrayList<>();
                for (Instant moment : inMemoryHistory.history(id).breakpoints()) {
                    ClaimState state = inMemoryHistory.history(id).at(moment);
                    if (state != null && (states.isEmpty() || !states.getLast().equals(state))) {
                        states.add(state);
                    }
                }
                assertThat(versions).hasSameSizeAs(states);
                for (int i = 1; i < versions.size(); i++) {
                    assertThat(inMemoryHistory.history(id).at(versions.get(i).reportedFrom()))
                            .isEqualTo(states.get(i));
                    assertThat(versions.get(i - 1).reportedTo())
                            .isEqualTo(versions.get(i).reportedFrom());
                }
            }
        }
    }

    private static ClaimState state(ReadModels readModels, ClaimId id, BitemporalPoint bitemporalPoint) {
        return readModels
                .asRecorded()
                .claims()
                .claim(id, bitemporalPoint)
                .map(ClaimAt::state)
                .orElse(null);
    }

    private static void learn(CompleteHistory inMemoryHistory, MemoryLog log, long upTo) {
        for (long position = inMemoryHistory.position() + 1; position <= upTo; position++) {
            inMemoryHistory.add(position, log.recordedAt(position).orElseThrow(), log.at(position));
        }
    }
}
