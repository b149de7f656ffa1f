package org.claimsledger.store.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.claimsledger.store.ContentHash;
import org.claimsledger.store.StoredEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a writing process again and again, and counts its acknowledgements outside of it: each acknowledged event must
 * be there at every later start, once and at its position.
 */
class KillTest {

    private static final int ROUNDS = 50;

    @TempDir
    Path parent;

    private final Random random = new Random(20260301);
    private final Map<Long, String> acknowledged = new HashMap<>();
    private final Map<Long, String> seen = new HashMap<>();

    @Test
    void noAcknowledgedEventIsLostDoubledOrOutOfOrderWhateverMomentTheProcessIsKilledAt() throws Exception {
        Path folder = parent.resolve("ledger");
        int writing = 0;
        for (int round = 0; round < ROUNDS; round++) {
            int before = acknowledged.size();
            writeUntilKilled(folder, round);
            writing += acknowledged.size() > before ? 1 : 0;
        }
        assertThat(writing).as("rounds in which something was acknowledged").isGreaterThan(ROUNDS / 2);
        assertAllThere(folder);
    }

    private void writeUntilKilled(Path folder, int round) throws Exception {
        Process process = JavaProcess.start(
                WriteUntilKilledProcess.class, folder.toString(), String.valueOf(round), String.valueOf(seen.size()));
        var reading = CompletableFuture.runAsync(() -> read(process));
        boolean early = round % 5 == 4;
        TimeUnit.MILLISECONDS.sleep(early ? 250 + random.nextInt(500) : 0);
        if (!early) {
            awaitAcknowledgements(1 + random.nextInt(600), reading);
        }
        process.destroyForcibly().waitFor();
        reading.get(30, TimeUnit.SECONDS);
        acknowledged.forEach((position, token) ->
                assertThat(seen.getOrDefault(position, token)).isEqualTo(token));
    }

    private final AtomicInteger thisRound = new AtomicInteger();

    private void awaitAcknowledgements(int count, CompletableFuture<Void> reading) throws InterruptedException {
        while (thisRound.get() < count && !reading.isDone()) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    /** A line that the kill cut off has no end mark and says nothing. */
    private void read(Process process) {
        thisRound.set(0);
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().filter(line -> line.endsWith(".")).forEach(this::take);
        } catch (IOException | java.io.UncheckedIOException e) {
            // The pipe broke with the process.
        }
    }

    private void take(String line) {
        String[] words = line.split(" ");
        long position = Long.parseLong(words[1]);
        switch (words[0]) {
            case "ack" -> {
                assertThat(acknowledged.put(position, words[2])).isNull();
                thisRound.incrementAndGet();
            }
            case "has" -> {
                assertThat(position).isEqualTo(seen.size() + 1);
                seen.put(position, words[2]);
            }
            case "open" -> {
                assertThat(position).isEqualTo(seen.size());
                assertThat(seen).containsAllEntriesOf(acknowledged);
            }
            default -> throw new IllegalStateException(line);
        }
    }

    private void assertAllThere(Path folder) {
        try (LedgerStore store = LedgerStore.open(folder, TestEvents.TEXT, InstantSource.system())) {
            List<StoredEvent> all = store.log().read(0, Integer.MAX_VALUE);
            Map<Long, String> tokens = all.stream()
                    .collect(Collectors.toMap(StoredEvent::position, event -> TestEvents.text(event.payload())));
            assertThat(tokens).containsAllEntriesOf(acknowledged).containsAllEntriesOf(seen);
            assertThat(tokens.values().stream()
                            .collect(Collectors.groupingBy(Function.identity()))
                            .values())
                    .allMatch(same -> same.size() == 1);
            assertThat(all)
                    .extracting(StoredEvent::position)
                    .isEqualTo(LongStream.rangeClosed(1, all.size()).boxed().toList());
            assertThat(all).extracting(StoredEvent::recordedAt).isSorted().doesNotHaveDuplicates();
            assertThat(all).allSatisfy(event -> assertThat(event.hash())
                    .isEqualTo(ContentHash.of(event.salt(), event.metadata(), event.payload())));
            for (int writer = 0; writer < WriteUntilKilledProcess.WRITERS; writer++) {
                String mark = "\"w" + writer + "-";
                assertThat(store.log().readByTag(TestEvents.tag("claim:w" + writer), 0, Long.MAX_VALUE))
                        .extracting(StoredEvent::position)
                        .isEqualTo(tokens.entrySet().stream()
                                .filter(entry -> entry.getValue().startsWith(mark))
                                .map(Map.Entry::getKey)
                                .sorted()
                                .toList());
            }
        }
    }
}
