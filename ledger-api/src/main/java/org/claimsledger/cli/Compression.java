package org.claimsledger.cli;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * How an export is compressed. A compressed export is a sequence of frames, each readable by itself, so that one that was
 * cut off can be continued after its last whole frame, and several processors can compress at once.
 */
enum Compression {
    NONE,
    GZIP,
    ZSTD;

    private static final int ZSTD_LEVEL = 3;
    private static final int ZSTD_MAGIC = 0xFD2FB528;
    private static final int GZIP_MAGIC = 0x8B1F;

    /** The compression that the suffix of the file's name stands for. */
    static Compression of(Path file) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".gz")) {
            return GZIP;
        }
        return name.endsWith(".zst") ? ZSTD : NONE;
    }

    /** Compresses the bytes into one frame. */
    byte[] frame(byte[] bytes) {
        return switch (this) {
            case NONE -> bytes;
            case GZIP -> gzip(bytes);
            case ZSTD -> Zstd.compress(bytes, ZSTD_LEVEL);
        };
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream(bytes.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(frame)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return frame.toByteArray();
    }

    /** The plain bytes of a stream, whose first bytes tell how it is compressed. */
    static InputStream decompressed(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
        buffered.mark(Integer.BYTES);
        int magic = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            magic |= (buffered.read() & 0xFF) << (Byte.SIZE * i);
        }
        buffered.reset();
        if (magic == ZSTD_MAGIC) {
            return new ZstdInputStream(buffered);
        }
        return (magic & 0xFFFF) == GZIP_MAGIC
                ? new GZIPInputStream(new AlwaysAvailableInputStream(buffered), 1 << 16)
                : buffered;
    }

    /**
     * Claims to have bytes available at all times: {@link GZIPInputStream} takes a stream without any for one without a
     * further frame, but a pipe may only be slow.
     */
    private static final class AlwaysAvailableInputStream extends FilterInputStream {

        AlwaysAvailableInputStream(InputStream in) {
            super(in);
        }

        @Override
        public int available() {
            return 1;
        }
    }
}
