package org.claimsledger.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
import org.claimsledger.projection.directory.DirectoryProjection;
import org.claimsledger.projection.run.Feed;
import org.claimsledger.projection.run.Health;
import org.claimsledger.projection.run.Pace;
import org.claimsledger.projection.run.Projection;
import org.claimsledger.projection.run.RebuildRefused;
import org.claimsledger.projection.run.RebuildRefused.Reason;
import org.claimsledger.projection.run.Runners;
import org.claimsledger.projection.versions.ClaimAt;
import org.claimsledger.projection.versions.ClaimsProjection;
import org.claimsledger.value.ClaimId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that are made anew while they are read and written. */
class RebuildTest {

    /** Few events at once, so that short histories also make many parts. */
    private static final Pace PARTED = new Pace(20_000, Duration.ofSeconds(3), 40);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {71, 72, 73, 74, 75, 76})
    void rebuiltTablesAreTheLiveOnesRowForRow(long seed) throws Exception {
        MemoryLog all = RandomDesk.history(seed, 350);
        MemoryLog log = all.upTo(0);
        Map<String, List<String>> live;
        try (Projections projections = open(log)) {
            log.catchUp(all, 350);
            Reading.caughtUp(projections, log);
        }
        live = TableFiles.rows(folder);

        try (Projections projections = open(log)) {
            projections.rebuild("claims");
            projections.rebuild("directory");
            projections.rebuild("search");
            Reading.rebuilt(projections);
            assertThat(projections.health()).extracting(Health::generation).containsOnly(2);
        }

        assertThat(TableFiles.rows(folder)).isEqualTo(live);
    }

    @ParameterizedTest
    @ValueSource(longs = {81, 82, 83})
    void readingsGiveTheSameAnswersWhileEventsComeAndTablesAreSwapped(long seed) throws Exception {
        MemoryLog all = RandomDesk.history(seed, 500);
        MemoryLog log = all.upTo(100);
        AtomicBoolean over = new AtomicBoolean();
        try (Projections projections = open(log);
                ExecutorService threads = Executors.newCachedThreadPool()) {
            Reading.caughtUp(projections, log);
            List<Future<?>> others = new ArrayList<>();
            others.add(threads.submit(() -> {
                for (long head = 101; head <= 500; head++) {
                    log.catchUp(all, head);
                    Thread.onSpinWait();
                }
            }));
            for (int reader = 0; reader < 2; reader++) {
                Random random = new Random(seed + reader);
                others.add(threads.submit(() -> {
                    while (!over.get()) {
                        assertReadsAsFolded(projections, log, random);
                    }
                }));
            }
            for (int round = 0; round < 4; round++) {
                projections.rebuild("claims");
                projections.rebuild("directory");
                projections.rebuild("search");
                Reading.rebuilt(projections);
            }
            Reading.caughtUp(projections, all);
            over.set(true);
            for (Future<?> each : others) {
                each.get();
            }
            assertThat(projections.health()).extracting(Health::generation).containsOnly(5);
            assertThat(projections.health()).extracting(Health::rebuildError).containsOnlyNulls();
        }
        Map<String, List<String>> rebuilt = TableFiles.rows(folder);
        Path fresh = folder.resolve("fresh");
        Reading.of(all.atOnce(), fresh).close();
        assertThat(rebuilt).isEqualTo(TableFiles.rows(fresh.resolve("projections")));
    }

    @Test
    void aReadingThatRunsGoesOnInTheTablesInWhichItBegan() throws Exception {
        MemoryLog log = RandomDesk.history(84, 60);
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (Runners runners = Runners.open(
                        folder, log, new Feed(log), Reading.LEDGER, List.of(new ClaimsProjection(log)), PARTED);
                ExecutorService threads = Executors.newSingleThreadExecutor()) {
            runners.start();
            assertThat(runners.progress().awaitApplied(60, Reading.PATIENCE)).isTrue();
            Future<Long> reading = threads.submit(() -> runners.tables("claims").read(session -> {
                began.countDown();
                try {
                    go.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                try (var row = session.prepared("select count(*) from claim").executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }));
            began.await();
            runners.rebuild("claims");
            while (runners.health().getFirst().generation() == 1) {
                Thread.onSpinWait();
            }
            go.countDown();
            assertThat(reading.get()).isPositive();
        }
    }

    @Test
    void aRebuildThatWasKilledHalfWayLeavesTheLiveTablesAndIsClearedAwayAtTheNextStart() throws Exception {
        MemoryLog log = RandomDesk.history(85, 200);
        Reading.of(log, folder.resolve("kept")).close();
        Path kept = folder.resolve("kept/projections");
        Map<String, List<String>> live = TableFiles.rows(kept);
        Path copy = folder.resolve("killed");
        Halting claims = Halting.of(new ClaimsProjection(log));
        try (Projections projections = open(kept, log, new DirectoryProjection(), claims)) {
            projections.rebuild("claims");
            claims.halted().await();
            assertThat(TableFiles.in(kept)).hasSize(3);
            TableFiles.copy(kept, copy);
            claims.go().countDown();
        }

        Reading.caughtUp(Projections.open(copy, log, Reading.LEDGER), log).close();

        assertThat(TableFiles.rows(copy)).isEqualTo(live);
        try (Stream<Path> files = Files.list(copy)) {
            assertThat(files).hasSize(6);
        }
    }

    @Test
    void aStopEndsARebuildAndTheLiveTablesStayAsTheyAre() throws Exception {
        MemoryLog log = RandomDesk.history(86, 200);
        Reading.of(log, folder.resolve("kept")).close();
        Path kept = folder.resolve("kept/projections");
        Map<String, List<String>> live = TableFiles.rows(kept);
        Halting claims = Halting.of(new ClaimsProjection(log));
        Projections projections = open(kept, log, new DirectoryProjection(), claims);
        projections.rebuild("claims");
        claims.halted().await();
        Thread stop = Thread.ofPlatform().start(projections::close);
        claims.go().countDown();
        stop.join();
        assertThat(TableFiles.rows(kept)).isEqualTo(live);
    }

    @Test
    void aSecondRebuildAtOnceIsRefusedAndSoIsOneOfNothing() throws Exception {
        MemoryLog log = RandomDesk.history(87, 100);
        Reading.of(log, folder.resolve("kept")).close();
        Halting claims = Halting.of(new ClaimsProjection(log));
        try (Projections projections =
                open(folder.resolve("kept/projections"), log, new DirectoryProjection(), claims)) {
            projections.rebuild("claims");
            claims.halted().await();
            assertThat(health(projections, "claims").rebuild()).isNotNull();
            assertThat(Objects.requireNonNull(health(projections, "claims").rebuild())
                            .of())
                    .isEqualTo(100);

            assertThatThrownBy(() -> projections.rebuild("claims"))
                    .isInstanceOfSatisfying(
                            RebuildRefused.class, it -> assertThat(it.reason()).isEqualTo(Reason.RUNNING));
            assertThatThrownBy(() -> projections.rebuild("nothing"))
                    .isInstanceOfSatisfying(
                            RebuildRefused.class, it -> assertThat(it.reason()).isEqualTo(Reason.UNKNOWN));
            claims.go().countDown();
            Reading.rebuilt(projections);
            projections.rebuild("claims");
            Reading.rebuilt(projections);
        }
    }

    @Test
    void aRebuildThatFailsSaysWhyAndLeavesTheLiveTables() throws Exception {
        MemoryLog log = RandomDesk.history(88, 100);
        Reading.of(log, folder.resolve("kept")).close();
        AtomicBoolean fails = new AtomicBoolean(true);
        Failing claims = new Failing(new ClaimsProjection(log), 50, fails::get);
        try (Projections projections =
                open(folder.resolve("kept/projections"), log, new DirectoryProjection(), claims)) {
            projections.rebuild("claims");
            Reading.rebuilt(projections);

            Health after = health(projections, "claims");
            assertThat(after.rebuildError()).contains("no more after 50");
            assertThat(after.running()).isTrue();
            assertThat(after.generation()).isEqualTo(1);
            assertThat(projections.claims().claim(RandomDesk.CLAIMS.getFirst(), 100))
                    .isPresent();

            fails.set(false);
            projections.rebuild("claims");
            Reading.rebuilt(projections);
            assertThat(health(projections, "claims").rebuildError()).isNull();
        }
    }

    @Test
    void aProjectionThatStoppedIsHealedByARebuild() throws Exception {
        MemoryLog all = RandomDesk.history(89, 200);
        MemoryLog log = all.upTo(50);
        AtomicBoolean fails = new AtomicBoolean(true);
        Failing claims = new Failing(new ClaimsProjection(log), 100, fails::get);
        try (Projections projections = open(folder, log, new DirectoryProjection(), claims)) {
            Reading.caughtUp(projections, log);
            log.catchUp(all, 200);
            assertThat(projections.awaitApplied(200, Reading.PATIENCE)).isFalse();
            assertThat(health(projections, "claims").running()).isFalse();

            fails.set(false);
            projections.rebuild("claims");
            Reading.caughtUp(Reading.rebuilt(projections), log);

            assertThat(health(projections, "claims").running()).isTrue();
        }
    }

    private static void assertReadsAsFolded(Projections projections, MemoryLog log, Random random) {
        long asOf = random.nextLong(projections.applied() + 1);
        ClaimId id = RandomDesk.CLAIMS.get(random.nextInt(RandomDesk.CLAIMS.size()));
        Claim read = projections.claims().claim(id, asOf).map(ClaimAt::claim).orElse(null);
        assertThat(read).isEqualTo(new PlainFold(log, asOf).claim(id));
    }

    private static Health health(Projections projections, String name) {
        return projections.health().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Projections open(MemoryLog log) {
        return open(folder, log, new DirectoryProjection(), new ClaimsProjection(log));
    }

    private static Projections open(Path folder, MemoryLog log, Projection... projections) {
        return Projections.open(folder, log, Reading.LEDGER, List.of(projections), PARTED);
    }
}
