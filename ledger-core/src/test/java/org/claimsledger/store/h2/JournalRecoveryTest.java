package org.claimsledger.store.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimsledger.store.engine.TestEvents.append;
import static org.claimsledger.store.engine.TestEvents.event;
import static org.claimsledger.store.engine.TestEvents.tag;
import static org.claimsledger.store.engine.TestEvents.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.claimsledger.store.StoreLimits;
import org.claimsledger.store.StoreRefused;
import org.claimsledger.store.StoreRefused.Code;
import org.claimsledger.store.StoreStopped;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.store.append.PreparedEvent;
import org.claimsledger.store.engine.FaultyJournalFiles;
import org.claimsledger.store.engine.LedgerFolderFiles;
import org.claimsledger.store.engine.LedgerStore;
import org.claimsledger.store.engine.TestEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Crashes, simulated by the files that each would leave. */
class JournalRecoveryTest {

    @TempDir
    Path parent;

    private final FaultyJournalFiles files = new FaultyJournalFiles();
    private LedgerStore store;

    @BeforeEach
    void open() {
        store = open(parent.resolve("ledger"));
    }

    private LedgerStore open(Path folder) {
        return LedgerStore.open(folder, TestEvents.TEXT, InstantSource.system(), files, StoreLimits.DEFAULTS);
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** The files of a crash after some appends, with tables that H2 had not written yet. */
    private Path crashAfter(int appends) throws IOException {
        Path crashed = LedgerFolderFiles.copy(parent.resolve("ledger"), parent.resolve("crashed"));
        for (int i = 1; i <= appends; i++) {
            append(store, event("{\"n\":" + i + "}", "claim:c" + i % 3));
        }
        for (Path segment : LedgerFolderFiles.segments(crashed)) {
            Files.delete(segment);
        }
        LedgerFolderFiles.copy(parent.resolve("ledger/journal"), crashed.resolve("journal"));
        return crashed;
    }

    private static Path lastSegment(Path folder) {
        return LedgerFolderFiles.segments(folder).getLast();
    }

    /** Where each record of a segment begins, and where the last one ends. */
    private static List<Long> bounds(Path segment) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(segment));
        var bounds = new ArrayList<Long>();
        int at = SegmentHeader.LENGTH;
        for (; bytes.getInt(at) == JournalRecord.MAGIC; at += JournalRecord.HEADER_LENGTH + bytes.getInt(at + 12)) {
            bounds.add((long) at);
        }
        bounds.add((long) at);
        return bounds;
    }

    private static List<String> payloads(Path segment) throws Exception {
        var payloads = new ArrayList<String>();
        try (var read = JournalSegment.open(segment)) {
            read.read(group ->
                    group.forEach(event -> payloads.add(text(event.event().payload()))));
        }
        return payloads;
    }

    @Test
    void tablesThatAreBehindAreBroughtUpFromTheJournal() throws Exception {
        Path crashed = crashAfter(10);
        List<StoredEvent> acknowledged = store.log().read(0, 100);

        try (LedgerStore again = open(crashed)) {
            assertThat(again.log().read(0, 100)).usingRecursiveComparison().isEqualTo(acknowledged);
            assertThat(again.log().readByTag(tag("claim:c1"), 0, 100))
                    .extracting(StoredEvent::position)
                    .containsExactly(1L, 4L, 7L, 10L);
            assertThat(append(again, event("{}")).last().position()).isEqualTo(11);
        }
        try (LedgerStore oncemore = open(crashed)) {
            assertThat(oncemore.log().head()).isEqualTo(11);
        }
    }

    @Test
    void theLastRecordIsLeftOutWhereverTheFileBreaksOffInIt() throws Exception {
        Path segment = lastSegment(crashAfter(3));
        List<Long> bounds = bounds(segment);
        for (long at = bounds.get(3) - 1; at > bounds.get(2); at--) {
            LedgerFolderFiles.truncate(segment, at);

            assertThat(payloads(segment)).as("file ends at %d", at).hasSize(2);
        }
    }

    @Test
    void theLastRecordIsLeftOutWhicheverOfItsSectorsDidNotReachTheDisk() throws Exception {
        append(store, event("x".repeat(4_000), "claim:c1"));
        Path segment = lastSegment(parent.resolve("ledger"));
        List<Long> bounds = bounds(segment);
        byte[] whole = Files.readAllBytes(segment);
        for (long sector = 0; sector < bounds.get(1); sector += 512) {
            long from = Math.max(sector, bounds.get(0));
            long to = Math.min(sector + 512, bounds.get(1));
            LedgerFolderFiles.zeroBytes(segment, from, to);
            assertThat(payloads(segment)).as("without %d to %d", from, to).isEmpty();

            LedgerFolderFiles.zeroBytes(segment, from, bounds.get(1));
            assertThat(payloads(segment)).as("without all from %d", from).isEmpty();
            Files.write(segment, whole);
        }
    }

    @Test
    void aLedgerGoesOnAfterATornRecord() throws Exception {
        Path crashed = crashAfter(3);
        Path segment = lastSegment(crashed);
        List<Long> bounds = bounds(segment);
        LedgerFolderFiles.zeroBytes(segment, bounds.get(3) - 50, bounds.get(3));

        try (LedgerStore again = open(crashed)) {
            assertThat(again.log().head()).isEqualTo(2);
            append(again, event("{\"n\":\"new\"}"));
        }
        try (LedgerStore oncemore = open(crashed)) {
            assertThat(oncemore.log().read(0, 10))
                    .extracting(event -> text(event.payload()))
                    .containsExactly("{\"n\":1}", "{\"n\":2}", "{\"n\":\"new\"}");
        }
    }

    @Test
    void everyChangedByteOfAnAcknowledgedRecordIsNoticed() throws Exception {
        Path segment = lastSegment(crashAfter(3));
        List<Long> bounds = bounds(segment);
        for (long at = 0; at < bounds.get(3); at++) {
            LedgerFolderFiles.flipBytes(segment, at, 1);
            assertThatThrownBy(() -> payloads(segment))
                    .as("byte %d", at)
                    .isInstanceOfSatisfying(StoreRefused.class, refused -> assertThat(refused.code())
                            .isEqualTo(Code.DAMAGED));
            LedgerFolderFiles.flipBytes(segment, at, 1);
        }
        assertThat(payloads(segment)).hasSize(3);
    }

    @Test
    void aSectorLostBeforeAGoodRecordIsDamageAndNotATornEnd() throws Exception {
        append(store, event("x".repeat(2_000)));
        Path crashed = crashAfter(2);
        Path segment = lastSegment(crashed);
        LedgerFolderFiles.zeroBytes(segment, 1024, 1536);
        SortedMap<String, String> before = LedgerFolderFiles.contents(crashed);

        assertThatThrownBy(() -> open(crashed))
                .isInstanceOfSatisfying(StoreRefused.class, refused -> {
                    assertThat(refused.code()).isEqualTo(Code.DAMAGED);
                    assertThat(refused.file()).isEqualTo(segment);
                })
                .hasMessageContaining("acknowledged");
        assertThat(LedgerFolderFiles.contents(crashed)).isEqualTo(before);
    }

    @Test
    void aFailedSyncStopsWritingAndLosesNothingThatWasAcknowledged() {
        append(store, event("{\"n\":1}"));
        files.failSyncs();

        assertThatThrownBy(() -> append(store, event("{\"n\":2}")))
                .isInstanceOf(StoreStopped.class)
                .hasMessageContaining("input/output error");

        assertWritingStopped();
    }

    @Test
    void aFailedWriteStopsWritingAndLosesNothingThatWasAcknowledged() {
        append(store, event("{\"n\":1}"));
        files.failWrites();

        assertThatThrownBy(() -> append(store, event("{\"n\":2}")))
                .isInstanceOf(StoreStopped.class)
                .hasMessageContaining("no space left");

        assertWritingStopped();
    }

    /** Asserts that later appends fail, reads go on, and after a restart the ledger holds what was acknowledged. */
    private void assertWritingStopped() {
        assertThatThrownBy(() -> append(store, event("{\"n\":3}")))
                .isInstanceOf(StoreStopped.class)
                .hasMessageContaining("opened anew");
        assertThat(store.log().head()).isEqualTo(1);
        assertThat(store.log().read(0, 10)).hasSize(1);
        store.close();

        try (LedgerStore again = LedgerStore.open(parent.resolve("ledger"), TestEvents.TEXT, InstantSource.system())) {
            List<String> payloads = again.log().read(0, 10).stream()
                    .map(event -> text(event.payload()))
                    .toList();
            assertThat(payloads).startsWith("{\"n\":1}").doesNotContain("{\"n\":3}");
            assertThat(append(again, event("{}")).last().position()).isEqualTo(payloads.size() + 1);
        }
    }

    @Test
    void aJournalIsCutOnceTheTablesHoldWhatItSaysAndACrashThereLosesNothing() throws Exception {
        String large = "x".repeat(PreparedEvent.MAX_CONTENT_BYTES);
        TaggedEventMessage<?>[] fourMegabytes = {event(large, "claim:a"), event(large), event(large), event(large)};
        for (int i = 0; i < 30; i++) {
            append(store, fourMegabytes);
        }

        assertThat(LedgerFolderFiles.segments(parent.resolve("ledger")).getFirst())
                .doesNotHaveToString(parent.resolve("ledger/journal/0000000000000001.journal")
                        .toString());
        untilTheJournalRests();
        Path crashed = LedgerFolderFiles.copy(parent.resolve("ledger"), parent.resolve("crashed"));
        try (LedgerStore again = open(crashed)) {
            assertThat(again.log().head()).isEqualTo(120);
            assertThat(again.log().readByTag(tag("claim:a"), 0, 200)).hasSize(30);
        }
    }

    /** A copy of files is no crash while some of them are being cut. */
    private void untilTheJournalRests() {
        AtomicReference<List<Path>> before = new AtomicReference<>(List.of());
        Awaitility.await().pollInterval(Duration.ofMillis(500)).until(() -> {
            List<Path> now = LedgerFolderFiles.segments(parent.resolve("ledger"));
            return now.equals(before.getAndSet(now));
        });
    }

    @Test
    void aSegmentMissingInTheMiddleIsRefused() throws Exception {
        append(store, event("{}"));
        Path crashed = crashAfter(2);
        Path first = lastSegment(crashed);
        Files.copy(first, first.resolveSibling("0000000000000003.journal"));

        assertThatThrownBy(() -> open(crashed))
                .isInstanceOfSatisfying(StoreRefused.class, refused -> assertThat(refused.code())
                        .isEqualTo(Code.DAMAGED));
    }
}
