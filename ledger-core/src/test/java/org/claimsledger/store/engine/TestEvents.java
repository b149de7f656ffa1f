package org.claimsledger.store.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.conversion.Converter;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.core.unitofwork.StubProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.Tag;
import org.claimsledger.store.Receipt;

/** Events and appends for tests of the store, which knows events as bytes: their payload is text. */
public final class TestEvents {

    /** Text as its UTF-8 bytes and back. */
    public static final Converter TEXT = new Converter() {
        @Override
        public boolean canConvert(Type from, Type to) {
            return true;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T convert(Object input, Type to) {
            if (to == byte[].class) {
                return (T)
                        (input instanceof byte[] bytes
                                ? bytes
                                : input.toString().getBytes(UTF_8));
            }
            return (T) (input instanceof byte[] bytes ? new String(bytes, UTF_8) : input);
        }

        @Override
        public void describeTo(ComponentDescriptor descriptor) {}
    };

    private TestEvents() {}

    public static Tag tag(String name) {
        String[] keyAndValue = name.split(":", 2);
        return Tag.of(keyAndValue[0], keyAndValue[1]);
    }

    /** An event with JSON text for its payload and tags such as {@code claim:c1}. */
    public static TaggedEventMessage<EventMessage> event(String payload, String... tags) {
        return event("ledger.ClaimAsserted", payload, Map.of("actor", "ada"), tags);
    }

    public static TaggedEventMessage<EventMessage> event(
            String type, String payload, Map<String, String> metadata, String... tags) {
        Set<Tag> set = new LinkedHashSet<>();
        Arrays.stream(tags).map(TestEvents::tag).forEach(set::add);
        return new GenericTaggedEventMessage<>(
                new GenericEventMessage(
                        UUID.randomUUID().toString(),
                        new MessageType(type, "1"),
                        payload,
                        metadata,
                        java.time.Instant.EPOCH),
                set);
    }

    static CompletableFuture<ConsistencyMarker> submitAppend(
            EventStorageEngine engine,
            AppendCondition condition,
            ProcessingContext context,
            List<TaggedEventMessage<?>> events) {
        return engine.appendEvents(condition, context, events).thenCompose(transaction -> commit(transaction, context));
    }

    private static <R> CompletableFuture<ConsistencyMarker> commit(
            AppendTransaction<R> transaction, ProcessingContext context) {
        return transaction.commit(context).thenCompose(result -> transaction.afterCommit(result, context));
    }

    public static CompletableFuture<ConsistencyMarker> submitAppend(
            EventStorageEngine engine, AppendCondition condition, TaggedEventMessage<?>... events) {
        return submitAppend(engine, condition, new StubProcessingContext(), List.of(events));
    }

    /** Appends without a condition and waits for the answer. */
    public static Receipt append(LedgerStore store, TaggedEventMessage<?>... events) {
        var context = new StubProcessingContext();
        resultOf(submitAppend(store.engine(), AppendCondition.none(), context, List.of(events)));
        return context.getResource(Receipt.KEY);
    }

    /** The result of a future, or the exception that it failed with. */
    public static <T> T resultOf(CompletableFuture<T> future) {
        try {
            return future.get(30, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (Exception e) {
            throw new IllegalStateException("No answer", e);
        }
    }

    /** All entries of a stream that ends. */
    public static List<MessageStream.Entry<EventMessage>> entries(MessageStream<EventMessage> stream) {
        var entries = new ArrayList<MessageStream.Entry<EventMessage>>();
        for (Optional<MessageStream.Entry<EventMessage>> next = stream.next(); next.isPresent(); next = stream.next()) {
            entries.add(next.get());
        }
        return entries;
    }

    public static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }

    public static final Duration TEST_TIMEOUT = Duration.ofSeconds(30);
}
