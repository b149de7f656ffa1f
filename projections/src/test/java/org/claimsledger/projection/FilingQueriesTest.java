package org.claimsledger.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.claim.Review;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.ClaimEvent.ClaimAsserted;
import org.claimsledger.event.ClaimEvent.ClaimReviewed;
import org.claimsledger.event.ClaimEvent.EvidenceAttached;
import org.claimsledger.event.Provenance;
import org.claimsledger.history.CompleteHistory;
import org.claimsledger.projection.claims.BitemporalPoint;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.projection.claims.FilingQueries;
import org.claimsledger.projection.claims.FilingQueries.FilingAt;
import org.claimsledger.projection.claims.FilingQueries.FilingFilter;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.SubjectId;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares lists of waiting filings with a scan of all events. */
class FilingQueriesTest {

    @TempDir
    Path folder;

    private record ExpectedFiling(long position, ClaimId claim, EvidenceId evidence, Provenance provenance) {}

    @ParameterizedTest
    @ValueSource(longs = {91, 92, 93, 94})
    void theListHoldsTheFilingsThatWaitedAndWereReportedAtTheViewpointInTheOrderOfFiling(long seed) throws Exception {
        MemoryLog log = RandomDeskHistory.history(seed, 260);
        Random random = new Random(seed);
        int listedInAll = 0;
        try (ReadModels readModels = ReadModelFixture.of(log, folder)) {
            FilingQueries filingQueries = readModels.asRecorded().filings();
            for (int i = 0; i < 120; i++) {
                long asOf = random.nextBoolean() ? log.head() : random.nextLong(log.head() + 1);
                Instant publishedBy = random.nextBoolean() ? null : instant(log, random);
                FilingFilter filter = filter(log, random);
                int limit = 1 + random.nextInt(4);

                List<ExpectedFiling> listed = new ArrayList<>();
                for (FilingAt filing : ReadModelFixture.allPages(
                        after -> filingQueries.page(filter, new BitemporalPoint(asOf, publishedBy), after, limit))) {
                    listed.add(new ExpectedFiling(
                            filing.position(), filing.claim().claim().id(), filing.evidence(), filing.provenance()));
                    assertThat(filing.filedAt())
                            .isEqualTo(log.recordedAt(filing.position()).orElseThrow());
                }

                assertThat(listed)
                        .as("%s as of %s by %s", filter, asOf, publishedBy)
                        .isEqualTo(scan(log, asOf, publishedBy, filter));
                listedInAll += listed.size();
            }
        }
        assertThat(listedInAll).as("lists that are not all empty").isGreaterThan(50);
    }

    @ParameterizedTest
    @ValueSource(longs = {95, 96})
    void aClaimKeepsActorAndRequestOfItsProposalsAfterDecisionsOnThem(long seed) throws Exception {
        MemoryLog log = RandomDeskHistory.history(seed, 260);
        try (ReadModels readModels = ReadModelFixture.of(log, folder)) {
            for (ClaimId id : RandomDeskHistory.CLAIMS) {
                Map<Long, Provenance> proposals = new HashMap<>();
                for (long position = 1; position <= log.head(); position++) {
                    if (isProposed(log.at(position))
                            && ((ClaimEvent) log.at(position)).claim().equals(id)) {
                        proposals.put(position, log.provenance(position));
                    }
                }
                assertThat(readModels
                                .asRecorded()
                                .claims()
                                .claim(id, log.head())
                                .map(ClaimAt::filings)
                                .orElse(Map.of()))
                        .isEqualTo(proposals);
            }
        }
    }

    private static List<ExpectedFiling> scan(MemoryLog log, long asOf, Instant publishedBy, FilingFilter filter) {
        CompleteHistory history = BestKnownAnswersTest.completeHistory(log, asOf);
        EventFoldOracle fold = new EventFoldOracle(log, asOf);
        List<ExpectedFiling> expected = new ArrayList<>();
        for (long position = 1; position <= asOf; position++) {
            if (!isProposed(log.at(position))) {
                continue;
            }
            ClaimId claim = ((ClaimEvent) log.at(position)).claim();
            EvidenceId evidence = evidence(log.at(position));
            Provenance provenance = log.provenance(position);
            SubjectId subject = fold.claim(claim).content().subject();
            if (!isDecided(log, claim, evidence, asOf)
                    && isShown(history, claim, evidence, publishedBy)
                    && (filter.batch() == null || filter.batch().equals(provenance.request()))
                    && (filter.actor() == null || filter.actor().equals(provenance.actor()))
                    && (filter.subject() == null
                            || fold.keptFor(filter.subject()).equals(fold.keptFor(subject)))) {
                expected.add(new ExpectedFiling(position, claim, evidence, provenance));
            }
        }
        return expected;
    }

    private static boolean isProposed(Object event) {
        return event instanceof ClaimAsserted asserted && asserted.proposed()
                || event instanceof EvidenceAttached attached && attached.proposed();
    }

    private static EvidenceId evidence(Object event) {
        return event instanceof ClaimAsserted asserted ? asserted.evidence() : ((EvidenceAttached) event).evidence();
    }

    private static boolean isDecided(MemoryLog log, ClaimId claim, EvidenceId evidence, long asOf) {
        for (long position = 1; position <= asOf; position++) {
            if (log.at(position) instanceof ClaimReviewed reviewed
                    && reviewed.claim().equals(claim)
                    && reviewed.evidence().contains(evidence)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isShown(CompleteHistory history, ClaimId claim, EvidenceId evidence, Instant publishedBy) {
        ClaimState state = history.history(claim).at(publishedBy == null ? Instant.MAX : publishedBy);
        return state != null
                && state.evidence().stream()
                        .anyMatch(it -> it.id().equals(evidence)
                                && it.review() != null
                                && it.review().state() == Review.ReviewState.PROPOSED);
    }

    private static FilingFilter filter(MemoryLog log, Random random) {
        return new FilingFilter(
                random.nextInt(6) == 0
                        ? log.provenance(1 + random.nextLong(log.head())).request()
                        : null,
                random.nextInt(3) == 0 ? "actor-" + random.nextInt(3) : null,
                random.nextInt(3) == 0
                        ? RandomDeskHistory.SUBJECTS.get(random.nextInt(RandomDeskHistory.SUBJECTS.size()))
                        : null);
    }

    private static Instant instant(MemoryLog log, Random random) {
        return random.nextBoolean()
                ? log.recordedAt(1 + random.nextLong(log.head())).orElseThrow()
                : Instant.parse("2005-01-01T00:00:00Z").plus(random.nextInt(3_000), ChronoUnit.DAYS);
    }
}
