package org.claimsledger.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.claimsledger.name.Likeness;
import org.claimsledger.name.Name;
import org.claimsledger.projection.claims.BitemporalPoint;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.projection.claims.ClaimFilter;
import org.claimsledger.projection.search.Search.ClaimHit;
import org.claimsledger.projection.search.Search.SubjectHit;
import org.claimsledger.projection.table.Page;
import org.claimsledger.value.SubjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares searches in random histories with a scan of everything. */
class SearchListsTest {

    private static final List<String> QUERIES = List.of(
            "aliyev",
            "алиев",
            "LODZ",
            "strasse rue",
            " lange  sao",
            "protocole twenty",
            "twenty pro",
            "ali",
            "suicide",
            "rue rue",
            "р",
            "s",
            "prison",
            "title",
            "example.org");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {24, 21, 22, 23})
    void claimsAreFoundByTheirTextsAndTheNamesOfTheirSubjectsAtThePosition(long seed) throws Exception {
        MemoryLog log = RandomDeskHistory.history(seed, 250);
        Random random = new Random(seed);
        int listedInAll = 0;
        try (ReadModels readModels = SearchOracle.of(log, folder)) {
            for (int i = 0; i < 80; i++) {
                long asOf = random.nextLong(log.head() + 1);
                String q = QUERIES.get(random.nextInt(QUERIES.size()));
                List<String> listed = SearchOracle.claims(
                        readModels, q, ClaimFilter.ALL, BitemporalPoint.asOf(asOf), 1 + random.nextInt(5));
                assertThat(listed)
                        .as("%s as of %s", q, asOf)
                        .isEqualTo(new SearchOracle(new EventFoldOracle(log, asOf), q).claims());
                listedInAll += listed.size();
            }
        }
        assertThat(listedInAll).as("lists that are not all empty").isGreaterThan(40);
    }

    @ParameterizedTest
    @ValueSource(longs = {25, 26})
    void sourcesAreFoundByTheirTextsAtThePosition(long seed) throws Exception {
        MemoryLog log = RandomDeskHistory.history(seed, 250);
        Random random = new Random(seed);
        int listedInAll = 0;
        try (ReadModels readModels = SearchOracle.of(log, folder)) {
            for (int i = 0; i < 80; i++) {
                long asOf = random.nextLong(log.head() + 1);
                String q = QUERIES.get(random.nextInt(QUERIES.size()));
                List<String> listed = SearchOracle.sources(readModels, q, asOf, 1 + random.nextInt(5));
                assertThat(listed)
                        .as("%s as of %s", q, asOf)
                        .isEqualTo(new SearchOracle(new EventFoldOracle(log, asOf), q).sources());
                listedInAll += listed.size();
            }
        }
        assertThat(listedInAll).as("lists that are not all empty").isGreaterThan(30);
    }

    @ParameterizedTest
    @ValueSource(longs = {27, 28, 29})
    void everySubjectIsFoundByEachOfItsNamesUnderTheSubjectThatStandsForItAtThePosition(long seed) throws Exception {
        MemoryLog log = RandomDeskHistory.history(seed, 250);
        Random random = new Random(seed);
        try (ReadModels readModels = SearchOracle.of(log, folder)) {
            for (int i = 0; i < 15; i++) {
                EventFoldOracle fold = new EventFoldOracle(log, random.nextLong(log.head() + 1));
                for (SubjectId id : RandomDeskHistory.SUBJECTS) {
                    if (fold.subject(id) == null) {
                        continue;
                    }
                    for (String name : SearchOracle.names(fold.subject(id)).toList()) {
                        List<SubjectHit> hits = readModels
                                .asRecorded()
                                .search()
                                .subjects(name, null, fold.asOf(), 0, 50)
                                .items();
                        assertThat(hits).as("%s as of %s", name, fold.asOf()).anySatisfy(hit -> {
                            assertThat(hit.subject().subject().id()).isEqualTo(fold.keptFor(id));
                            assertThat(hit.match().score()).isEqualTo(1);
                        });
                        assertAgreeWithFold(hits, name, fold);
                    }
                }
            }
        }
    }

    /** Each subject once, the one that stands for it, the likest first, by a name that it has at the position. */
    private static void assertAgreeWithFold(List<SubjectHit> hits, String query, EventFoldOracle fold) {
        assertThat(hits).extracting(hit -> hit.subject().subject().id()).doesNotHaveDuplicates();
        double lastScore = 1;
        for (SubjectHit hit : hits) {
            SubjectId id = hit.subject().subject().id();
            assertThat(hit.subject().subject()).isEqualTo(fold.subject(id));
            assertThat(fold.keptFor(hit.match().subject())).isEqualTo(id);
            assertThat(SearchOracle.names(fold.subject(hit.match().subject())))
                    .contains(hit.match().name());
            assertThat(hit.match().score()).isBetween(Likeness.MATCH, lastScore);
            assertThat(hit.match().score())
                    .isGreaterThanOrEqualTo(
                            Likeness.ofQuery(Name.of(query), Name.of(hit.match().name()))
                                    .score());
            lastScore = hit.match().score();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32})
    void onlyClaimsThatAreReportedAtTheViewpointAreFound(long seed) throws Exception {
        MemoryLog log = RandomDeskHistory.history(seed, 250);
        Random random = new Random(seed);
        int unreported = 0;
        try (ReadModels readModels = SearchOracle.of(log, folder)) {
            for (int i = 0; i < 60; i++) {
                BitemporalPoint bitemporalPoint = new BitemporalPoint(
                        random.nextLong(log.head() + 1),
                        Instant.parse("200" + random.nextInt(10) + "-06-01T00:00:00Z"));
                List<ClaimAt> reported = ReadModelFixture.allPages(
                        after -> readModels.asRecorded().claims().page(ClaimFilter.ALL, bitemporalPoint, after, 50));
                List<ClaimHit> hits = ReadModelFixture.allPages(after ->
                        readModels.asRecorded().search().claims("a", ClaimFilter.ALL, bitemporalPoint, after, 3));
                assertThat(hits).extracting(ClaimHit::claim).allSatisfy(it -> assertThat(reported)
                        .contains(it));
                assertThat(hits).allSatisfy(hit -> assertThat(hit.fields()).isNotEmpty());
                unreported += SearchOracle.claims(
                                        readModels,
                                        "a",
                                        ClaimFilter.ALL,
                                        BitemporalPoint.asOf(bitemporalPoint.asOf()),
                                        50)
                                .size()
                        - hits.size();
            }
        }
        assertThat(unreported).isPositive();
    }

    @Test
    void aClaimHasToMatchBothFilterAndWords() throws Exception {
        MemoryLog log = RandomDeskHistory.history(33, 250);
        Random random = new Random(33);
        int expectedInAll = 0;
        try (ReadModels readModels = SearchOracle.of(log, folder)) {
            for (int i = 0; i < 80; i++) {
                BitemporalPoint bitemporalPoint = BitemporalPoint.asOf(random.nextLong(log.head() + 1));
                String q = QUERIES.get(random.nextInt(QUERIES.size()));
                ClaimFilter filter = ClaimListsTest.filter(random);
                List<String> filtered = ReadModelFixture.allPages(
                                after -> readModels.asRecorded().claims().page(filter, bitemporalPoint, after, 50))
                        .stream()
                        .map(it -> it.claim().id().value())
                        .toList();
                List<String> expected =
                        new ArrayList<>(SearchOracle.claims(readModels, q, ClaimFilter.ALL, bitemporalPoint, 50));
                expected.retainAll(Set.copyOf(filtered));
                assertThat(SearchOracle.claims(readModels, q, filter, bitemporalPoint, 1 + random.nextInt(4)))
                        .isEqualTo(expected);
                expectedInAll += expected.size();
            }
        }
        assertThat(expectedInAll).isGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(longs = {34, 35})
    void aListStaysTheSameWhileEventsCome(long seed) throws Exception {
        MemoryLog all = RandomDeskHistory.history(seed, 400);
        MemoryLog log = all.upTo(200);
        List<List<String>> expected = new ArrayList<>();
        try (ReadModels readModels = SearchOracle.of(log, folder)) {
            for (String q : QUERIES) {
                expected.add(SearchOracle.claims(readModels, q, ClaimFilter.ALL, BitemporalPoint.asOf(200), 50));
                expected.add(SearchOracle.subjects(readModels, q, 200, 50));
                expected.add(SearchOracle.sources(readModels, q, 200, 50));
            }
            Page<ClaimHit> first =
                    readModels.asRecorded().search().claims("rue", ClaimFilter.ALL, BitemporalPoint.asOf(200), 0, 2);
            log.catchUp(all, 400);
            SearchOracle.awaitCaughtUp(readModels, log);

            List<List<String>> lists = new ArrayList<>();
            for (String q : QUERIES) {
                lists.add(SearchOracle.claims(readModels, q, ClaimFilter.ALL, BitemporalPoint.asOf(200), 1));
                lists.add(SearchOracle.subjects(readModels, q, 200, 1));
                lists.add(SearchOracle.sources(readModels, q, 200, 1));
            }
            assertThat(lists).isEqualTo(expected);
            List<ClaimHit> paged = new ArrayList<>(first.items());
            paged.addAll(ReadModelFixture.allPages(next -> readModels
                    .asRecorded()
                    .search()
                    .claims("rue", ClaimFilter.ALL, BitemporalPoint.asOf(200), next == 0 ? first.next() : next, 2)));
            assertThat(paged)
                    .extracting(hit -> hit.claim().claim().id().value())
                    .isEqualTo(SearchOracle.claims(readModels, "rue", ClaimFilter.ALL, BitemporalPoint.asOf(200), 50));
        }
    }
}
