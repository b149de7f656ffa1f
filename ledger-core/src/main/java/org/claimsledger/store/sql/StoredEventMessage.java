package org.claimsledger.store.sql;

import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Map;
import org.axonframework.conversion.Converter;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.Metadata;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.claimsledger.store.CanonicalMetadata;
import org.jspecify.annotations.Nullable;

/**
 * A stored event as Axon's message. Its payload is the stored bytes, which it converts itself if the reader brings
 * no converter; its timestamp is the recorded time. Metadata is parsed on demand, because most readers need none.
 */
public final class StoredEventMessage implements EventMessage {

    private record Converted(Type type, Converter converter, Object payload) {}

    private final long position;
    private final String identifier;
    private final MessageType type;
    private final Instant recordedAt;
    private final byte[] storedMetadata;
    private final byte[] payload;
    private final Converter converter;
    private volatile @Nullable Metadata metadata;
    private volatile @Nullable Converted lastConverted;

    StoredEventMessage(
            long position,
            String identifier,
            MessageType type,
            Instant recordedAt,
            byte[] metadata,
            byte[] payload,
            Converter converter) {
        this.position = position;
        this.identifier = identifier;
        this.type = type;
        this.recordedAt = recordedAt;
        this.storedMetadata = metadata;
        this.payload = payload;
        this.converter = converter;
    }

    public long position() {
        return position;
    }

    @Override
    public String identifier() {
        return identifier;
    }

    @Override
    public MessageType type() {
        return type;
    }

    @Override
    public Instant timestamp() {
        return recordedAt;
    }

    @Override
    public Object payload() {
        return payload;
    }

    @Override
    public Class<?> payloadType() {
        return byte[].class;
    }

    /** Several handlers of one event ask for the same class one after the other; it is converted once. */
    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable T payloadAs(Type target, @Nullable Converter given) {
        if (target instanceof Class<?> plain && plain.isAssignableFrom(byte[].class)) {
            return (T) payload;
        }
        Converter by = given != null ? given : converter;
        Converted last = lastConverted;
        if (last != null && last.converter() == by && last.type().equals(target)) {
            return (T) last.payload();
        }
        Object converted = by.convert(payload, target);
        if (converted != null) {
            lastConverted = new Converted(target, by, converted);
        }
        return (T) converted;
    }

    @Override
    public <T> @Nullable T payloadAs(Class<T> target, @Nullable Converter given) {
        return payloadAs((Type) target, given);
    }

    @Override
    public Metadata metadata() {
        Metadata read = metadata;
        if (read == null) {
            read = Metadata.from(CanonicalMetadata.read(storedMetadata));
            metadata = read;
        }
        return read;
    }

    @Override
    public EventMessage withMetadata(Map<String, String> other) {
        var changed =
                new StoredEventMessage(position, identifier, type, recordedAt, storedMetadata, payload, converter);
        changed.metadata = Metadata.from(other);
        return changed;
    }

    @Override
    public EventMessage andMetadata(Map<String, String> more) {
        return withMetadata(metadata().mergedWith(more));
    }

    @Override
    public EventMessage withConvertedPayload(Type target, Converter given) {
        return new GenericEventMessage(identifier, type, payloadAs(target, given), metadata(), recordedAt);
    }

    @Override
    public String toString() {
        return "RecordedMessage[" + type + " at " + position + "]";
    }
}
