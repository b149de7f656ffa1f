package org.claimsledger.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.Type;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.conversion.Converter;
import org.claimsledger.store.StoredEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events as they are stored: canonical JSON (RFC 8785), so that the same event always has the same bytes. Keys are
 * sorted, nothing is escaped that need not be, absent fields and empty lists are left out, enumerations are in
 * lower_snake_case.
 */
public final class EventJson implements Converter {

    /** Reads and writes the ledger's own records; shared, since mappers are costly and immutable. */
    public static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                    .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
                    .build())
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enumNamingStrategy(EnumNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .build();

    public static byte[] bytes(LedgerEvent event) {
        return MAPPER.writeValueAsBytes(event);
    }

    public static LedgerEvent event(StoredEvent stored) {
        return event(stored.type(), stored.payload());
    }

    public static LedgerEvent event(String name, byte[] payload) {
        return MAPPER.readValue(payload, EventCatalogue.typeOf(name));
    }

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
            return (T) MAPPER.writeValueAsBytes(input);
        }
        return MAPPER.readValue((byte[]) input, MAPPER.constructType(targetType));
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        descriptor.describeProperty("format", "canonical JSON (RFC 8785)");
    }
}
