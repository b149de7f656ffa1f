package org.claimsledger.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.claimsledger.bestknown.Chronicle;
import org.claimsledger.bestknown.Status;
import org.claimsledger.claim.Claim;
import org.claimsledger.claim.Verdict;
import org.claimsledger.projection.table.Page;
import org.claimsledger.projection.versions.ClaimAt;
import org.claimsledger.projection.versions.ClaimFilter;
import org.claimsledger.projection.versions.Moment;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.SubjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of claims, held against a scan of everything. */
class ClaimListsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void aListHoldsWhateverMeetsItsFilterThenAndInTheOrderOfAssertion(long seed) throws Exception {
        MemoryLog log = RandomDesk.history(seed, 220);
        Random random = new Random(seed);
        int found = 0;
        try (Projections projections = Reading.of(log, folder)) {
            for (int i = 0; i < 250; i++) {
                long asOf = random.nextLong(log.head() + 1);
                int limit = 1 + random.nextInt(5);
                ClaimFilter filter = filter(random);
                List<ClaimId> listed =
                        Reading.all(after -> projections.claims().page(filter, Moment.asOf(asOf), after, limit))
                                .stream()
                                .map(it -> it.claim().id())
                                .toList();
                assertThat(listed).as("%s as of %s", filter, asOf).isEqualTo(scan(new PlainFold(log, asOf), filter));
                found += listed.size();
            }
        }
        assertThat(found).as("lists that are not all empty").isGreaterThan(100);
    }

    @Test
    void aCursorStaysFixedToItsPositionWhileTheLedgerGoesOn() throws Exception {
        MemoryLog all = RandomDesk.history(15, 300);
        MemoryLog log = all.upTo(100);
        try (Projections projections = Reading.of(log, folder)) {
            List<ClaimId> before = scan(new PlainFold(all, 100), ClaimFilter.ALL);
            Page<ClaimAt> first = projections.claims().page(ClaimFilter.ALL, Moment.asOf(100), 0, 2);
            log.catchUp(all, 300);
            Reading.caughtUp(projections, log);

            List<ClaimAt> listed = new ArrayList<>(first.items());
            listed.addAll(Reading.all(after -> projections
                    .claims()
                    .page(ClaimFilter.ALL, Moment.asOf(100), after == 0 ? first.next() : after, 2)));

            assertThat(listed).extracting(it -> it.claim().id()).isEqualTo(before);
            assertThat(listed).allSatisfy(it -> assertThat(it.claim())
                    .isEqualTo(new PlainFold(all, 100).claim(it.claim().id())));
        }
    }

    static ClaimFilter filter(Random random) {
        Set<SubjectId> subjects = random.nextInt(3) == 0 ? Set.of(any(RandomDesk.SUBJECTS, random)) : Set.of();
        if (random.nextInt(8) == 0) {
            subjects = Set.of(RandomDesk.SUBJECTS.get(0), RandomDesk.SUBJECTS.get(1));
        }
        return new ClaimFilter(
                subjects,
                random.nextInt(4) == 0 ? any(RandomDesk.PREDICATES, random) : null,
                random.nextInt(4) == 0 ? any(RandomDesk.SOURCES, random) : null,
                random.nextInt(3) == 0 ? any(List.of(Verdict.values()), random) : null,
                random.nextInt(4) == 0 ? any(List.of(Status.values()), random) : null);
    }

    private static <T> T any(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static List<ClaimId> scan(PlainFold fold, ClaimFilter filter) {
        return fold.claims().stream()
                .filter(id -> meets(fold, fold.claim(id), filter))
                .toList();
    }

    private static boolean meets(PlainFold fold, Claim claim, ClaimFilter filter) {
        SubjectId kept = fold.kept(claim.content().subject());
        return (filter.subjects().isEmpty()
                        || filter.subjects().stream()
                                .anyMatch(it -> fold.kept(it).equals(kept)))
                && (filter.predicate() == null
                        || filter.predicate().equals(claim.content().predicate()))
                && (filter.source() == null || fold.named(claim.id()).contains(filter.source()))
                && (filter.verdict() == null || filter.verdict() == claim.verdict())
                && (filter.status() == null || filter.status() == status(fold, claim.id()));
    }

    private static Status status(PlainFold fold, ClaimId claim) {
        Chronicle chronicle = new Chronicle();
        for (long position = 1; position <= fold.asOf(); position++) {
            chronicle.add(
                    position,
                    fold.log().recordedAt(position).orElseThrow(),
                    fold.log().at(position));
        }
        return chronicle.history(claim).latest().status();
    }
}
