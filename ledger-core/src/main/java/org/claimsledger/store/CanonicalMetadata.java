package org.claimsledger.store;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Metadata as canonical JSON (RFC 8785): an object of strings, keys in the order of their UTF-16 code units. */
public final class CanonicalMetadata {

    private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                    .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNameLength(Integer.MAX_VALUE)
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .build();

    private static final ObjectWriter WRITER = MAPPER.writerFor(STRINGS);
    private static final ObjectReader READER = MAPPER.readerFor(STRINGS);

    private CanonicalMetadata() {}

    /** Refuses what JSON cannot carry: a missing value, or half of a surrogate pair. */
    public static byte[] write(Map<String, String> metadata) {
        metadata.forEach(CanonicalMetadata::requireStorable);
        return WRITER.writeValueAsBytes(new TreeMap<>(metadata));
    }

    private static void requireStorable(String key, String value) {
        if (value == null) {
            throw new UnstorableEvent("The metadata under '" + key + "' has no value.");
        }
        WellFormedText.require("A metadata key", key);
        WellFormedText.require("The metadata under '" + key + "'", value);
    }

    /** Reads what {@link #write} wrote; fails on anything but one JSON object of scalars. */
    public static Map<String, String> read(byte[] canonical) {
        return READER.readValue(canonical);
    }
}
