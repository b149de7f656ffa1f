package org.claimsledger.store.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.claimsledger.store.engine.TestEvents.append;
import static org.claimsledger.store.engine.TestEvents.event;
import static org.claimsledger.store.engine.TestEvents.resultOf;
import static org.claimsledger.store.engine.TestEvents.submitAppend;
import static org.claimsledger.store.engine.TestEvents.text;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.unitofwork.StubProcessingContext;
import org.claimsledger.store.AppendTimeout;
import org.claimsledger.store.StoreLimits;
import org.claimsledger.store.StoreListener;
import org.claimsledger.store.StoreOverloaded;
import org.claimsledger.store.StoreStatistics;
import org.claimsledger.store.StoreStopped;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More appends than the disk can keep up with. */
class StoreOverloadTest {

    private static final Duration HASTE = Duration.ofMillis(300);

    private final FaultyJournalFiles files = new FaultyJournalFiles();
    private final AtomicInteger appendsHeard = new AtomicInteger();
    private final AtomicInteger eventsHeard = new AtomicInteger();

    @TempDir
    Path folder;

    private LedgerStore store;

    @BeforeEach
    void open() {
        StoreListener listener = new StoreListener() {
            @Override
            public void groupWritten(int appends, int events, long nanos) {
                assertThat(nanos).isPositive();
                appendsHeard.addAndGet(appends);
                eventsHeard.addAndGet(events);
            }

            @Override
            public void appendConflicted() {}
        };
        store = LedgerStore.open(
                folder, TestEvents.TEXT, InstantSource.system(), files, StoreLimits.DEFAULTS, listener);
    }

    @AfterEach
    void close() {
        files.unblockWrites();
        store.close();
    }

    private CompletableFuture<ConsistencyMarker> hasty(String... payloads) {
        var context = new StubProcessingContext();
        context.putResource(AppendTimeout.KEY, HASTE);
        return submitAppend(store.engine(), AppendCondition.none(), context, events(payloads));
    }

    private CompletableFuture<ConsistencyMarker> patient(String... payloads) {
        return submitAppend(store.engine(), AppendCondition.none(), new StubProcessingContext(), events(payloads));
    }

    private static List<TaggedEventMessage<?>> events(String... payloads) {
        return Arrays.stream(payloads)
                .<TaggedEventMessage<?>>map(payload -> event(payload))
                .toList();
    }

    /** The disk stalls on a group, and everything after it waits. */
    private CompletableFuture<ConsistencyMarker> heldUp() {
        append(store, event("\"before\""));
        files.blockWrites();
        CompletableFuture<ConsistencyMarker> first = hasty("\"held up\"");
        await().until(() -> store.statistics().writingNanos() > 0);
        return first;
    }

    @Test
    void anAppendWhoseTimeIsOverIsRefusedAndNeverWritten() {
        CompletableFuture<ConsistencyMarker> first = heldUp();

        assertThatThrownBy(() -> resultOf(hasty("\"too much\""))).isInstanceOf(StoreOverloaded.class);
        files.unblockWrites();
        resultOf(first);
        append(store, event("\"after\""));

        assertThat(store.log().read(0, 10))
                .extracting(stored -> text(stored.payload()))
                .containsExactly("\"before\"", "\"held up\"", "\"after\"");
    }

    @Test
    void anAppendThatIsBeingWrittenIsNotTakenBackHoweverLongItTakes() throws InterruptedException {
        CompletableFuture<ConsistencyMarker> first = heldUp();

        assertThatThrownBy(() -> resultOf(hasty("\"too much\""))).isInstanceOf(StoreOverloaded.class);
        assertThat(first).isNotDone();
        files.unblockWrites();

        assertThat(resultOf(first)).isNotNull();
    }

    @Test
    void appendsThatMayWaitAreWrittenWhenTheDiskGoesOn() {
        heldUp();
        CompletableFuture<ConsistencyMarker> patient = patient("\"patient\"");

        assertThatThrownBy(() -> resultOf(hasty("\"too much\""))).isInstanceOf(StoreOverloaded.class);
        assertThat(patient).isNotDone();
        files.unblockWrites();

        resultOf(patient);
        assertThat(store.log().read(0, 10))
                .extracting(stored -> text(stored.payload()))
                .containsExactly("\"before\"", "\"held up\"", "\"patient\"");
    }

    @Test
    void whereTheRoomForWhatWaitsIsTakenNobodyHasToWaitForeverToHandIn() {
        heldUp();
        var waiting = new ArrayList<CompletableFuture<ConsistencyMarker>>();
        String[] large =
                Collections.nCopies(15, "\"" + "x".repeat(1_000_000) + "\"").toArray(String[]::new);
        for (int i = 0; i < 4; i++) {
            waiting.add(patient(large));
        }
        CompletableFuture<ConsistencyMarker> beyond = CompletableFuture.supplyAsync(() -> resultOf(patient(large)));

        assertThatThrownBy(() -> resultOf(hasty(large))).isInstanceOf(StoreOverloaded.class);
        assertThat(store.statistics().waitingBytes()).isBetween(60_000_000L, 64L << 20);
        files.unblockWrites();

        waiting.forEach(TestEvents::resultOf);
        beyond.join();
        assertThat(store.log().head()).isEqualTo(2 + 5 * 15);
    }

    @Test
    void theFiguresTellWhatWaitsAndTheListenerHearsWhatWasWritten() {
        CompletableFuture<ConsistencyMarker> first = heldUp();
        CompletableFuture<ConsistencyMarker> second = patient("\"second\"");

        assertThat(store.statistics().waitingAppends()).isEqualTo(2);
        assertThat(store.statistics().waitingBytes()).isEqualTo(2 * 1024);
        files.unblockWrites();
        resultOf(first);
        resultOf(second);

        await().until(() -> store.statistics().waitingAppends() == 0);
        StoreStatistics figures = store.statistics();
        assertThat(figures.waitingBytes()).isZero();
        assertThat(figures.writingNanos()).isZero();
        assertThat(figures.position()).isEqualTo(3);
        assertThat(figures.fileBytes()).containsOnlyKeys("events", "journal");
        assertThat(figures.fileBytes().get("journal")).isPositive();
        assertThat(appendsHeard).hasValue(3);
        assertThat(eventsHeard).hasValue(3);
    }

    @Test
    void aStoreThatStoppedIsNotWritableAndSaysSo() {
        store.requireWritable();
        files.failSyncs();
        assertThatThrownBy(() -> append(store, event("{}"))).isInstanceOf(StoreStopped.class);

        assertThatThrownBy(store::requireWritable).isInstanceOf(StoreStopped.class);
    }
}
