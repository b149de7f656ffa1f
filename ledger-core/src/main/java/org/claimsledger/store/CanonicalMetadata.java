package org.claimsledger.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Metadata as canonical JSON (RFC 8785): an object of strings, keys in the order of their UTF-16 code units. */
public final class CanonicalMetadata {

    private CanonicalMetadata() {}

    /** Refuses what JSON cannot carry: a missing value, or half of a surrogate pair. */
    public static byte[] write(Map<String, String> metadata) {
        var json = new StringBuilder(64).append('{');
        for (Map.Entry<String, String> entry : new TreeMap<>(metadata).entrySet()) {
            if (json.length() > 1) {
                json.append(',');
            }
            if (entry.getValue() == null) {
                throw new UnstorableEvent("The metadata under '" + entry.getKey() + "' has no value.");
            }
            writeString(WellFormedText.require("A metadata key", entry.getKey()), json);
            json.append(':');
            writeString(WellFormedText.require("The metadata under '" + entry.getKey() + "'", entry.getValue()), json);
        }
        return json.append('}').toString().getBytes(UTF_8);
    }

    private static void writeString(String text, StringBuilder json) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\b' -> json.append("\\b");
                case '\t' -> json.append("\\t");
                case '\n' -> json.append("\\n");
                case '\f' -> json.append("\\f");
                case '\r' -> json.append("\\r");
                default -> {
                    if (c < 0x20) {
                        json.append("\\u00").append(hexDigit(c >> 4)).append(hexDigit(c & 0xf));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }

    private static char hexDigit(int value) {
        return Character.forDigit(value, 16);
    }

    /** Reads what {@link #write} wrote; fails in one way or another on anything else. */
    public static Map<String, String> read(byte[] canonical) {
        var text = new Cursor(new String(canonical, UTF_8));
        var metadata = new LinkedHashMap<String, String>();
        text.expect('{');
        while (!text.skip('}')) {
            String key = text.string();
            text.expect(':');
            metadata.put(key, text.string());
            text.skip(',');
        }
        return metadata;
    }

    /** A place in a piece of JSON that this class wrote. */
    private static final class Cursor {

        private final String json;
        private int at;

        Cursor(String json) {
            this.json = json;
        }

        boolean skip(char expected) {
            if (json.charAt(at) == expected) {
                at++;
                return true;
            }
            return false;
        }

        void expect(char expected) {
            if (!skip(expected)) {
                throw new IllegalStateException("Stored metadata is not canonical JSON: " + json);
            }
        }

        String string() {
            expect('"');
            int end = at;
            while (json.charAt(end) != '"' && json.charAt(end) != '\\') {
                end++;
            }
            if (json.charAt(end) == '"') {
                String plain = json.substring(at, end);
                at = end + 1;
                return plain;
            }
            return escapedString();
        }

        private String escapedString() {
            var text = new StringBuilder();
            for (char c = json.charAt(at++); c != '"'; c = json.charAt(at++)) {
                text.append(c == '\\' ? escaped() : c);
            }
            return text.toString();
        }

        private char escaped() {
            char c = json.charAt(at++);
            return switch (c) {
                case 'b' -> '\b';
                case 't' -> '\t';
                case 'n' -> '\n';
                case 'f' -> '\f';
                case 'r' -> '\r';
                case 'u' -> {
                    at += 4;
                    yield (char) Integer.parseInt(json, at - 4, at, 16);
                }
                default -> c;
            };
        }
    }
}
