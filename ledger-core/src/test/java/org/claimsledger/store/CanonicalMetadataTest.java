package org.claimsledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.store.engine.TestEvents.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CanonicalMetadataTest {

    @Test
    void keysAreSortedByUtf16CodeUnitsAndEscapesAreMinimal() {
        var metadata =
                Map.of("b", "\u0001\u001f\"\\/\b\f\n\r\t\u007f\u2028", "a", "ä", "\ud83d\ude00", "1", "\ufb33", "2");

        assertThat(text(CanonicalMetadata.write(metadata)))
                .isEqualTo("{\"a\":\"ä\",\"b\":\"\\u0001\\u001f\\\"\\\\/\\b\\f\\n\\r\\t\u007f\u2028\","
                        + "\"\ud83d\ude00\":\"1\",\"\ufb33\":\"2\"}");
    }

    @Test
    void nothingIsAnEmptyObject() {
        assertThat(text(CanonicalMetadata.write(Map.of()))).isEqualTo("{}");
        assertThat(CanonicalMetadata.read(CanonicalMetadata.write(Map.of()))).isEmpty();
    }

    @Test
    void randomMetadataIsWrittenAsTheReferenceDoesAndReadBack() throws Exception {
        var random = new Random(1);
        var json = JsonMapper.builder().build();
        for (int i = 0; i < 2_000; i++) {
            var metadata = new HashMap<String, String>();
            for (int n = random.nextInt(5); n > 0; n--) {
                metadata.put(randomText(random), randomText(random));
            }

            byte[] written = CanonicalMetadata.write(metadata);

            assertThat(written).isEqualTo(new JsonCanonicalizer(json.writeValueAsString(metadata)).getEncodedUTF8());
            assertThat(CanonicalMetadata.read(written)).isEqualTo(metadata);
        }
    }

    private static String randomText(Random random) {
        return random.ints(random.nextInt(8), 0, 5)
                .map(kind -> switch (kind) {
                    case 0 -> random.nextInt(0x20);
                    case 1 -> random.nextInt(0x20, 0x80);
                    case 2 -> random.nextInt(0x80, 0xd800);
                    case 3 -> random.nextInt(0xe000, 0x10000);
                    default -> random.nextInt(0x10000, 0x110000);
                })
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
