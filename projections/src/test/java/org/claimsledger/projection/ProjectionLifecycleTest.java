package org.claimsledger.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.claimsledger.projection.claims.ClaimsProjection;
import org.claimsledger.projection.registry.RegistryProjection;
import org.claimsledger.projection.run.CheckpointPolicy;
import org.claimsledger.projection.run.Projection;
import org.claimsledger.projection.run.ProjectionHealth;
import org.claimsledger.projection.table.TableDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Projections follow the log, stop, fail, and start again. */
class ProjectionLifecycleTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43})
    void manyRunsLeaveTheSameRowsAsOne(long seed) throws Exception {
        MemoryLog all = RandomDeskHistory.history(seed, 250);
        ReadModelFixture.of(all.atOnce(), folder.resolve("one")).close();

        MemoryLog log = all.upTo(0);
        Random random = new Random(seed);
        while (log.head() < all.head()) {
            log.catchUp(all, Math.min(all.head(), log.head() + random.nextInt(40)));
            ReadModels readModels = ReadModels.open(folder.resolve("many/projections"), log, ReadModelFixture.LEDGER);
            if (random.nextBoolean()) {
                ReadModelFixture.awaitCaughtUp(readModels, log);
            }
            readModels.close();
        }
        ReadModelFixture.of(log, folder.resolve("many")).close();

        assertThat(rows("many")).isEqualTo(rows("one"));
    }

    @Test
    void aBatchThatFailedHalfwayLeavesNothingAndIsAppliedOnceAtTheNextStart() throws Exception {
        MemoryLog log = RandomDeskHistory.history(44, 250);
        ReadModelFixture.of(log, folder.resolve("one")).close();

        Path file = folder.resolve("many/projections");
        List<Projection> failing =
                List.of(new RegistryProjection(), FailingProjection.after(100, new ClaimsProjection(log)));
        try (ReadModels readModels =
                ReadModels.open(file, log, ReadModelFixture.LEDGER, failing, CheckpointPolicy.DEFAULT)) {
            assertThat(readModels.awaitApplied(log.head(), ReadModelFixture.PATIENCE))
                    .isFalse();
        }
        ReadModelFixture.of(log, folder.resolve("many")).close();

        assertThat(rows("many")).isEqualTo(rows("one"));
    }

    @Test
    void aHandlerThatThrowsStopsItsProjectionAndShowsInHealthWhileTheOthersGoOn() throws Exception {
        MemoryLog all = RandomDeskHistory.history(45, 250);
        MemoryLog log = all.upTo(50);
        List<Projection> projections =
                List.of(new RegistryProjection(), FailingProjection.after(100, new ClaimsProjection(log)));
        try (ReadModels opened = ReadModels.open(
                folder.resolve("projections"), log, ReadModelFixture.LEDGER, projections, CheckpointPolicy.DEFAULT)) {
            ReadModelFixture.awaitCaughtUp(opened, log);
            log.catchUp(all, 250);
            assertThat(opened.awaitApplied(250, ReadModelFixture.PATIENCE)).isFalse();
            awaitOthers(opened, 250);

            assertThat(opened.applied()).isLessThan(100);
            assertThat(opened.health())
                    .extracting(ProjectionHealth::name, ProjectionHealth::running)
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
    void aReadingBeyondTheAppliedPositionIsRefused() throws Exception {
        MemoryLog log = RandomDeskHistory.history(46, 30);
        try (ReadModels readModels = ReadModelFixture.of(log, folder)) {
            assertThatThrownBy(() ->
                            readModels.asRecorded().claims().claim(RandomDeskHistory.CLAIMS.getFirst(), log.head() + 1))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aWaitEndsWhenTheEventIsApplied() throws Exception {
        MemoryLog all = RandomDeskHistory.history(47, 60);
        MemoryLog log = all.upTo(30);
        try (ReadModels readModels = ReadModelFixture.of(log, folder)) {
            assertThat(readModels.awaitApplied(31, Duration.ofMillis(1))).isFalse();
            Thread writer = Thread.ofVirtual().start(() -> log.catchUp(all, 60));
            assertThat(readModels.awaitApplied(60, ReadModelFixture.PATIENCE)).isTrue();
            writer.join();
        }
    }

    @Test
    void anInterruptedReaderHarmsNobodyElse() throws Exception {
        MemoryLog log = RandomDeskHistory.history(48, 200);
        try (ReadModels readModels = ReadModelFixture.of(log, folder)) {
            Thread reader = Thread.ofPlatform().start(() -> {
                Thread.currentThread().interrupt();
                for (long asOf = 0; asOf <= log.head(); asOf++) {
                    readModels.asRecorded().claims().claim(RandomDeskHistory.CLAIMS.getFirst(), asOf);
                }
            });
            reader.join();
            assertThat(readModels.asRecorded().claims().claim(RandomDeskHistory.CLAIMS.getFirst(), log.head()))
                    .isPresent();
        }
    }

    @Test
    void aLostFileIsRebuilt() throws Exception {
        assertIsRebuiltAfter(file -> Files.delete(TableDatabase.fileOnDisk(file)), 49);
    }

    @Test
    void aFileOfAnotherLedgerIsRebuilt() throws Exception {
        MemoryLog log = RandomDeskHistory.history(50, 100);
        ReadModelFixture.of(log, folder.resolve("one")).close();
        ReadModels foreign = ReadModels.open(folder.resolve("many/projections"), log, "01another");
        ReadModelFixture.awaitCaughtUp(foreign, log).close();
        assertIsRebuilt(log);
    }

    @Test
    void aFileAheadOfTheLogIsRebuilt() throws Exception {
        MemoryLog longer = RandomDeskHistory.history(51, 120);
        MemoryLog log = longer.upTo(100);
        ReadModelFixture.of(log, folder.resolve("one")).close();
        ReadModelFixture.of(longer, folder.resolve("many")).close();
        assertIsRebuilt(log);
    }

    @Test
    void aFileOfAnotherHistoryOfTheSameLedgerIsRebuilt() throws Exception {
        MemoryLog log = RandomDeskHistory.history(52, 100);
        ReadModelFixture.of(log, folder.resolve("one")).close();
        ReadModelFixture.of(RandomDeskHistory.history(53, 80), folder.resolve("many"))
                .close();
        assertIsRebuilt(log);
    }

    @Test
    void aFileOfAnotherSchemaVersionIsRebuilt() throws Exception {
        assertIsRebuiltAfter(file -> RawTableFiles.execute(file, "update standing set shape = shape + 1"), 54);
    }

    @Test
    void aFileWithoutOneOfItsTablesIsRebuilt() throws Exception {
        assertIsRebuiltAfter(file -> RawTableFiles.execute(file, "drop table claim_source"), 55);
    }

    @Test
    void aFileThatIsNoDatabaseIsRebuilt() throws Exception {
        List<String> lines =
                new Random(56).ints(100_000).mapToObj(Integer::toString).toList();
        assertIsRebuiltAfter(file -> Files.write(TableDatabase.fileOnDisk(file), lines), 56);
    }

    private static void awaitOthers(ReadModels readModels, long position) throws InterruptedException {
        for (int tries = 0; tries < 3_000; tries++) {
            if (readModels.health().stream().allMatch(it -> !it.running() || it.position() == position)) {
                return;
            }
            Thread.sleep(10);
        }
    }

    private interface Damage {
        void to(Path file) throws Exception;
    }

    private void assertIsRebuiltAfter(Damage damage, long seed) throws Exception {
        MemoryLog log = RandomDeskHistory.history(seed, 100);
        ReadModelFixture.of(log, folder.resolve("one")).close();
        ReadModelFixture.of(log, folder.resolve("many")).close();
        damage.to(RawTableFiles.of("claims", folder("many")));
        assertIsRebuilt(log);
    }

    private void assertIsRebuilt(MemoryLog log) throws Exception {
        ReadModelFixture.of(log, folder.resolve("many")).close();
        assertThat(rows("many")).isEqualTo(rows("one"));
    }

    private Path folder(String name) {
        return folder.resolve(name).resolve("projections");
    }

    private Map<String, List<String>> rows(String name) throws Exception {
        return RawTableFiles.rows(folder(name));
    }
}
