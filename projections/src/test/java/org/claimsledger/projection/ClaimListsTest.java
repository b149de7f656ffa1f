package org.claimsledger.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.claimsledger.bestknown.ClaimStatus;
import org.claimsledger.claim.Claim;
import org.claimsledger.event.Verdict;
import org.claimsledger.projection.claims.BitemporalPoint;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.projection.claims.ClaimFilter;
import org.claimsledger.projection.table.Page;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.SubjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares lists of claims with a scan of all claims. */
class ClaimListsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void aListHoldsTheClaimsThatMeetItsFilterAtThePositionInTheOrderOfAssertion(long seed) throws Exception {
        MemoryLog log = RandomDeskHistory.history(seed, 220);
        Random random = new Random(seed);
        int listedInAll = 0;
        try (ReadModels readModels = ReadModelFixture.of(log, folder)) {
            for (int i = 0; i < 250; i++) {
                long asOf = random.nextLong(log.head() + 1);
                int limit = 1 + random.nextInt(5);
                ClaimFilter filter = filter(random);
                List<ClaimId> listed = ReadModelFixture.allPages(after ->
                                readModels.asRecorded().claims().page(filter, BitemporalPoint.asOf(asOf), after, limit))
                        .stream()
                        .map(it -> it.claim().id())
                        .toList();
                assertThat(listed)
                        .as("%s as of %s", filter, asOf)
                        .isEqualTo(scan(new EventFoldOracle(log, asOf), filter));
                listedInAll += listed.size();
            }
        }
        assertThat(listedInAll).as("lists that are not all empty").isGreaterThan(100);
    }

    @Test
    void aCursorStaysFixedToItsPositionWhileEventsCome() throws Exception {
        MemoryLog all = RandomDeskHistory.history(15, 300);
        MemoryLog log = all.upTo(100);
        try (ReadModels readModels = ReadModelFixture.of(log, folder)) {
            List<ClaimId> expected = scan(new EventFoldOracle(all, 100), ClaimFilter.ALL);
            Page<ClaimAt> first =
                    readModels.asRecorded().claims().page(ClaimFilter.ALL, BitemporalPoint.asOf(100), 0, 2);
            log.catchUp(all, 300);
            ReadModelFixture.awaitCaughtUp(readModels, log);

            List<ClaimAt> listed = new ArrayList<>(first.items());
            listed.addAll(ReadModelFixture.allPages(after -> readModels
                    .asRecorded()
                    .claims()
                    .page(ClaimFilter.ALL, BitemporalPoint.asOf(100), after == 0 ? first.next() : after, 2)));

            assertThat(listed).extracting(it -> it.claim().id()).isEqualTo(expected);
            assertThat(listed).allSatisfy(it -> assertThat(it.claim())
                    .isEqualTo(new EventFoldOracle(all, 100).claim(it.claim().id())));
        }
    }

    static ClaimFilter filter(Random random) {
        Set<SubjectId> subjects = random.nextInt(3) == 0 ? Set.of(any(RandomDeskHistory.SUBJECTS, random)) : Set.of();
        if (random.nextInt(8) == 0) {
            subjects = Set.of(RandomDeskHistory.SUBJECTS.get(0), RandomDeskHistory.SUBJECTS.get(1));
        }
        return new ClaimFilter(
                subjects,
                random.nextInt(4) == 0 ? any(RandomDeskHistory.PREDICATES, random) : null,
                random.nextInt(4) == 0 ? any(RandomDeskHistory.SOURCES, random) : null,
                random.nextInt(3) == 0 ? any(List.of(Verdict.values()), random) : null,
                random.nextInt(4) == 0 ? any(List.of(ClaimStatus.values()), random) : null);
    }

    private static <T> T any(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    private static List<ClaimId> scan(EventFoldOracle fold, ClaimFilter filter) {
        return fold.claims().stream()
                .filter(id -> meets(fold, fold.claim(id), filter))
                .toList();
    }

    private static boolean meets(EventFoldOracle fold, Claim claim, ClaimFilter filter) {
        SubjectId kept = fold.keptFor(claim.content().subject());
        return (filter.subjects().isEmpty()
                        || filter.subjects().stream()
                                .anyMatch(it -> fold.keptFor(it).equals(kept)))
                && (filter.predicate() == null
                        || filter.predicate().equals(claim.content().predicate()))
                && (filter.source() == null || fold.citedSources(claim.id()).contains(filter.source()))
                && (filter.verdict() == null || filter.verdict() == claim.verdict())
                && (filter.status() == null || filter.status() == status(fold, claim.id()));
    }

    private static ClaimStatus status(EventFoldOracle fold, ClaimId claim) {
        return BestKnownAnswersTest.completeHistory(fold.log(), fold.asOf())
                .history(claim)
                .latest()
                .status();
    }
}
