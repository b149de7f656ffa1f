package org.claimsledger.projection.claims;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Arrays;

/**
 * Writes and reads numbers, instants and short texts in few bytes: a number as seven bits a byte, lowest first, with
 * the highest bit set in all bytes but the last.
 */
final class VersionPayloadCodec {

    private byte[] bytes;
    private int offset;

    VersionPayloadCodec() {
        this(new byte[64]);
    }

    VersionPayloadCodec(byte[] bytes) {
        this.bytes = bytes;
    }

    void write(long number) {
        long rest = number;
        while ((rest & ~0x7fL) != 0) {
            put((byte) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        put((byte) rest);
    }

    void write(Instant instant) {
        long seconds = instant.getEpochSecond();
        write(seconds << 1 ^ seconds >> 63);
        write(instant.getNano());
    }

    void write(String text) {
        byte[] encoded = text.getBytes(UTF_8);
        write(encoded.length);
        for (byte each : encoded) {
            put(each);
        }
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, offset);
    }

    long read() {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[offset++];
            number |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    Instant readInstant() {
        long folded = read();
        return Instant.ofEpochSecond(folded >>> 1 ^ -(folded & 1), read());
    }

    String readText() {
        int length = (int) read();
        offset += length;
        return new String(bytes, offset - length, length, UTF_8);
    }

    private void put(byte next) {
        if (offset == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * offset);
        }
        bytes[offset++] = next;
    }
}
