package org.claimsledger.copy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.claimsledger.copy.RestoreRefused.RestoreFault;
import org.jspecify.annotations.Nullable;

/** Reads the lines of an export in blocks. */
final class ExportLineReader {

    /** Twice the most that an event's metadata and payload can take, and room for everything between them. */
    private static final int LONGEST = 3 << 20;

    private static final int LINES = 2_000;
    private static final int BYTES = 8 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private long lines;

    /** @param before how many lines precede the first of these */
    record LineChunk(long linesBefore, List<byte[]> lines) {}

    ExportLineReader(InputStream in) {
        this.in = in;
    }

    /** The next lines, without line breaks; none at the end of the input. */
    LineChunk next() {
        long before = lines;
        List<byte[]> chunk = new ArrayList<>();
        long bytes = 0;
        while (chunk.size() < LINES && bytes < BYTES) {
            byte[] line = line();
            if (line == null) {
                break;
            }
            chunk.add(line);
            bytes += line.length;
            lines++;
        }
        return new LineChunk(before, chunk);
    }

    private byte @Nullable [] line() {
        ByteArrayOutputStream begun = null;
        while (true) {
            if (at == end && !fill()) {
                return begun == null ? null : begun.toByteArray();
            }
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            if (at < end && begun == null) {
                return Arrays.copyOfRange(buffer, from, at++);
            }
            begun = begun == null ? new ByteArrayOutputStream(1 << 12) : begun;
            begun.write(buffer, from, at - from);
            if (begun.size() > LONGEST) {
                throw new RestoreRefused(RestoreFault.LINE_UNREADABLE, lines + 1, "it is longer than any event.");
            }
            if (at < end) {
                at++;
                return begun.toByteArray();
            }
        }
    }

    private boolean fill() {
        try {
            at = 0;
            end = Math.max(0, in.read(buffer));
            return end > 0;
        } catch (IOException unreadable) {
            throw new RestoreRefused(
                    RestoreFault.INPUT_UNREADABLE,
                    lines + 1,
                    "the input cannot be read any further (" + unreadable + ").");
        }
    }
}
