package org.claimsledger.store.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.conversion.Converter;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.ContinuousMessageStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexPosition;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageStream.Entry;
import org.axonframework.messaging.core.SimpleEntry;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.TerminalEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.claimsledger.store.AppendTimeout;
import org.claimsledger.store.Receipt;
import org.claimsledger.store.RecordedTime;
import org.claimsledger.store.UnstorableEvent;
import org.claimsledger.store.append.EventSelection;
import org.claimsledger.store.append.LedgerHead;
import org.claimsledger.store.append.PendingAppend;
import org.claimsledger.store.append.PreparedEvent;
import org.claimsledger.store.append.RecentTags;
import org.claimsledger.store.append.Sequencer;
import org.claimsledger.store.sql.EventReader;
import org.claimsledger.store.sql.StoredEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event storage over the ledger's tables, with consistency boundaries of any number of tags.
 *
 * <p>Tokens, markers and positions are all the ledger's positions: a token or marker of n has seen the event n, so
 * that both a stream and a source begin with n + 1. A message's own timestamp is not stored; what is read has the time
 * at which the ledger recorded it.
 */
final class LedgerStorageEngine implements EventStorageEngine {

    private static final int PAGE = 500;

    private final Sequencer sequencer;
    private final EventReader reader;
    private final RecentTags recent;
    private final LedgerHead ledgerHead;
    private final Runnable refresh;
    private final Converter converter;

    /** @param refresh moves the head where other nodes have appended */
    LedgerStorageEngine(
            Sequencer sequencer,
            EventReader reader,
            RecentTags recent,
            LedgerHead ledgerHead,
            Runnable refresh,
            Converter converter) {
        this.sequencer = sequencer;
        this.reader = reader;
        this.recent = recent;
        this.ledgerHead = ledgerHead;
        this.refresh = refresh;
        this.converter = converter;
    }

