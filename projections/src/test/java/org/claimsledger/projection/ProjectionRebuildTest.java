package org.claimsledger.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.claimsledger.claim.Claim;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.projection.claims.ClaimsProjection;
import org.claimsledger.projection.registry.RegistryProjection;
import org.claimsledger.projection.run.CheckpointPolicy;
import org.claimsledger.projection.run.EventBatches;
import org.claimsledger.projection.run.Projection;
import org.claimsledger.projection.run.ProjectionHealth;
import org.claimsledger.projection.run.ProjectionManager;
import org.claimsledger.projection.run.RebuildRefused;
import org.claimsledger.projection.run.RebuildRefused.Reason;
import org.claimsledger.projection.run.TableProjections;
import org.claimsledger.value.ClaimId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables are rebuilt while they are read and written. */
class ProjectionRebuildTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {71, 72, 73, 74, 75, 76})
    void rebuiltTablesHaveTheSameRowsAsTheLiveOnes(long seed) throws Exception {
        MemoryLog all = RandomDeskHistory.history(seed, 350);
        MemoryLog log = all.upTo(0);
        Map<String, List<String>> live;
        try (ReadModels readModels = open(log)) {
            log.catchUp(all, 350);
            ReadModelFixture.awaitCaughtUp(readModels, log);
        }
        live = RawTableFiles.rows(folder);

        try (ReadModels readModels = open(log.atOnce())) {
            readModels.rebuild("claims");
            readModels.rebuild("directory");
            readModels.rebuild("search");
            ReadModelFixture.awaitRebuilt(readModels);
            assertThat(readModels.health())
                    .extracting(ProjectionHealth::generation)
                    .containsOnly(2);
        }

        assertThat(RawTableFiles.rows(folder)).isEqualTo(live);
    }

    @ParameterizedTest
    @ValueSource(longs = {81, 82, 83})
    void readingsGiveTheSameAnswersWhileEventsComeAndTablesAreSwapped(long seed) throws Exception {
        MemoryLog all = RandomDeskHistory.history(seed, 500);
        MemoryLog log = all.upTo(100);
        AtomicBoolean over = new AtomicBoolean();
        try (ReadModels readModels = open(log);
                ExecutorService threads = Executors.newCachedThreadPool()) {
            ReadModelFixture.awaitCaughtUp(readModels, log);
            List<Future<?>> tasks = new ArrayList<>();
            tasks.add(threads.submit(() -> {
                for (long head = 101; head <= 500; head++) {
                    log.catchUp(all, head);
                    Thread.onSpinWait();
                }
            }));
            for (int reader = 0; reader < 2; reader++) {
                Random random = new Random(seed + reader);
                tasks.add(threads.submit(() -> {
                    while (!over.get()) {
                        assertReadsAsFolded(readModels, log, random);
                    }
                }));
            }
            try {
                for (int round = 0; round < 4; round++) {
                    readModels.rebuild("claims");
                    readModels.rebuild("directory");
                    readModels.rebuild("search");
                    ReadModelFixture.awaitRebuilt(readModels);
                }
                ReadModelFixture.awaitCaughtUp(readModels, all);
            } finally {
                over.set(true);
            }
            for (Future<?> each : tasks) {
                each.get();
            }
            assertThat(readModels.health())
                    .extracting(ProjectionHealth::generation)
                    .containsOnly(5);
            assertThat(readModels.health())
                    .extracting(ProjectionHealth::rebuildError)
                    .containsOnlyNulls();
        }
        Map<String, List<String>> rebuilt = RawTableFiles.rows(folder);
        Path fresh = folder.resolve("fresh");
        ReadModelFixture.of(all.atOnce(), fresh).close();
        assertThat(rebuilt).isEqualTo(RawTableFiles.rows(fresh.resolve("projections")));
    }

    @Test
    void aReadingEndsInTheTablesInWhichItBegan() throws Exception {
        MemoryLog log = RandomDeskHistory.history(84, 60);
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (TableProjections tableProjections = TableProjections.open(
                        folder,
                        log,
                        new EventBatches(log),
                        ReadModelFixture.LEDGER,
                        List.of(new ClaimsProjection(log)),
                        CheckpointPolicy.DEFAULT);
                ExecutorService threads = Executors.newSingleThreadExecutor()) {
            tableProjections.managers().forEach(ProjectionManager::start);
            assertThat(tableProjections.progress().awaitApplied(60, ReadModelFixture.PATIENCE))
                    .isTrue();
            Future<Long> reading =
                    threads.submit(() -> tableProjections.tables("claims").read(tableSession -> {
                        began.countDown();
                        try {
                            go.await();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                        try (var row = tableSession
                                .prepare("select count(*) from claim")
                                .executeQuery()) {
                            row.next();
                            return row.getLong(1);
                        }
                    }));
            began.await();
            tableProjections.rebuild("claims");
            while (tableProjections.health().getFirst().generation() == 1) {
                Thread.onSpinWait();
            }
            go.countDown();
            assertThat(reading.get()).isPositive();
        }
    }

    @Test
    void aRebuildKilledHalfWayLeavesTheLiveTablesAndIsDeletedAtTheNextStart() throws Exception {
        MemoryLog log = RandomDeskHistory.history(85, 200);
        ReadModelFixture.of(log, folder.resolve("kept")).close();
        Path kept = folder.resolve("kept/projections");
        Map<String, List<String>> live = RawTableFiles.rows(kept);
        Path copy = folder.resolve("killed");
        PausingProjection claims = PausingProjection.of(new ClaimsProjection(log));
        try (ReadModels readModels = open(kept, log, new RegistryProjection(), claims)) {
            readModels.rebuild("claims");
            claims.paused().await();
            assertThat(RawTableFiles.in(kept)).hasSize(3);
            RawTableFiles.copy(kept, copy);
            claims.resume().countDown();
        }

        ReadModelFixture.awaitCaughtUp(ReadModels.open(copy, log, ReadModelFixture.LEDGER), log)
                .close();

        assertThat(RawTableFiles.rows(copy)).isEqualTo(live);
        try (Stream<Path> files = Files.list(copy)) {
            assertThat(files).hasSize(6);
        }
    }

    @Test
    void aStopEndsARebuildAndTheLiveTablesStayAsTheyAre() throws Exception {
        MemoryLog log = RandomDeskHistory.history(86, 200);
        ReadModelFixture.of(log, folder.resolve("kept")).close();
        Path kept = folder.resolve("kept/projections");
        Map<String, List<String>> live = RawTableFiles.rows(kept);
        PausingProjection claims = PausingProjection.of(new ClaimsProjection(log));
        ReadModels readModels = open(kept, log, new RegistryProjection(), claims);
        readModels.rebuild("claims");
        claims.paused().await();
        Thread stop = Thread.ofPlatform().start(readModels::close);
        claims.resume().countDown();
        stop.join();
        assertThat(RawTableFiles.rows(kept)).isEqualTo(live);
    }

    @Test
    void aSecondRebuildAtTheSameTimeAndOneOfAnUnknownProjectionAreRefused() throws Exception {
        MemoryLog log = RandomDeskHistory.history(87, 100);
        ReadModelFixture.of(log, folder.resolve("kept")).close();
        PausingProjection claims = PausingProjection.of(new ClaimsProjection(log));
        try (ReadModels readModels = open(folder.resolve("kept/projections"), log, new RegistryProjection(), claims)) {
            readModels.rebuild("claims");
            claims.paused().await();
            try {
                assertThat(health(readModels, "claims").rebuild()).isNotNull();
                assertThat(Objects.requireNonNull(health(readModels, "claims").rebuild())
                                .total())
                        .isEqualTo(100);

                assertThatThrownBy(() -> readModels.rebuild("claims"))
                        .isInstanceOfSatisfying(
                                RebuildRefused.class, it -> assertThat(it.reason()).isEqualTo(Reason.RUNNING));
                assertThatThrownBy(() -> readModels.rebuild("nothing"))
                        .isInstanceOfSatisfying(
                                RebuildRefused.class, it -> assertThat(it.reason()).isEqualTo(Reason.UNKNOWN));
            } finally {
                claims.resume().countDown();
            }
            ReadModelFixture.awaitRebuilt(readModels);
            readModels.rebuild("claims");
            ReadModelFixture.awaitRebuilt(readModels);
        }
    }

    @Test
    void aRebuildThatFailsSaysWhyAndLeavesTheLiveTables() throws Exception {
        MemoryLog log = RandomDeskHistory.history(88, 100);
        ReadModelFixture.of(log, folder.resolve("kept")).close();
        AtomicBoolean fails = new AtomicBoolean(true);
        FailingProjection claims = new FailingProjection(new ClaimsProjection(log), 50, fails::get);
        try (ReadModels readModels = open(folder.resolve("kept/projections"), log, new RegistryProjection(), claims)) {
            readModels.rebuild("claims");
            ReadModelFixture.awaitRebuilt(readModels);

            ProjectionHealth after = health(readModels, "claims");
            assertThat(after.rebuildError()).contains("no more after 50");
            assertThat(after.running()).isTrue();
            assertThat(after.generation()).isEqualTo(1);
            assertThat(readModels.asRecorded().claims().claim(RandomDeskHistory.CLAIMS.getFirst(), 100))
                    .isPresent();

            fails.set(false);
            readModels.rebuild("claims");
            ReadModelFixture.awaitRebuilt(readModels);
            assertThat(health(readModels, "claims").rebuildError()).isNull();
        }
    }

    @Test
    void aRebuildRepairsAStoppedProjection() throws Exception {
        MemoryLog all = RandomDeskHistory.history(89, 200);
        MemoryLog log = all.upTo(50);
        AtomicBoolean fails = new AtomicBoolean(true);
        FailingProjection claims = new FailingProjection(new ClaimsProjection(log), 100, fails::get);
        try (ReadModels readModels = open(folder, log, new RegistryProjection(), claims)) {
            ReadModelFixture.awaitCaughtUp(readModels, log);
            log.catchUp(all, 200);
            assertThat(readModels.awaitApplied(200, ReadModelFixture.PATIENCE)).isFalse();
            assertThat(health(readModels, "claims").running()).isFalse();

            fails.set(false);
            readModels.rebuild("claims");
            ReadModelFixture.awaitCaughtUp(ReadModelFixture.awaitRebuilt(readModels), log);

            assertThat(health(readModels, "claims").running()).isTrue();
        }
    }

    private static void assertReadsAsFolded(ReadModels readModels, MemoryLog log, Random random) {
        long asOf = random.nextLong(readModels.applied() + 1);
        ClaimId id = RandomDeskHistory.CLAIMS.get(random.nextInt(RandomDeskHistory.CLAIMS.size()));
        Claim read = readModels
                .asRecorded()
                .claims()
                .claim(id, asOf)
                .map(ClaimAt::claim)
                .orElse(null);
        assertThat(read).isEqualTo(new EventFoldOracle(log, asOf).claim(id));
    }

    private static ProjectionHealth health(ReadModels readModels, String name) {
        return readModels.health().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private ReadModels open(MemoryLog log) {
        return open(folder, log, new RegistryProjection(), new ClaimsProjection(log));
    }

    private static ReadModels open(Path folder, MemoryLog log, Projection... projections) {
        return ReadModels.open(folder, log, ReadModelFixture.LEDGER, List.of(projections), CheckpointPolicy.DEFAULT);
    }
}
