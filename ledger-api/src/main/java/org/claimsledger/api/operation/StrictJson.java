package org.claimsledger.api.operation;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads one JSON object from a client, strictly and within limits. */
public final class StrictJson {

    /** The longest body, and the longest line of an import, in bytes. */
    public static final int MAX_BYTES = 1 << 20;
    /** The deepest nesting of objects and arrays. */
    public static final int MAX_DEPTH = 32;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(1_000)
                            .maxStringLength(MAX_BYTES)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private StrictJson() {}

    public static ObjectNode readObject(byte[] body) {
        JsonNode node;
        try {
            node = MAPPER.readTree(text(withoutByteOrderMark(body)));
        } catch (NumberFormatException beyondAllBounds) {
            throw Refused.because(RefusalCode.INVALID_NUMBER, "A number's exponent is beyond all bounds");
        } catch (JacksonException malformed) {
            RefusalCode code = String.valueOf(malformed.getOriginalMessage()).startsWith("Duplicate")
                    ? RefusalCode.DUPLICATE_FIELD
                    : RefusalCode.MALFORMED_JSON;
            throw Refused.because(code, "Not one JSON object" + location(malformed));
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw Refused.because(RefusalCode.MALFORMED_JSON, "Not a JSON object");
    }

    /** JSON between systems is UTF-8 (RFC 8259). The parser itself would guess other encodings and accept overlong forms. */
    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw Refused.because(RefusalCode.MALFORMED_JSON, "Not UTF-8");
        }
    }

    /** The text without its byte order mark. Some editors write one, also in front of files that are joined later. */
    public static byte[] withoutByteOrderMark(byte[] text) {
        boolean marked = text.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(text, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
        return marked ? Arrays.copyOfRange(text, BYTE_ORDER_MARK.length, text.length) : text;
    }

    /** Line and column only, because the parser's own message may repeat what the client sent. */
    private static String location(JacksonException malformed) {
        var location = malformed.getLocation();
        return location == null || location.getLineNr() < 1
                ? ""
                : ": line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
