package org.claimsledger.event;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events as they are stored: canonical JSON (RFC 8785), so that the same event always has the same bytes. Keys are
 * sorted, nothing is escaped that need not be, absent fields and empty lists are left out, enumerations are in
 * lower_snake_case.
 */
public final class EventJson {

    /** Reads and writes the ledger's own records; shared, because mappers are costly and immutable. */
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

    private EventJson() {}

    public static byte[] bytes(LedgerEvent event) {
        return MAPPER.writeValueAsBytes(event);
    }

    /** A value's tree, read back from its text, so that equal numbers are equal nodes whatever their Java type. */
    public static JsonNode tree(Object value) {
        return MAPPER.readTree(MAPPER.writeValueAsBytes(value));
    }

    /** @param name the stored name of the event */
    public static LedgerEvent event(String name, byte[] payload) {
        return MAPPER.readValue(payload, EventCatalogue.typeOf(name));
    }

    /** On a flag of a stored event that came later than the event: what was stored before has the bytes that it had. */
    @JacksonAnnotationsInside
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    @JsonSetter(nulls = Nulls.AS_EMPTY)
    @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
    @Retention(RetentionPolicy.RUNTIME)
    public @interface OmittedUnlessSet {}
}
