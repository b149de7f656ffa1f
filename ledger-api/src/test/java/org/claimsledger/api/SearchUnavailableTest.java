package org.claimsledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.claimsledger.api.RunningLedger.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger whose index is lost or damaged: everything but searches goes on. */
class SearchUnavailableTest {

    private static final String SUBJECT = "{\"id\":\"%s\",\"kind\":\"person\",\"name\":\"Aigul Serikova\"}";
    private static final String SEARCH = "/subjects?q=serikova";

    @TempDir
    Path folder;

    @Test
    void searchesAreNotReadyWhileTheIndexCannotBeReadAndAllElseGoesOn() throws Exception {
        try (RunningLedger ledger = RunningLedger.in(folder)) {
            ledger.post("/subjects", SUBJECT.formatted("first"));
        }
        try (RunningLedger ledger = RunningLedger.in(folder)) {
            String before = ledger.get(SEARCH + "&asOf=@1&validOn=2020-01-01").text();
            truncate(folder.resolve("projections/search-1"));

            for (String path : List.of(SEARCH, "/claims?q=a", "/sources?q=a", SEARCH + "&asOf=@1")) {
                Answer away = ledger.get(path);
                assertThat(away.status() + " " + away.code()).isEqualTo("503 not_ready");
            }
            Answer written = ledger.post("/subjects", SUBJECT.formatted("second"));
            assertThat(written.status()).isEqualTo(201);
            assertThat(ledger.get("/subjects").json().path("items")).hasSize(2);
            assertThat(ledger.get("/subjects/second").status()).isEqualTo(200);
            assertThat(ledger.get("/predicates?q=a").status()).isEqualTo(200);
            Answer health = ledger.get("/projections/search");
            assertThat(health.json().path("running").booleanValue()).isFalse();
            assertThat(health.json().path("lastError").stringValue("")).isNotBlank();
            assertThat(ledger.get("/projections/claims").json().path("running").booleanValue())
                    .isTrue();

            assertThat(ledger.post("/projections/search/rebuild", "").status()).isEqualTo(202);
            awaitRunning(ledger);
            assertThat(ledger.get(SEARCH).json().path("items")).hasSize(2);
            assertThat(ledger.get(SEARCH + "&asOf=@1&validOn=2020-01-01").text())
                    .isEqualTo(before);
        }
    }

    @Test
    void anIndexThatWasDeletedOrGarbledIsThereAgainAfterAStart() throws Exception {
        String before;
        try (RunningLedger ledger = RunningLedger.in(folder)) {
            ledger.post("/subjects", SUBJECT.formatted("first"));
            before = ledger.get(SEARCH + "&validOn=2020-01-01").text();
        }
        Path index = folder.resolve("projections/search-1");
        truncate(index);
        try (RunningLedger ledger = RunningLedger.in(folder)) {
            assertThat(ledger.get(SEARCH + "&validOn=2020-01-01").text()).isEqualTo(before);
            assertThat(ledger.get("/projections/search")
                            .json()
                            .path("generation")
                            .intValue())
                    .isEqualTo(2);
        }
        Path second = folder.resolve("projections/search-2");
        for (Path each : files(second)) {
            Files.delete(each);
        }
        Files.delete(second);
        try (RunningLedger ledger = RunningLedger.in(folder)) {
            assertThat(ledger.get(SEARCH + "&validOn=2020-01-01").text()).isEqualTo(before);
        }
    }

    private static void awaitRunning(RunningLedger ledger) throws InterruptedException {
        for (int tries = 0; tries < 3_000; tries++) {
            if (ledger.get("/projections/search").json().path("running").booleanValue()) {
                return;
            }
            Thread.sleep(10);
        }
    }

    private static void truncate(Path index) throws Exception {
        for (Path file : files(index)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(channel.size() / 3);
            }
        }
    }

    private static List<Path> files(Path index) throws Exception {
        try (Stream<Path> files = Files.list(index)) {
            return files.toList();
        }
    }
}
