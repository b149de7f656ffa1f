package org.claimsledger.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.claimsledger.projection.claims.BitemporalPoint;
import org.claimsledger.projection.claims.ClaimFilter;
import org.claimsledger.projection.claims.ClaimsProjection;
import org.claimsledger.projection.registry.RegistryProjection;
import org.claimsledger.projection.run.CheckpointPolicy;
import org.claimsledger.projection.run.ProjectionHealth;
import org.claimsledger.projection.search.SearchIndex.IndexUnreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The index follows the log, stops, and is rebuilt when it is lost or damaged. */
class SearchIndexTest {

    /** Frequent commits, so that a kill or a stop comes between two of them. */
    private static final CheckpointPolicy FREQUENT = new CheckpointPolicy(15, Duration.ofMillis(5));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {101, 102, 103, 104})
    void aFollowedIndexHasTheSameDocumentsAsARebuiltOne(long seed) throws Exception {
        MemoryLog all = RandomDeskHistory.history(seed, 350);
        MemoryLog log = all.upTo(0);
        Random random = new Random(seed);
        while (log.head() < all.head()) {
            try (ReadModels readModels = open("followed", log)) {
                log.catchUp(all, Math.min(all.head(), log.head() + random.nextInt(120)));
                if (random.nextBoolean()) {
                    SearchOracle.awaitCaughtUp(readModels, log);
                }
            }
        }
        SearchOracle.awaitCaughtUp(open("followed", log), log).close();
        List<String> followed = dump("followed");

        try (ReadModels readModels = open("followed", log)) {
            readModels.rebuild("search");
            ReadModelFixture.awaitRebuilt(readModels);
            assertThat(health(readModels).generation()).isEqualTo(2);
        }

        assertThat(dump("followed")).isEqualTo(followed);
        SearchOracle.awaitCaughtUp(open("fresh", all.atOnce()), all).close();
        assertThat(dump("fresh")).isEqualTo(followed);
    }

    @ParameterizedTest
    @ValueSource(longs = {105, 106})
    void anIndexGoesOnFromItsLastCommitAfterAKill(long seed) throws Exception {
        MemoryLog all = RandomDeskHistory.history(seed, 300);
        MemoryLog log = all.upTo(150);
        Path killed = folder.resolve("killed");
        try (ReadModels readModels = open("open", log)) {
            SearchOracle.awaitCaughtUp(readModels, log);
            log.catchUp(all, 250);
            SearchOracle.awaitCaughtUp(readModels, log);
            RawTableFiles.copy(folder.resolve("open"), killed);
        }
        log.catchUp(all, 300);
        try (ReadModels readModels = open("killed", log)) {
            assertThat(health(readModels).generation()).isEqualTo(1);
            assertThat(health(readModels).position()).isGreaterThanOrEqualTo(150);
            SearchOracle.awaitCaughtUp(readModels, log);
        }
        SearchOracle.awaitCaughtUp(open("fresh", log.atOnce()), log).close();
        assertThat(dump("killed")).isEqualTo(dump("fresh"));
    }

    private enum Damage {
        LOST {
            @Override
            void with(Path index) throws IOException {
                delete(index);
            }
        },
        EMPTY {
            @Override
            void with(Path index) throws IOException {
                delete(index);
                Files.createDirectory(index);
            }
        },
        WITHOUT_ITS_MARK {
            @Override
            void with(Path index) throws IOException {
                Files.delete(index.resolveSibling("search.mark"));
            }
        },
        CUT_OFF {
            @Override
            void with(Path index) throws IOException {
                try (FileChannel channel = FileChannel.open(largest(index), StandardOpenOption.WRITE)) {
                    channel.truncate(channel.size() / 2);
                }
            }
        },
        GARBLED_IN_ONE_BYTE {
            @Override
            void with(Path index) throws IOException {
                Path file = largest(index);
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 1;
                Files.write(file, bytes);
            }
        },
        GARBLED_ALL_OVER {
            @Override
            void with(Path index) throws IOException {
                Random random = new Random(1);
                for (Path file : files(index)) {
                    byte[] bytes = new byte[(int) Files.size(file)];
                    random.nextBytes(bytes);
                    Files.write(file, bytes);
                }
            }
        },
        A_FILE_MISSING {
            @Override
            void with(Path index) throws IOException {
                Files.delete(largest(index));
            }
        };

        abstract void with(Path index) throws IOException;
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void aDamagedIndexIsRebuiltAtTheNextStart(Damage damage) throws Exception {
        MemoryLog log = RandomDeskHistory.history(107, 150);
        SearchOracle.awaitCaughtUp(open("damaged", log), log).close();
        List<String> before = dump("damaged");
        damage.with(IndexDump.folder(folder.resolve("damaged")));

        SearchOracle.awaitCaughtUp(open("damaged", log), log).close();

        assertThat(dump("damaged")).isEqualTo(before);
    }

    @Test
    void anIndexOfAnotherLedgerOrOfMoreEventsOrOfAnotherHistoryIsRebuilt() throws Exception {
        MemoryLog longer = RandomDeskHistory.history(108, 150);
        MemoryLog log = longer.upTo(120);
        SearchOracle.awaitCaughtUp(open("fresh", log), log).close();

        ReadModels foreign = ReadModels.open(folder.resolve("foreign"), log, "01another");
        SearchOracle.awaitCaughtUp(foreign, log).close();
        SearchOracle.awaitCaughtUp(open("ahead", longer), longer).close();
        MemoryLog other = RandomDeskHistory.history(109, 100);
        SearchOracle.awaitCaughtUp(open("other", other), other).close();

        for (String each : List.of("foreign", "ahead", "other")) {
            try (ReadModels readModels = open(each, log)) {
                SearchOracle.awaitCaughtUp(readModels, log);
                assertThat(health(readModels).generation()).as(each).isEqualTo(2);
            }
            assertThat(dump(each)).as(each).isEqualTo(dump("fresh"));
        }
    }

    @Test
    void searchesGiveTheSameAnswersWhileTheIndexIsRebuiltAndEventsCome() throws Exception {
        MemoryLog all = RandomDeskHistory.history(110, 500);
        MemoryLog log = all.upTo(200);
        AtomicBoolean over = new AtomicBoolean();
        try (ReadModels readModels = open("live", log);
                ExecutorService threads = Executors.newCachedThreadPool()) {
            SearchOracle.awaitCaughtUp(readModels, log);
            List<String> expected = answers(readModels);
            List<Future<?>> tasks = new ArrayList<>();
            tasks.add(threads.submit(() -> {
                for (long head = 201; head <= 500; head++) {
                    log.catchUp(all, head);
                    Thread.onSpinWait();
                }
            }));
            tasks.add(threads.submit(() -> {
                while (!over.get()) {
                    assertThat(answers(readModels)).isEqualTo(expected);
                }
            }));
            for (int round = 0; round < 4; round++) {
                readModels.rebuild("search");
                ReadModelFixture.awaitRebuilt(readModels);
            }
            SearchOracle.awaitCaughtUp(readModels, all);
            over.set(true);
            for (Future<?> each : tasks) {
                each.get();
            }
            assertThat(health(readModels).generation()).isEqualTo(5);
            assertThat(health(readModels).rebuildError()).isNull();
        }
        SearchOracle.awaitCaughtUp(open("fresh", all.atOnce()), all).close();
        assertThat(dump("live")).isEqualTo(dump("fresh"));
    }

    private static List<String> answers(ReadModels readModels) {
        List<String> answers = new ArrayList<>();
        for (String q : List.of("aliyev", "rue", "p", "lodz twenty")) {
            answers.addAll(SearchOracle.claims(readModels, q, ClaimFilter.ALL, BitemporalPoint.asOf(200), 3));
            answers.addAll(SearchOracle.subjects(readModels, q, 200, 3));
            answers.addAll(SearchOracle.sources(readModels, q, 200, 3));
        }
        return answers;
    }

    @Test
    void anUnreadableIndexStopsAloneAndARebuildRepairsIt() throws Exception {
        MemoryLog all = RandomDeskHistory.history(111, 200);
        MemoryLog log = all.upTo(150);
        SearchOracle.awaitCaughtUp(open("read", log), log).close();
        try (ReadModels readModels = open("read", log)) {
            SearchOracle.awaitCaughtUp(readModels, log);
            for (Path file : files(IndexDump.folder(folder.resolve("read")))) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.truncate(0);
                }
            }
            assertThatThrownBy(() -> readModels.asRecorded().search().subjects("aliyev", null, 150, 0, 10))
                    .isInstanceOf(IndexUnreadable.class);

            ProjectionHealth projectionHealth = health(readModels);
            assertThat(projectionHealth.running()).isFalse();
            assertThat(projectionHealth.lastError()).isNotNull();
            log.catchUp(all, 200);
            ReadModelFixture.awaitCaughtUp(readModels, log);
            assertThat(readModels.asRecorded().claims().claim(RandomDeskHistory.CLAIMS.getFirst(), 200))
                    .isPresent();
            assertThat(readModels.awaitShown(200, Duration.ofSeconds(30))).isFalse();
            readModels.catchUp(200, ReadModelFixture.PATIENCE, applied -> {});
            assertThatThrownBy(() -> readModels
                            .asRecorded()
                            .search()
                            .claims("a", ClaimFilter.ALL, BitemporalPoint.asOf(100), 0, 10))
                    .isInstanceOf(IndexUnreadable.class);

            readModels.rebuild("search");
            SearchOracle.awaitCaughtUp(ReadModelFixture.awaitRebuilt(readModels), log);
            assertThat(health(readModels).running()).isTrue();
            assertThat(readModels
                            .asRecorded()
                            .search()
                            .subjects("aliyev", null, 200, 0, 10)
                            .items())
                    .isNotEmpty();
        }
    }

    @Test
    void aSearchBeyondTheIndexIsRefused() throws Exception {
        MemoryLog log = RandomDeskHistory.history(112, 30);
        try (ReadModels readModels = SearchOracle.of(log, folder)) {
            assertThatThrownBy(() -> readModels.asRecorded().search().subjects("a", null, log.head() + 1, 0, 10))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aFirstBuildShowsItsProgress() throws Exception {
        MemoryLog log = RandomDeskHistory.history(113, 100);
        List<Long> positions = new ArrayList<>();
        try (ReadModels readModels = open("first", log)) {
            readModels.catchUp(log.head(), Duration.ofMillis(1), positions::add);
            assertThat(health(readModels).position()).isEqualTo(log.head());
            assertThat(health(readModels).lag()).isZero();
        }
        assertThat(positions).allSatisfy(it -> assertThat(it).isBetween(0L, log.head()));
    }

    private ReadModels open(String name, MemoryLog log) {
        return ReadModels.open(
                folder.resolve(name),
                log,
                ReadModelFixture.LEDGER,
                List.of(new RegistryProjection(), new ClaimsProjection(log)),
                FREQUENT);
    }

    private List<String> dump(String name) throws IOException {
        return IndexDump.of(folder.resolve(name));
    }

    private static ProjectionHealth health(ReadModels readModels) {
        return readModels.health().getLast();
    }

    private static List<Path> files(Path index) throws IOException {
        try (Stream<Path> files = Files.list(index)) {
            return files.filter(it -> !it.endsWith("write.lock")).toList();
        }
    }

    private static Path largest(Path index) throws IOException {
        return files(index).stream()
                .max(Comparator.comparingLong(it -> it.toFile().length()))
                .orElseThrow();
    }

    private static void delete(Path index) throws IOException {
        for (Path each : files(index)) {
            Files.delete(each);
        }
        Files.deleteIfExists(index.resolve("write.lock"));
        Files.delete(index);
    }
}
