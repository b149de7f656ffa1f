package org.claimsledger.cli;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** A file in the pieces of which it may be cut: lines where it is plain, frames where it is compressed. */
final class Frames implements AutoCloseable {

    private static final int GZIP_HEADER = 10;
    private static final int GZIP_TRAILER = 8;
    private static final int MOST = 1 << 30;

    private final RandomAccessFile file;
    private final Compression compression;
    private byte[] held = new byte[1 << 20];
    private int length;
    private int at;
    private long offset;

    Frames(Path path, Compression compression) throws IOException {
        this.file = new RandomAccessFile(path.toFile(), "r");
        this.compression = compression;
    }

    /** Where in the file the last piece ended. */
    long offset() {
        return offset;
    }

    /** The next whole piece, as plain bytes; null where there is none any more, be it the end or a torn rest. */
    byte @Nullable [] next() throws IOException {
        while (true) {
            byte[] piece = length == at ? null : piece();
            if (piece != null || !more()) {
                return piece;
            }
        }
    }

    private byte @Nullable [] piece() {
        return switch (compression) {
            case NONE -> line();
            case GZIP -> gzip();
            case ZSTD -> zstd();
        };
    }

    /** What is held moves to the front, and the file's next bytes come behind it. */
    private boolean more() throws IOException {
        byte[] into = length - at > held.length / 2 ? new byte[2 * held.length] : held;
        if (into.length > MOST) {
            return false;
        }
        System.arraycopy(held, at, into, 0, length - at);
        held = into;
        length -= at;
        at = 0;
        int read = file.read(held, length, held.length - length);
        length += Math.max(0, read);
        return read > 0;
    }

    private byte[] taken(int size, byte[] plain) {
        at += size;
        offset += size;
        return plain;
    }

    private byte @Nullable [] line() {
        for (int i = at; i < length; i++) {
            if (held[i] == '\n') {
                return taken(i + 1 - at, Arrays.copyOfRange(held, at, i + 1));
            }
        }
        return null;
    }

    private byte @Nullable [] zstd() {
        try {
            int size = (int) Zstd.findFrameCompressedSize(held, at, length - at);
            return taken(size, Zstd.decompressFrame(held, at));
        } catch (ZstdException notWhole) {
            return null;
        }
    }

    private byte @Nullable [] gzip() {
        if (length - at <= GZIP_HEADER) {
            return null;
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(held, at + GZIP_HEADER, length - at - GZIP_HEADER);
            ByteArrayOutputStream plain = new ByteArrayOutputStream(1 << 20);
            byte[] some = new byte[1 << 16];
            while (!inflater.finished()) {
                int read = inflater.inflate(some);
                if (read == 0 && !inflater.finished()) {
                    return null;
                }
                plain.write(some, 0, read);
            }
            int size = GZIP_HEADER + (int) inflater.getBytesRead() + GZIP_TRAILER;
            return size > length - at ? null : taken(size, plain.toByteArray());
        } catch (DataFormatException damaged) {
            return null;
        } finally {
            inflater.end();
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
