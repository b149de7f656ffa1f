package org.claimsledger.ledger;

import java.lang.reflect.Type;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.conversion.Converter;
import org.claimsledger.event.EventJson;
import org.jspecify.annotations.Nullable;

/** Axon's way from events to their stored bytes and back. */
final class EventConverter implements Converter {

    @Override
    public boolean canConvert(Type sourceType, Type targetType) {
        return sourceType.equals(targetType) || targetType == byte[].class || sourceType == byte[].class;
    }

    @Override
    @SuppressWarnings("unchecked") // the type token says what comes out
    public <T> @Nullable T convert(@Nullable Object input, Type targetType) {
        if (input == null || targetType instanceof Class<?> target && target.isInstance(input)) {
            return (T) input;
        }
        if (targetType == byte[].class) {
            return (T) EventJson.MAPPER.writeValueAsBytes(input);
        }
        return EventJson.MAPPER.readValue((byte[]) input, EventJson.MAPPER.constructType(targetType));
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        descriptor.describeProperty("format", "canonical JSON (RFC 8785)");
    }
}
