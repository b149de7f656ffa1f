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
import org.claimsledger.projection.directory.DirectoryProjection;
import org.claimsledger.projection.run.Health;
import org.claimsledger.projection.run.Pace;
import org.claimsledger.projection.search.IndexUnreadable;
import org.claimsledger.projection.versions.ClaimFilter;
import org.claimsledger.projection.versions.ClaimsProjection;
import org.claimsledger.projection.versions.Moment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the index follows the log, stops, is damaged, lost and made anew. */
class SearchIndexTest {

    /** Few events at once, and committed often. */
    private static final Pace PARTED = new Pace(15, Duration.ofMillis(5), 40);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {101, 102, 103, 104})
    void anIndexThatFollowedIsTheOneThatIsMadeAnewDocumentForDocument(long seed) throws Exception {
        MemoryLog all = RandomDesk.history(seed, 350);
        MemoryLog log = all.upTo(0);
        Random random = new Random(seed);
        while (log.head() < all.head()) {
            try (Projections projections = open("followed", log)) {
                log.catchUp(all, Math.min(all.head(), log.head() + random.nextInt(120)));
                if (random.nextBoolean()) {
                    Searched.caughtUp(projections, log);
                }
            }
        }
        Searched.caughtUp(open("followed", log), log).close();
        List<String> followed = dump("followed");

        try (Projections projections = open("followed", log)) {
            projections.rebuild("search");
            Reading.rebuilt(projections);
            assertThat(health(projections).generation()).isEqualTo(2);
        }

        assertThat(dump("followed")).isEqualTo(followed);
        Searched.caughtUp(open("fresh", all.atOnce()), all).close();
        assertThat(dump("fresh")).isEqualTo(followed);
    }

    @ParameterizedTest
    @ValueSource(longs = {105, 106})
    void anIndexGoesOnFromItsLastCommitAfterAKill(long seed) throws Exception {
        MemoryLog all = RandomDesk.history(seed, 300);
        MemoryLog log = all.upTo(150);
        Path killed = folder.resolve("killed");
        try (Projections projections = open("open", log)) {
            Searched.caughtUp(projections, log);
            log.catchUp(all, 250);
            Searched.caughtUp(projections, log);
            TableFiles.copy(folder.resolve("open"), killed);
        }
        log.catchUp(all, 300);
        try (Projections projections = open("killed", log)) {
            assertThat(health(projections).generation()).isEqualTo(1);
            assertThat(health(projections).position()).isGreaterThanOrEqualTo(150);
            Searched.caughtUp(projections, log);
        }
        Searched.caughtUp(open("fresh", log.atOnce()), log).close();
        assertThat(dump("killed")).isEqualTo(dump("fresh"));
    }

    private enum Trouble {
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
    @EnumSource(Trouble.class)
    void aDamagedIndexIsMadeAnewAtTheNextStart(Trouble trouble) throws Exception {
        MemoryLog log = RandomDesk.history(107, 150);
        Searched.caughtUp(open("damaged", log), log).close();
        List<String> before = dump("damaged");
        trouble.with(IndexDump.folder(folder.resolve("damaged")));

        Searched.caughtUp(open("damaged", log), log).close();

        assertThat(dump("damaged")).isEqualTo(before);
    }

    @Test
    void anIndexOfAnotherLedgerOrOfMoreEventsOrOfAnotherHistoryIsMadeAnew() throws Exception {
        MemoryLog longer = RandomDesk.history(108, 150);
        MemoryLog log = longer.upTo(120);
        Searched.caughtUp(open("fresh", log), log).close();

        Projections foreign = Projections.open(folder.resolve("foreign"), log, "01another");
        Searched.caughtUp(foreign, log).close();
        Searched.caughtUp(open("ahead", longer), longer).close();
        MemoryLog other = RandomDesk.history(109, 100);
        Searched.caughtUp(open("other", other), other).close();

        for (String each : List.of("foreign", "ahead", "other")) {
            try (Projections projections = open(each, log)) {
                Searched.caughtUp(projections, log);
                assertThat(health(projections).generation()).as(each).isEqualTo(2);
            }
            assertThat(dump(each)).as(each).isEqualTo(dump("fresh"));
        }
    }

    @Test
    void searchesGiveTheSameAnswersWhileTheIndexIsMadeAnewAndEventsCome() throws Exception {
        MemoryLog all = RandomDesk.history(110, 500);
        MemoryLog log = all.upTo(200);
        AtomicBoolean over = new AtomicBoolean();
        try (Projections projections = open("live", log);
                ExecutorService threads = Executors.newCachedThreadPool()) {
            Searched.caughtUp(projections, log);
            List<String> expected = answers(projections);
            List<Future<?>> others = new ArrayList<>();
            others.add(threads.submit(() -> {
                for (long head = 201; head <= 500; head++) {
                    log.catchUp(all, head);
                    Thread.onSpinWait();
                }
            }));
            others.add(threads.submit(() -> {
                while (!over.get()) {
                    assertThat(answers(projections)).isEqualTo(expected);
                }
            }));
            for (int round = 0; round < 4; round++) {
                projections.rebuild("search");
                Reading.rebuilt(projections);
            }
            Searched.caughtUp(projections, all);
            over.set(true);
            for (Future<?> each : others) {
                each.get();
            }
            assertThat(health(projections).generation()).isEqualTo(5);
            assertThat(health(projections).rebuildError()).isNull();
        }
        Searched.caughtUp(open("fresh", all.atOnce()), all).close();
        assertThat(dump("live")).isEqualTo(dump("fresh"));
    }

    private static List<String> answers(Projections projections) {
        List<String> answers = new ArrayList<>();
        for (String q : List.of("aliyev", "rue", "p", "lodz twenty")) {
            answers.addAll(Searched.claims(projections, q, ClaimFilter.ALL, Moment.asOf(200), 3));
            answers.addAll(Searched.subjects(projections, q, 200, 3));
            answers.addAll(Searched.sources(projections, q, 200, 3));
        }
        return answers;
    }

    @Test
    void anIndexThatCannotBeReadStopsAloneAndARebuildLetsItGoOn() throws Exception {
        MemoryLog all = RandomDesk.history(111, 200);
        MemoryLog log = all.upTo(150);
        Searched.caughtUp(open("read", log), log).close();
        try (Projections projections = open("read", log)) {
            Searched.caughtUp(projections, log);
            for (Path file : files(IndexDump.folder(folder.resolve("read")))) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.truncate(0);
                }
            }
            assertThatThrownBy(() -> projections.search().subjects("aliyev", null, 150, 0, 10))
                    .isInstanceOf(IndexUnreadable.class);

            Health health = health(projections);
            assertThat(health.running()).isFalse();
            assertThat(health.lastError()).isNotNull();
            log.catchUp(all, 200);
            Reading.caughtUp(projections, log);
            assertThat(projections.claims().claim(RandomDesk.CLAIMS.getFirst(), 200))
                    .isPresent();
            assertThat(projections.awaitShown(200, Duration.ofSeconds(30))).isFalse();
            projections.catchUp(200, Reading.PATIENCE, applied -> {});
            assertThatThrownBy(() -> projections.search().claims("a", ClaimFilter.ALL, Moment.asOf(100), 0, 10))
                    .isInstanceOf(IndexUnreadable.class);

            projections.rebuild("search");
            Searched.caughtUp(Reading.rebuilt(projections), log);
            assertThat(health(projections).running()).isTrue();
            assertThat(projections.search().subjects("aliyev", null, 200, 0, 10).items())
                    .isNotEmpty();
        }
    }

    @Test
    void aSearchBeyondWhatIsInTheIndexIsRefused() throws Exception {
        MemoryLog log = RandomDesk.history(112, 30);
        try (Projections projections = Searched.of(log, folder)) {
            assertThatThrownBy(() -> projections.search().subjects("a", null, log.head() + 1, 0, 10))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aFirstBuildShowsHowFarItIs() throws Exception {
        MemoryLog log = RandomDesk.history(113, 100);
        List<Long> told = new ArrayList<>();
        try (Projections projections = open("told", log)) {
            projections.catchUp(log.head(), Duration.ofMillis(1), told::add);
            assertThat(health(projections).position()).isEqualTo(log.head());
            assertThat(health(projections).lag()).isZero();
        }
        assertThat(told).allSatisfy(it -> assertThat(it).isBetween(0L, log.head()));
    }

    private Projections open(String name, MemoryLog log) {
        return Projections.open(
                folder.resolve(name),
                log,
                Reading.LEDGER,
                List.of(new DirectoryProjection(), new ClaimsProjection(log)),
                PARTED);
    }

    private List<String> dump(String name) throws IOException {
        return IndexDump.of(folder.resolve(name));
    }

    private static Health health(Projections projections) {
        return projections.health().getLast();
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
