package org.claimsledger.copy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.claimsledger.copy.EventLine.UnreadableLine;
import org.claimsledger.event.EventCatalogue;
import org.claimsledger.event.EventJson;
import org.claimsledger.store.ContentHash;
import org.claimsledger.store.StoredEvent;
import tools.jackson.core.JacksonException;

/**
 * Finds the parts of one line by the text between them. It may be lenient, because the caller writes the parts again
 * and compares the result with the line, byte for byte.
 */
final class EventLineReader {

    private static final byte[] SALT = ",\"salt\":\"".getBytes(UTF_8);
    private static final byte[] HASH = "\",\"hash\":\"".getBytes(UTF_8);
    private static final byte[] HEAD = EventLine.HEAD.getBytes(UTF_8);
    private static final int TAIL =
            SALT.length + 2 * ContentHash.SALT_LENGTH + HASH.length + 2 * ContentHash.LENGTH + "\"".length();

    private static final int TIME = "2026-11-22T15:44:34.607253Z".length();

    private final byte[] line;
    private int at;

    EventLineReader(byte[] line) {
        this.line = line;
    }

    EventLine line() {
        EventLine read;
        try {
            read = parts();
        } catch (IndexOutOfBoundsException | IllegalArgumentException | DateTimeException | JacksonException e) {
            throw new UnreadableLine("it is not a line of an export");
        }
        if (!isByteEqual(read)) {
            throw new UnreadableLine("it is not written as an export writes it");
        }
        return read;
    }

    private boolean isByteEqual(EventLine read) {
        try {
            return Arrays.equals(read.bytes(), line);
        } catch (RuntimeException unwritable) {
            return false;
        }
    }

    private EventLine parts() {
        expect("{\"position\":");
        long position = Long.parseLong(until(','));
        expect(",\"id\":");
        String id = string();
        expect(",\"type\":");
        String type = EventCatalogue.storedName(string());
        expect(",\"version\":");
        String version = until(',');
        expect(",\"recordedAt\":");
        Instant recordedAt = time(string());
        expect(",\"actor\":");
        string();
        expect(",\"metadata\":");
        byte[] metadata = flatObject();
        expect(",\"payload\":");
        int end = line.length - 1;
        boolean head = Arrays.equals(line, end - HEAD.length, end, HEAD, 0, HEAD.length);
        int tail = (head ? end - HEAD.length : end) - TAIL;
        byte[] payload = slice(at, tail);
        at = tail + SALT.length;
        byte[] salt = hex(ContentHash.SALT_LENGTH);
        at += HASH.length;
        byte[] hash = hex(ContentHash.LENGTH);
        return new EventLine(
                new StoredEvent(position, id, type, version, recordedAt, metadata, payload, salt, hash), head);
    }

    /** An instant in a year of four digits. */
    private static Instant time(String text) {
        if (text.length() != TIME) {
            throw new IllegalArgumentException(text);
        }
        return Instant.parse(text);
    }

    private byte[] slice(int from, int to) {
        if (from > to) {
            throw new IndexOutOfBoundsException(to);
        }
        return Arrays.copyOfRange(line, from, to);
    }

    private void expect(String literal) {
        for (int i = 0; i < literal.length(); i++) {
            if (line[at++] != literal.charAt(i)) {
                throw new IllegalArgumentException(literal);
            }
        }
    }

    private String until(char end) {
        int from = at;
        while (line[at] != end) {
            at++;
        }
        return new String(line, from, at - from, UTF_8);
    }

    private String string() {
        int from = at;
        skipString();
        return EventJson.MAPPER.readValue(line, from, at - from, String.class);
    }

    /** A string, from its opening quotation mark to just after its closing one. */
    private void skipString() {
        expect("\"");
        while (line[at] != '"') {
            at += line[at] == '\\' ? 2 : 1;
        }
        at++;
    }

    private byte[] flatObject() {
        int from = at;
        while (line[at] != '}') {
            if (line[at] == '"') {
                skipString();
            } else {
                at++;
            }
        }
        at++;
        return slice(from, at);
    }

    private byte[] hex(int length) {
        byte[] bytes = HexFormat.of().parseHex(new String(line, at, 2 * length, UTF_8));
        at += 2 * length;
        return bytes;
    }
}
