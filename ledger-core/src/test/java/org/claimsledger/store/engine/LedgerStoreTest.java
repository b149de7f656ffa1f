package org.claimsledger.store.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimsledger.store.engine.TestEvents.TEST_TIMEOUT;
import static org.claimsledger.store.engine.TestEvents.append;
import static org.claimsledger.store.engine.TestEvents.entries;
import static org.claimsledger.store.engine.TestEvents.event;
import static org.claimsledger.store.engine.TestEvents.resultOf;
import static org.claimsledger.store.engine.TestEvents.submitAppend;
import static org.claimsledger.store.engine.TestEvents.tag;
import static org.claimsledger.store.engine.TestEvents.text;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.unitofwork.StubProcessingContext;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.claimsledger.store.ContentHash;
import org.claimsledger.store.Receipt;
import org.claimsledger.store.StoreLimits;
import org.claimsledger.store.StoreStopped;
import org.claimsledger.store.StoreUnreadable;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.store.UnstorableEvent;
import org.claimsledger.store.append.PreparedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerStoreTest {

    private final AtomicReference<Instant> time =
            new AtomicReference<>(Instant.parse("2026-03-01T12:00:00.123456789Z"));
    private final FaultyJournalFiles files = new FaultyJournalFiles();

    @TempDir
    Path folder;

    private LedgerStore store;

    @BeforeEach
    void open() {
        store = open(time::get);
    }

    LedgerStore open(InstantSource clock) {
        return LedgerStore.open(folder, TestEvents.TEXT, clock, files, StoreLimits.DEFAULTS);
    }

    /** Nothing is stored before {@link #letGo}. */
    void hold() {
        files.blockWrites();
    }

    void letGo() {
        files.unblockWrites();
    }

    @AfterEach
    void close() {
        letGo();
        store.close();
    }

    @Test
    void anEmptyLedgerHasNoHeadNoEventsAndNoTimes() {
        assertThat(store.log().head()).isZero();
        assertThat(store.log().read(0, 10)).isEmpty();
        assertThat(store.log().positionAt(Instant.MAX)).isZero();
        assertThat(store.log().recordedAt(1)).isEmpty();
        assertThat(store.log().lastPosition(tag("claim:c1"))).isZero();
        assertThat(store.log().readByTag(tag("claim:c1"), 0, 10)).isEmpty();
    }

    @Test
    void aStoredEventIsReadBackAsItWasWrittenWithItsPlaceTimeSaltAndHash() {
        TaggedEventMessage<?> written =
                event("ledger.ClaimAsserted", "{\"n\":1}", Map.of("requestId", "r\n1", "actor", "ada"), "claim:c1");

        append(store, written);

        StoredEvent read = store.log().read(0, 10).getFirst();
        assertThat(read.position()).isEqualTo(1);
        assertThat(read.id()).isEqualTo(written.event().identifier());
        assertThat(read.type()).isEqualTo("ClaimAsserted");
        assertThat(read.version()).isEqualTo("1");
        assertThat(read.recordedAt()).isEqualTo(Instant.parse("2026-03-01T12:00:00.123456Z"));
        assertThat(text(read.metadata())).isEqualTo("{\"actor\":\"ada\",\"requestId\":\"r\\n1\"}");
        assertThat(text(read.payload())).isEqualTo("{\"n\":1}");
        assertThat(read.salt()).hasSize(32);
        assertThat(read.hash()).isEqualTo(ContentHash.of(read.salt(), read.metadata(), read.payload()));
    }

    @Test
    void equalEventsHaveDifferentSaltsAndHashes() {
        append(store, event("{}"), event("{}"));

        List<StoredEvent> read = store.log().read(0, 2);
        assertThat(read.get(0).salt()).isNotEqualTo(read.get(1).salt());
        assertThat(read.get(0).hash()).isNotEqualTo(read.get(1).hash());
    }

    @Test
    void anAppendGivesAReceiptOfPositionsAndTimes() {
        append(store, event("{}"));

        Receipt receipt = append(store, event("{}"), event("{}"));

        assertThat(receipt.events())
                .extracting(Receipt.AssignedPosition::position)
                .containsExactly(2L, 3L);
        assertThat(receipt.last().recordedAt())
                .isEqualTo(store.log().recordedAt(3).orElseThrow());
    }

    @Test
    void twoAppendsInOneUnitOfWorkShareAReceipt() {
        var context = new StubProcessingContext();

        resultOf(submitAppend(store.engine(), AppendCondition.none(), context, List.of(event("{}"))));
        resultOf(submitAppend(store.engine(), AppendCondition.none(), context, List.of(event("{}"))));

        assertThat(context.getResource(Receipt.KEY).events())
                .extracting(Receipt.AssignedPosition::position)
                .containsExactly(1L, 2L);
    }

    @Test
    void anAppendOfNothingIsAcceptedAndMovesNothing() {
        ConsistencyMarker marker = resultOf(submitAppend(store.engine(), AppendCondition.none()));

        assertThat(marker).isEqualTo(ConsistencyMarker.ORIGIN);
        assertThat(store.log().head()).isZero();
    }

    @Test
    void recordedTimesRiseWhereTheClockStandsStillOrStepsBack() {
        append(store, event("{}"), event("{}"));
        time.set(Instant.parse("2020-01-01T00:00:00Z"));
        append(store, event("{}"));

        assertThat(store.log().read(0, 3))
                .extracting(StoredEvent::recordedAt)
                .containsExactly(
                        Instant.parse("2026-03-01T12:00:00.123456Z"),
                        Instant.parse("2026-03-01T12:00:00.123457Z"),
                        Instant.parse("2026-03-01T12:00:00.123458Z"));
    }

    @Test
    void recordedTimesRiseAcrossARestartWithAClockThatIsBehind() {
        append(store, event("{}"));
        store.close();
        store = open(() -> Instant.EPOCH);

        append(store, event("{}"));

        assertThat(store.log().recordedAt(2)).contains(Instant.parse("2026-03-01T12:00:00.123457Z"));
    }

    @Test
    void sixtyFourThreadsGetEveryPositionOnceWithRisingTimes() throws Exception {
        int each = 20;
        var positions = new HashSet<Long>();
        try (var threads = Executors.newFixedThreadPool(64)) {
            var receipts = new ArrayList<Future<List<Receipt>>>();
            for (int i = 0; i < 64; i++) {
                int writer = i;
                receipts.add(threads.submit(() -> LongStream.range(0, each)
                        .mapToObj(n -> append(store, event("{}", "claim:c" + writer), event("{}", "about:all")))
                        .toList()));
            }
            for (Future<List<Receipt>> future : receipts) {
                for (Receipt receipt : future.get(60, TimeUnit.SECONDS)) {
                    List<Receipt.AssignedPosition> pair = receipt.events();
                    assertThat(pair.get(1).position()).isEqualTo(pair.get(0).position() + 1);
                    pair.forEach(assignedPosition -> positions.add(assignedPosition.position()));
                }
            }
        }
        long last = 64 * each * 2;
        assertThat(positions).hasSize((int) last).allMatch(position -> position >= 1 && position <= last);
        List<StoredEvent> all = store.log().read(0, Integer.MAX_VALUE);
        assertThat(all)
                .extracting(StoredEvent::position)
                .isEqualTo(LongStream.rangeClosed(1, last).boxed().toList());
        assertThat(all).extracting(StoredEvent::recordedAt).isSorted().doesNotHaveDuplicates();
        assertThat(store.log().readByTag(tag("claim:c7"), 0, last)).hasSize(each);
        assertThat(store.log().readByTag(tag("about:all"), 0, last)).hasSize(64 * each);
    }

    @Test
    void ofTwoConflictingAppendsInOneGroupTheFirstWins() {
        var noClaimYet = AppendCondition.withCriteria(EventCriteria.havingTags(tag("claim:c1")));
        hold();
        CompletableFuture<ConsistencyMarker> earlier =
                submitAppend(store.engine(), AppendCondition.none(), event("{\"n\":0}"));
        CompletableFuture<ConsistencyMarker> first =
                submitAppend(store.engine(), noClaimYet, event("{\"n\":1}", "claim:c1"));
        CompletableFuture<ConsistencyMarker> second =
                submitAppend(store.engine(), noClaimYet, event("{\"n\":2}", "claim:c1"));
        CompletableFuture<ConsistencyMarker> other =
                submitAppend(store.engine(), noClaimYet, event("{\"n\":3}", "claim:c2"));
        letGo();

        resultOf(earlier);
        assertThat(resultOf(first)).isEqualTo(new GlobalIndexConsistencyMarker(2));
        assertThatThrownBy(() -> resultOf(second)).isInstanceOf(AppendEventsTransactionRejectedException.class);
        assertThatThrownBy(() -> resultOf(other)).isInstanceOf(AppendEventsTransactionRejectedException.class);
        assertThat(store.log().read(0, 10))
                .extracting(event -> text(event.payload()))
                .containsExactly("{\"n\":0}", "{\"n\":1}");
    }

    @Test
    void anEventIsVisibleToNobodyBeforeItIsOnDisk() {
        hold();
        CompletableFuture<ConsistencyMarker> appended =
                submitAppend(store.engine(), AppendCondition.none(), event("{}", "claim:c1"));

        assertThat(appended).isNotDone();
        assertThat(store.log().head()).isZero();
        assertThat(store.log().read(0, 10)).isEmpty();
        assertThat(store.log().readByTag(tag("claim:c1"), 0, 10)).isEmpty();
        assertThat(store.log().lastPosition(tag("claim:c1"))).isZero();

        letGo();
        resultOf(appended);
        assertThat(store.log().lastPosition(tag("claim:c1"))).isEqualTo(1);
    }

    @Test
    void aTagIsSourcedFromAPositionUpToAnother() {
        for (int i = 1; i <= 6; i++) {
            append(store, event("{\"n\":" + i + "}", i % 2 == 0 ? "claim:even" : "claim:odd"));
        }

        assertThat(store.log().readByTag(tag("claim:even"), 0, 4))
                .extracting(StoredEvent::position)
                .containsExactly(2L, 4L);
        assertThat(store.log().readByTag(tag("claim:even"), 2, 100))
                .extracting(StoredEvent::position)
                .containsExactly(4L, 6L);
        assertThat(store.log().readByTag(tag("claim:even"), 6, 100)).isEmpty();
        assertThat(store.log().lastPosition(tag("claim:odd"))).isEqualTo(5);
    }

    @Test
    void sourcingGivesTheHeadAsMarkerWhetherOrNotItFindsAnything() {
        append(store, event("{}", "claim:c1"), event("{}", "claim:c2"), event("{}", "claim:c1"));
        var afterItsLast = SourcingCondition.conditionFor(
                new GlobalIndexConsistencyMarker(3).position(), EventCriteria.havingTags(tag("claim:c1")));
        var fromTheStart = SourcingCondition.conditionFor(EventCriteria.havingTags(tag("claim:c1")));

        assertThat(entries(store.engine().source(afterItsLast, null)))
                .extracting(entry -> entry.getResource(ConsistencyMarker.RESOURCE_KEY))
                .containsExactly(new GlobalIndexConsistencyMarker(3));
        assertThat(entries(store.engine().source(fromTheStart, null)))
                .extracting(entry -> entry.getResource(ConsistencyMarker.RESOURCE_KEY))
                .containsExactly(null, null, new GlobalIndexConsistencyMarker(3));
    }

    @Test
    void aLongStreamIsSourcedOverManyPages() {
        for (int i = 0; i < 13; i++) {
            append(
                    store,
                    LongStream.range(0, 100)
                            .mapToObj(n -> event("{}", "claim:long"))
                            .toArray(TaggedEventMessage<?>[]::new));
        }
        var condition = SourcingCondition.conditionFor(EventCriteria.havingTags(tag("claim:long")));

        assertThat(entries(store.engine().source(condition, null))).hasSize(1301);
    }

    @Test
    void aMessageConvertsItsPayloadAndCarriesTheRecordedTime() {
        append(store, event("{\"n\":1}", "claim:c1"));

        var message = store.engine().stream(StreamingCondition.startingFrom(new GlobalSequenceTrackingToken(0)), null)
                .next()
                .orElseThrow()
                .message();

        assertThat(message.payloadAs(String.class)).isEqualTo("{\"n\":1}");
        assertThat(message.timestamp()).isEqualTo(store.log().recordedAt(1).orElseThrow());
        assertThat(message.type().name()).isEqualTo("ledger.ClaimAsserted");
        assertThat(message.metadata()).containsEntry("actor", "ada");
    }

    @Test
    void aTimeIsMappedToTheLastPositionRecordedByThen() {
        Instant start = time.get();
        for (int i = 0; i < 5; i++) {
            time.set(start.plusSeconds(i));
            append(store, event("{}"));
        }

        assertThat(store.log().positionAt(start.minusSeconds(1))).isZero();
        assertThat(store.log().positionAt(start)).isEqualTo(1);
        assertThat(store.log().positionAt(start.plusMillis(2_500))).isEqualTo(3);
        assertThat(store.log().positionAt(store.log().recordedAt(4).orElseThrow()))
                .isEqualTo(4);
        assertThat(store.log().positionAt(Instant.MAX)).isEqualTo(5);
        assertThat(store.log().positionAt(Instant.MIN)).isZero();
    }

    @Test
    void aReaderThatWaitsForTheHeadIsWokenByACommit() throws Exception {
        var waiting = new CountDownLatch(1);
        var woken = new CompletableFuture<Boolean>();
        Thread.ofVirtual().start(() -> {
            waiting.countDown();
            try {
                woken.complete(store.log().awaitBeyond(0, TEST_TIMEOUT));
            } catch (InterruptedException e) {
                woken.completeExceptionally(e);
            }
        });
        waiting.await();

        append(store, event("{}"));

        assertThat(resultOf(woken)).isTrue();
        assertThat(store.log().awaitBeyond(1, Duration.ofMillis(1))).isFalse();
    }

    @Test
    void aReaderThatWaitsForTheHeadIsReleasedWhenTheLedgerCloses() {
        var woken = new CompletableFuture<Boolean>();
        Thread.ofVirtual().start(() -> {
            try {
                woken.complete(store.log().awaitBeyond(0, TEST_TIMEOUT));
            } catch (InterruptedException e) {
                woken.completeExceptionally(e);
            }
        });

        store.close();

        assertThat(resultOf(woken)).isFalse();
    }

    @Test
    void metadataThatJsonCannotCarryIsRefusedBeforeAnythingIsStored() {
        var nothing = new java.util.HashMap<String, String>();
        nothing.put("actor", "half a pair: \ud800");

        assertThatThrownBy(() -> append(store, event("{}"), event("ledger.X", "{}", nothing)))
                .isInstanceOf(UnstorableEvent.class)
                .hasMessageContaining("actor");
        assertThat(store.log().head()).isZero();
    }

    @Test
    void aTagWithHalfASurrogatePairIsRefusedSinceTwoSuchTagsWouldBecomeOne() {
        assertThatThrownBy(() -> append(store, event("{}", "claim:\udc00")))
                .isInstanceOf(UnstorableEvent.class)
                .hasMessageContaining("tag");
    }

    @Test
    void anEventOfAMegabyteIsStoredAndALargerOneIsRefused() {
        String largest = "x".repeat(PreparedEvent.MAX_CONTENT_BYTES);

        append(store, event(largest, "claim:c1"));

        assertThat(store.log().read(0, 1).getFirst().payload()).hasSize(PreparedEvent.MAX_CONTENT_BYTES);
        assertThatThrownBy(() -> append(store, event(largest + "x")))
                .isInstanceOf(UnstorableEvent.class)
                .hasMessageContaining("1048577");
    }

    @Test
    void anAppendLargerThanAGroupIsStoredWhole() {
        String large = "x".repeat(1 << 19);
        TaggedEventMessage<?>[] events =
                LongStream.range(0, 20).mapToObj(n -> event(large, "claim:c1")).toArray(TaggedEventMessage<?>[]::new);

        assertThat(append(store, events).last().position()).isEqualTo(20);
    }

    @Test
    void anAppendThatNoGroupCouldHoldIsRefused() {
        String large = "x".repeat(PreparedEvent.MAX_CONTENT_BYTES);
        TaggedEventMessage<?>[] events =
                LongStream.range(0, 40).mapToObj(n -> event(large)).toArray(TaggedEventMessage<?>[]::new);

        assertThatThrownBy(() -> append(store, events))
                .isInstanceOf(UnstorableEvent.class)
                .hasMessageContaining("40 events");
    }

    @Test
    void moreThanThereIsRoomForWaitsAndIsStoredInTheEnd() throws Exception {
        String large = "x".repeat(PreparedEvent.MAX_CONTENT_BYTES);
        int callers = 100;
        hold();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var receipts = new ArrayList<Future<Receipt>>();
            for (int i = 0; i < callers; i++) {
                receipts.add(threads.submit(() -> append(store, event(large))));
            }
            letGo();
            for (Future<Receipt> receipt : receipts) {
                receipt.get(60, TimeUnit.SECONDS);
            }
        }
        assertThat(store.log().head()).isEqualTo(callers);
    }

    @Test
    void aThreadThatIsInterruptedInsideAnAppendHarmsNobody() throws Exception {
        append(store, event("{}", "claim:c1"));
        var done = new CompletableFuture<Void>();
        var interrupted = Thread.ofPlatform().start(() -> {
            Thread.currentThread().interrupt();
            submitAppend(store.engine(), AppendCondition.none(), event("{}", "claim:c1"));
            Thread.currentThread().interrupt();
            store.log().read(0, 10);
            store.log().readByTag(tag("claim:c1"), 0, 10);
            done.complete(null);
        });
        interrupted.join();
        resultOf(done);

        append(store, event("{}", "claim:c1"));

        assertThat(store.log().readByTag(tag("claim:c1"), 0, 10)).hasSize(3);
    }

    @Test
    void manyReadersAreInterruptedAgainAndAgainAndTheLedgerStaysOpen() throws Exception {
        for (int i = 0; i < 20; i++) {
            append(store, event("x".repeat(10_000), "claim:c" + i));
        }
        store.close();
        store = open(time::get);
        for (int i = 0; i < 50; i++) {
            var reader = Thread.ofPlatform().start(() -> {
                try {
                    store.log().read(0, 100);
                } catch (StoreUnreadable e) {
                    // An interrupted read may fail; the next one must not.
                }
            });
            reader.interrupt();
            reader.join();
        }

        assertThat(store.log().read(0, 100)).hasSize(20);
        append(store, event("{}"));
    }

    @Test
    void aCleanStopLeavesTheSameLedger() {
        append(store, event("{\"n\":1}", "claim:c1"), event("{\"n\":2}", "claim:c2"));
        List<StoredEvent> before = store.log().read(0, 10);
        String ledger = store.ledgerId();

        store.close();
        store = open(time::get);

        assertThat(store.ledgerId()).isEqualTo(ledger);
        assertThat(store.log().head()).isEqualTo(2);
        assertThat(store.log().read(0, 10)).usingRecursiveComparison().isEqualTo(before);
        assertThat(store.log().readByTag(tag("claim:c2"), 0, 10)).hasSize(1);
        assertThat(store.log().lastPosition(tag("claim:c1"))).isEqualTo(1);
        assertThat(append(store, event("{}")).last().position()).isEqualTo(3);
    }

    @Test
    void aClosedLedgerTakesNoMoreEventsAndSaysSo() {
        store.close();
        store.close();

        assertThatThrownBy(() -> append(store, event("{}")))
                .isInstanceOf(StoreStopped.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> store.log().lastPosition(tag("claim:c1")))
                .isInstanceOf(StoreUnreadable.class)
                .hasMessageContaining("closed");
    }
}
