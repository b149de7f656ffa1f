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

/** Reads an export file piece by piece: by lines where it is plain, by frames where it is compressed. */
final class ExportFileReader implements AutoCloseable {

    private static final int GZIP_HEADER = 10;
    private static final int GZIP_TRAILER = 8;
    private static final int MAX_BUFFER = 1 << 30;

    private final RandomAccessFile file;
    private final Compression compression;
    private byte[] buffer = new byte[1 << 20];
    private int length;
    private int start;
    private long offset;

    ExportFileReader(Path path, Compression compression) throws IOException {
        this.file = new RandomAccessFile(path.toFile(), "r");
        this.compression = compression;
    }

    /** The offset at which the last piece ended, in bytes of the file. */
    long offset() {
        return offset;
    }

    /** The next whole piece, as plain bytes; null at the end of the file or where only a torn piece is left. */
    byte @Nullable [] next() throws IOException {
        while (true) {
            byte[] piece = length == start ? null : wholePiece();
            if (piece != null || !readMore()) {
                return piece;
            }
        }
    }

    private byte @Nullable [] wholePiece() {
        return switch (compression) {
            case NONE -> line();
            case GZIP -> gzip();
            case ZSTD -> zstd();
        };
    }

    /**
     * Moves the unread bytes to the front of the buffer, and fills up behind them. False where nothing could be read.
     */
    private boolean readMore() throws IOException {
        byte[] target = length - start > buffer.length / 2 ? new byte[2 * buffer.length] : buffer;
        if (target.length > MAX_BUFFER) {
            return false;
        }
        System.arraycopy(buffer, start, target, 0, length - start);
        buffer = target;
        length -= start;
        start = 0;
        int read = file.read(buffer, length, buffer.length - length);
        length += Math.max(0, read);
        return read > 0;
    }

    private byte[] consume(int size, byte[] plain) {
        start += size;
        offset += size;
        return plain;
    }

    private byte @Nullable [] line() {
        for (int i = start; i < length; i++) {
            if (buffer[i] == '\n') {
                return consume(i + 1 - start, Arrays.copyOfRange(buffer, start, i + 1));
            }
        }
        return null;
    }

    private byte @Nullable [] zstd() {
        try {
            int size = (int) Zstd.findFrameCompressedSize(buffer, start, length - start);
            return consume(size, Zstd.decompressFrame(buffer, start));
        } catch (ZstdException notWhole) {
            return null;
        }
    }

    private byte @Nullable [] gzip() {
        if (length - start <= GZIP_HEADER) {
            return null;
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(buffer, start + GZIP_HEADER, length - start - GZIP_HEADER);
            ByteArrayOutputStream plain = new ByteArrayOutputStream(1 << 20);
            byte[] chunk = new byte[1 << 16];
            while (!inflater.finished()) {
                int read = inflater.inflate(chunk);
                if (read == 0 && !inflater.finished()) {
                    return null;
                }
                plain.write(chunk, 0, read);
            }
            int size = GZIP_HEADER + (int) inflater.getBytesRead() + GZIP_TRAILER;
            return size > length - start ? null : consume(size, plain.toByteArray());
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
