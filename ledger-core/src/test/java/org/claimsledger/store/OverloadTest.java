package org.claimsledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.claimsledger.store.Events.answer;
import static org.claimsledger.store.Events.append;
import static org.claimsledger.store.Events.appending;
import static org.claimsledger.store.Events.event;
import static org.claimsledger.store.Events.text;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More comes in than the disk takes. */
class OverloadTest {

    private static final Duration HASTE = Duration.ofMillis(300);

    private final StumblingFiles files = new StumblingFiles();
    private final AtomicInteger appendsHeard = new AtomicInteger();
    private final AtomicInteger eventsHeard = new AtomicInteger();

    @TempDir
    Path folder;

    private LedgerStore store;

    @BeforeEach
    void open() {
        StoreListener listener = new StoreListener() {
            @Override
            public void written(int appends, int events, long nanos) {
                assertThat(nanos).isPositive();
                appendsHeard.addAndGet(appends);
                eventsHeard.addAndGet(events);
            }

            @Override
            public void conflicted() {}
        };
        store = LedgerStore.open(
                folder, Events.TEXT, InstantSource.system(), files, LedgerStore.Limits.USUAL, listener);
    }

    @AfterEach
    void close() {
        files.letGo();
        store.close();
    }

    private CompletableFuture<ConsistencyMarker> hasty(String... payloads) {
        var context = new StubProcessingContext();
        context.putResource(LedgerStore.PATIENCE, HASTE);
        return appending(store.engine(), AppendCondition.none(), context, events(payloads));
    }

    private CompletableFuture<ConsistencyMarker> patient(String... payloads) {
        return appending(store.engine(), AppendCondition.none(), new StubProcessingContext(), events(payloads));
    }

    private static List<TaggedEventMessage<?>> events(String... payloads) {
        return Arrays.stream(payloads)
                .<TaggedEventMessage<?>>map(payload -> event(payload))
                .toList();
    }

    /** The disk holds up a group, and whatever comes now waits behind it. */
    private CompletableFuture<ConsistencyMarker> heldUp() {
        append(store, event("\"before\""));
        files.hold();
        CompletableFuture<ConsistencyMarker> first = hasty("\"held up\"");
        await().until(() -> store.figures().writingNanos() > 0);
        return first;
    }

    @Test
    void whatMayNotWaitForEverIsRefusedWhenItsTimeIsOverAndIsNeverWritten() {
        CompletableFuture<ConsistencyMarker> first = heldUp();

        assertThatThrownBy(() -> answer(hasty("\"too much\""))).isInstanceOf(StoreOverloaded.class);
        files.letGo();
        answer(first);
        append(store, event("\"after\""));

        assertThat(store.log().read(0, 10))
                .extracting(stored -> text(stored.payload()))
                .containsExactly("\"before\"", "\"held up\"", "\"after\"");
    }

    @Test
    void whatIsBeingWrittenIsNotTakenBackHoweverLongItTakes() throws InterruptedException {
        CompletableFuture<ConsistencyMarker> first = heldUp();

        assertThatThrownBy(() -> answer(hasty("\"too much\""))).isInstanceOf(StoreOverloaded.class);
        assertThat(first).isNotDone();
        files.letGo();

        assertThat(answer(first)).isNotNull();
    }

    @Test
    void whatMayWaitIsWrittenWhenTheDiskGoesOn() {
        heldUp();
        CompletableFuture<ConsistencyMarker> patient = patient("\"patient\"");

        assertThatThrownBy(() -> answer(hasty("\"too much\""))).isInstanceOf(StoreOverloaded.class);
        assertThat(patient).isNotDone();
        files.letGo();

        answer(patient);
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
        CompletableFuture<ConsistencyMarker> beyond = CompletableFuture.supplyAsync(() -> answer(patient(large)));

        assertThatThrownBy(() -> answer(hasty(large))).isInstanceOf(StoreOverloaded.class);
        assertThat(store.figures().waitingBytes()).isBetween(60_000_000L, 64L << 20);
        files.letGo();

        waiting.forEach(Events::answer);
        beyond.join();
        assertThat(store.log().head()).isEqualTo(2 + 5 * 15);
    }

    @Test
    void theFiguresTellWhatWaitsAndTheListenerHearsWhatWasWritten() {
        CompletableFuture<ConsistencyMarker> first = heldUp();
        CompletableFuture<ConsistencyMarker> second = patient("\"second\"");

        assertThat(store.figures().waitingAppends()).isEqualTo(2);
        assertThat(store.figures().waitingBytes()).isEqualTo(2 * 1024);
        files.letGo();
        answer(first);
        answer(second);

        await().until(() -> store.figures().waitingAppends() == 0);
        StoreFigures figures = store.figures();
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
