package org.claimsledger.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.claimsledger.projection.directory.DirectoryProjection;
import org.claimsledger.projection.run.Health;
import org.claimsledger.projection.run.Pace;
import org.claimsledger.projection.run.Projection;
import org.claimsledger.projection.table.Database;
import org.claimsledger.projection.versions.ClaimsProjection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How projections follow the log, stop, fail, and begin again. */
class RunningTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43})
    void manyRunsLeaveTheSameRowsAsOne(long seed) throws Exception {
        MemoryLog all = RandomDesk.history(seed, 250);
        Reading.of(all.atOnce(), folder.resolve("one")).close();

        MemoryLog log = all.upTo(0);
        Random random = new Random(seed);
        while (log.head() < all.head()) {
            log.catchUp(all, Math.min(all.head(), log.head() + random.nextInt(40)));
            Projections projections = Projections.open(folder.resolve("many/projections"), log, Reading.LEDGER);
            if (random.nextBoolean()) {
                Reading.caughtUp(projections, log);
            }
            projections.close();
        }
        Reading.of(log, folder.resolve("many")).close();

        assertThat(rows("many")).isEqualTo(rows("one"));
    }

    @Test
    void aBatchThatFailedHalfwayLeavesNothingAndIsAppliedOnceAtTheNextStart() throws Exception {
        MemoryLog log = RandomDesk.history(44, 250);
        Reading.of(log, folder.resolve("one")).close();

        Path file = folder.resolve("many/projections");
        List<Projection> failing = List.of(new DirectoryProjection(), Failing.after(100, new ClaimsProjection(log)));
        try (Projections projections = Projections.open(file, log, Reading.LEDGER, failing, Pace.USUAL)) {
            assertThat(projections.awaitApplied(log.head(), Reading.PATIENCE)).isFalse();
        }
        Reading.of(log, folder.resolve("many")).close();

        assertThat(rows("many")).isEqualTo(rows("one"));
    }

    @Test
    void aHandlerThatThrowsStopsItsProjectionAndShowsInHealthWhileTheOthersGoOn() throws Exception {
        MemoryLog all = RandomDesk.history(45, 250);
        MemoryLog log = all.upTo(50);
        List<Projection> projections =
                List.of(new DirectoryProjection(), Failing.after(100, new ClaimsProjection(log)));
        try (Projections opened =
                Projections.open(folder.resolve("projections"), log, Reading.LEDGER, projections, Pace.USUAL)) {
            Reading.caughtUp(opened, log);
            log.catchUp(all, 250);
            assertThat(opened.awaitApplied(250, Reading.PATIENCE)).isFalse();
            awaitOthers(opened, 250);

            assertThat(opened.applied()).isLessThan(100);
            assertThat(opened.health())
                    .extracting(Health::name, Health::running)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple("directory", true),
                            org.assertj.core.groups.Tuple.tuple("claims", false),
                            org.assertj.core.groups.Tuple.tuple("search", true));
            assertThat(opened.health())
                    .filteredOn(it -> !it.running())
                    .singleElement()
                    .satisfies(it -> {
                        assertThat(it.lastError()).contains("no more after 100");
                        assertThat(it.position()).isEqualTo(opened.applied());
                        assertThat(it.lag()).isEqualTo(250 - opened.applied());
                    });
        }
    }

    @Test
    void aReadingBeyondWhatIsAppliedIsRefused() throws Exception {
        MemoryLog log = RandomDesk.history(46, 30);
        try (Projections projections = Reading.of(log, folder)) {
            assertThatThrownBy(() -> projections.claims().claim(RandomDesk.CLAIMS.getFirst(), log.head() + 1))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void whoeverWaitsIsWokenWhenTheEventIsApplied() throws Exception {
        MemoryLog all = RandomDesk.history(47, 60);
        MemoryLog log = all.upTo(30);
        try (Projections projections = Reading.of(log, folder)) {
            assertThat(projections.awaitApplied(31, Duration.ofMillis(1))).isFalse();
            Thread writer = Thread.ofVirtual().start(() -> log.catchUp(all, 60));
            assertThat(projections.awaitApplied(60, Reading.PATIENCE)).isTrue();
            writer.join();
        }
    }

    @Test
    void anInterruptedReaderHarmsNobodyElse() throws Exception {
        MemoryLog log = RandomDesk.history(48, 200);
        try (Projections projections = Reading.of(log, folder)) {
            Thread reader = Thread.ofPlatform().start(() -> {
                Thread.currentThread().interrupt();
                for (long asOf = 0; asOf <= log.head(); asOf++) {
                    projections.claims().claim(RandomDesk.CLAIMS.getFirst(), asOf);
                }
            });
            reader.join();
            assertThat(projections.claims().claim(RandomDesk.CLAIMS.getFirst(), log.head()))
                    .isPresent();
        }
    }

    @Test
    void aLostFileIsMadeAnew() throws Exception {
        MemoryLog log = RandomDesk.history(49, 100);
        Reading.of(log, folder.resolve("one")).close();
        Reading.of(log, folder.resolve("many")).close();
        Files.delete(Database.onDisk(TableFiles.of("claims", folder("many"))));
        assertIsMadeAnew(log);
    }

    @Test
    void aFileOfAnotherLedgerIsMadeAnew() throws Exception {
        MemoryLog log = RandomDesk.history(50, 100);
        Reading.of(log, folder.resolve("one")).close();
        Projections foreign = Projections.open(folder.resolve("many/projections"), log, "01another");
        Reading.caughtUp(foreign, log).close();
        assertIsMadeAnew(log);
    }

    @Test
    void aFileThatIsAheadOfTheLogIsMadeAnew() throws Exception {
        MemoryLog longer = RandomDesk.history(51, 120);
        MemoryLog log = longer.upTo(100);
        Reading.of(log, folder.resolve("one")).close();
        Reading.of(longer, folder.resolve("many")).close();
        assertIsMadeAnew(log);
    }

    @Test
    void aFileThatHasSeenAnotherHistoryOfTheSameLedgerIsMadeAnew() throws Exception {
        MemoryLog log = RandomDesk.history(52, 100);
        Reading.of(log, folder.resolve("one")).close();
        Reading.of(RandomDesk.history(53, 80), folder.resolve("many")).close();
        assertIsMadeAnew(log);
    }

    @Test
    void aFileOfAnotherShapeIsMadeAnew() throws Exception {
        MemoryLog log = RandomDesk.history(54, 100);
        Reading.of(log, folder.resolve("one")).close();
        Reading.of(log, folder.resolve("many")).close();
        TableFiles.execute(TableFiles.of("claims", folder("many")), "update standing set shape = shape + 1");
        assertIsMadeAnew(log);
    }

    @Test
    void aFileWithoutItsTablesIsMadeAnew() throws Exception {
        MemoryLog log = RandomDesk.history(55, 100);
        Reading.of(log, folder.resolve("one")).close();
        Reading.of(log, folder.resolve("many")).close();
        TableFiles.execute(TableFiles.of("claims", folder("many")), "drop table claim_source");
        assertIsMadeAnew(log);
    }

    @Test
    void aFileThatIsNoDatabaseIsMadeAnew() throws Exception {
        MemoryLog log = RandomDesk.history(56, 100);
        Reading.of(log, folder.resolve("one")).close();
        Reading.of(log, folder.resolve("many")).close();
        Files.write(
                Database.onDisk(TableFiles.of("claims", folder("many"))),
                new Random(56).ints(100_000).mapToObj(Integer::toString).toList());
        assertIsMadeAnew(log);
    }

    private static void awaitOthers(Projections projections, long position) throws InterruptedException {
        for (int tries = 0; tries < 3_000; tries++) {
            if (projections.health().stream().allMatch(it -> !it.running() || it.position() == position)) {
                return;
            }
            Thread.sleep(10);
        }
    }

    private void assertIsMadeAnew(MemoryLog log) throws Exception {
        Reading.of(log, folder.resolve("many")).close();
        assertThat(rows("many")).isEqualTo(rows("one"));
    }

    private Path folder(String name) {
        return folder.resolve(name).resolve("projections");
    }

    private Map<String, List<String>> rows(String name) throws Exception {
        return TableFiles.rows(folder(name));
    }
}
