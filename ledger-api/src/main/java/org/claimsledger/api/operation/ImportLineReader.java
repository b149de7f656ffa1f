package org.claimsledger.api.operation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a stream. A line beyond the longest length is skipped, and reported as too long. */
final class ImportLineReader {

    /**
     * A line of the file.
     *
     * @param number counted from 1
     * @param bytes without the line's end; absent where it was too long
     */
    record ImportLine(long number, byte @Nullable [] bytes) {

        boolean isBlank() {
            if (bytes == null) {
                return false;
            }
            for (byte b : bytes) {
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return true;
        }
    }

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private long number;

    ImportLineReader(InputStream in) {
        this.in = in;
    }

    /** The next line, or null at the end. If the stream breaks off, its incomplete last line is not returned. */
    @Nullable
    ImportLine next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        boolean any = false;
        while (true) {
            if (at == end) {
                end = in.read(buffer);
                at = 0;
                if (end < 0) {
                    end = 0;
                    return any ? line(line, tooLong) : null;
                }
            }
            any = true;
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            tooLong |= line.size() + at - from > StrictJson.MAX_BYTES;
            if (!tooLong) {
                line.write(buffer, from, at - from);
            }
            if (at < end) {
                at++;
                return line(line, tooLong);
            }
        }
    }

    private ImportLine line(ByteArrayOutputStream line, boolean tooLong) {
        number++;
        return new ImportLine(number, tooLong ? null : StrictJson.withoutByteOrderMark(line.toByteArray()));
    }
}
