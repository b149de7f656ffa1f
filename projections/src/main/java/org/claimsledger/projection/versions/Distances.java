package org.claimsledger.projection.versions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Positions in bytes: seven bits a byte, the last one without its highest bit; rising lists as distances. */
final class Distances {

    private byte[] bytes;
    private int at;

    Distances() {
        this(new byte[32]);
    }

    Distances(byte[] bytes) {
        this.bytes = bytes;
    }

    void write(long number) {
        long rest = number;
        while (rest >= 0x80) {
            put((byte) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        put((byte) rest);
    }

    void write(List<Long> rising) {
        write(rising.size());
        long before = 0;
        for (long each : rising) {
            write(each - before);
            before = each;
        }
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, at);
    }

    long read() {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            number |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    List<Long> readList() {
        int size = (int) read();
        List<Long> rising = new ArrayList<>(size);
        long before = 0;
        for (int i = 0; i < size; i++) {
            before += read();
            rising.add(before);
        }
        return List.copyOf(rising);
    }

    private void put(byte next) {
        if (at == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * at);
        }
        bytes[at++] = next;
    }
}