    /** Refuses what cannot be stored before anything is. Conflicts are found at the commit, when places are given. */
    @Override
    public CompletableFuture<AppendTransaction<?>> appendEvents(
            AppendCondition condition, @Nullable ProcessingContext context, List<TaggedEventMessage<?>> events) {
        try {
            var prepared = new ArrayList<PreparedEvent>(events.size());
            for (TaggedEventMessage<?> event : events) {
                prepared.add(PreparedEvent.of(event, converter));
            }
            var pendingAppend = new PendingAppend(
                    condition, prepared, context == null ? null : context.getResource(AppendTimeout.KEY));
            if (pendingAppend.approximateBytes() > Sequencer.MAX_APPEND_BYTES) {
                throw new UnstorableEvent(
                        "An append of " + events.size() + " events has about " + pendingAppend.approximateBytes()
                                + " bytes, and at most " + Sequencer.MAX_APPEND_BYTES + " are stored at once.");
            }
            return CompletableFuture.completedFuture(new PendingTransaction(pendingAppend, context));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** An append that waits for its commit. */
    private final class PendingTransaction implements AppendTransaction<ConsistencyMarker> {

        private final PendingAppend pendingAppend;
        private final @Nullable ProcessingContext context;
        private final AtomicBoolean finished = new AtomicBoolean();

        PendingTransaction(PendingAppend pendingAppend, @Nullable ProcessingContext context) {
            this.pendingAppend = pendingAppend;
            this.context = context;
        }

        @Override
        public CompletableFuture<ConsistencyMarker> commit(@Nullable ProcessingContext committing) {
            if (finished.getAndSet(true)) {
                return CompletableFuture.failedFuture(
                        new IllegalStateException("This append was committed or rolled back before."));
            }
            ProcessingContext holder = context != null ? context : committing;
            return sequencer.submit(pendingAppend).thenApply(receipt -> markerOf(receipt, holder));
        }

        private static ConsistencyMarker markerOf(Receipt receipt, @Nullable ProcessingContext holder) {
            if (receipt.events().isEmpty()) {
                return ConsistencyMarker.ORIGIN;
            }
            if (holder != null) {
                holder.updateResource(Receipt.KEY, earlier -> earlier == null ? receipt : earlier.followedBy(receipt));
            }
            return new GlobalIndexConsistencyMarker(receipt.last().position());
        }

        @Override
        public void rollback(@Nullable ProcessingContext rollingBack) {
            finished.set(true);
        }

        @Override
        public CompletableFuture<ConsistencyMarker> afterCommit(
                ConsistencyMarker marker, @Nullable ProcessingContext committed) {
            return CompletableFuture.completedFuture(marker);
        }
    }

    /**
     * The head is read before anything else: what is appended meanwhile is either within it and read, or beyond the
     * marker and a conflict.
     */
    @Override
    public MessageStream<EventMessage> source(SourcingCondition condition, @Nullable ProcessingContext context) {
        try {
            long upTo = ledgerHead.position();
            long after = Math.max(0, GlobalIndexPosition.toIndex(condition.start()));
            EventSelection eventSelection =
                    EventSelection.of(condition.criteria()).prunedAfter(after, recent);
            List<StoredEventMessage> first = reader.messages(eventSelection, after, upTo, PAGE);
            return MessageStream.fromIterable(
                    () -> new SourcedMessages(eventSelection, upTo, first), message -> contextOf(message, upTo));
        } catch (RuntimeException e) {
            return MessageStream.failed(e).cast();
        }
    }

    private static Context contextOf(EventMessage message, long upTo) {
        return message instanceof StoredEventMessage recorded
                ? trackedContext(recorded)
                : Context.with(ConsistencyMarker.RESOURCE_KEY, new GlobalIndexConsistencyMarker(upTo));
    }

    private static Context trackedContext(StoredEventMessage message) {
        return Context.with(TrackingToken.RESOURCE_KEY, new GlobalSequenceTrackingToken(message.position()));
    }

    /** The selected events page by page, and after the last one the message that carries the marker. */
    private final class SourcedMessages implements Iterator<EventMessage> {

        private final EventSelection eventSelection;
        private final long upTo;
        private List<StoredEventMessage> page;
        private int at;
        private boolean ended;

        SourcedMessages(EventSelection eventSelection, long upTo, List<StoredEventMessage> first) {
            this.eventSelection = eventSelection;
            this.upTo = upTo;
            this.page = first;
        }

        @Override
        public boolean hasNext() {
            return !ended;
        }

        @Override
        public EventMessage next() {
            if (at == page.size() && page.size() == PAGE) {
                page = reader.messages(eventSelection, page.getLast().position(), upTo, PAGE);
                at = 0;
            }
            if (at < page.size()) {
                return page.get(at++);
            }
            ended = true;
            return TerminalEventMessage.INSTANCE;
        }
    }

    @Override
    public MessageStream<EventMessage> stream(StreamingCondition condition, @Nullable ProcessingContext context) {
        long start = Math.max(0, condition.position().position().orElse(0));
        EventSelection eventSelection = EventSelection.of(condition.criteria());
        return new ContinuousMessageStream<StoredEventMessage>(
                last -> reader.messages(
                        eventSelection, last == null ? start : last.position(), ledgerHead.position(), PAGE),
                LedgerStorageEngine::entry,
                (stream, woken) -> {
                    ledgerHead.watch(woken);
                    return () -> ledgerHead.unwatch(woken);
                });
    }

    private static Entry<EventMessage> entry(StoredEventMessage message) {
        return new SimpleEntry<>(message, trackedContext(message));
    }

    @Override
    public CompletableFuture<TrackingToken> firstToken(@Nullable ProcessingContext context) {
        return token(0);
    }

    /** After a look at what other nodes have appended, so that the next reader of the stream sees everything that was acknowledged. */
    @Override
    public CompletableFuture<TrackingToken> latestToken(@Nullable ProcessingContext context) {
        try {
            refresh.run();
            return token(ledgerHead.position());
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public CompletableFuture<TrackingToken> tokenAt(Instant at, @Nullable ProcessingContext context) {
        return token(reader.lastRecordedBy(lastMicrosecondBefore(at), ledgerHead.position()));
    }

    private static long lastMicrosecondBefore(Instant at) {
        return RecordedTime.micros(at) - (at.getNano() % 1_000 == 0 ? 1 : 0);
    }

    private static CompletableFuture<TrackingToken> token(long position) {
        return CompletableFuture.completedFuture(new GlobalSequenceTrackingToken(position));
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        descriptor.describeProperty("head", ledgerHead.position());
        descriptor.describeProperty("converter", converter);
    }
}
