package org.claimsledger.store.h2;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.claimsledger.store.ContentHash;
import org.claimsledger.store.StoreRefused;
import org.claimsledger.store.StoreRefused.Code;
import org.claimsledger.store.append.SequencedEvent;
import org.jspecify.annotations.Nullable;

/**
 * A journal segment that is read again after a stop. Reading changes nothing; anything inconsistent is refused.
 *
 * <p>Segments are filled with zeros before they are written to, so zeros follow the last record. The last record may
 * be <em>torn</em>: the power went, or the process, while it was being written. It was not acknowledged, and is left
 * out. A record that is not torn but wrong was acknowledged and is damaged. The two are told apart as follows: nothing
 * is written before the record before it is synced, so a wrong record with a good one behind it was acknowledged; and
 * disks write whole sectors, so a torn record ends beyond the file's end or has a sector, or its last bytes, still
 * zero.
 */
public final class JournalSegment implements AutoCloseable {

    private static final int SECTOR = 512;

    /** Takes the groups of a segment in order. */
    @FunctionalInterface
    interface GroupConsumer {
        void accept(List<SequencedEvent> group) throws Exception;
    }

    private final Path path;
    private final FileChannel channel;
    private final long size;
    private final SegmentHeader header;

    private JournalSegment(Path path, FileChannel channel, SegmentHeader header) throws IOException {
        this.path = path;
        this.channel = channel;
        this.size = channel.size();
        this.header = header;
    }

    static JournalSegment open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            SegmentHeader header = SegmentHeader.read(bytes(channel, 0, SegmentHeader.LENGTH));
            if (header == null) {
                throw new StoreRefused(
                        Code.DAMAGED,
                        path,
                        "The journal file " + path + " has no readable beginning. " + StoreRefused.RESTORE_ADVICE);
            }
            return new JournalSegment(path, channel, header);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    SegmentHeader header() {
        return header;
    }

    long size() {
        return size;
    }

    Path path() {
        return path;
    }

    /**
     * Reads all good records in order.
     *
     * @return whether the records are followed by a torn one
     */
    boolean read(GroupConsumer groupConsumer) throws Exception {
        long at = SegmentHeader.LENGTH;
        while (true) {
            JournalRecord.Header record = header(at);
            ByteBuffer body = record == null ? null : body(at, record);
            if (record == null || body == null) {
                return isTorn(at, record);
            }
            groupConsumer.accept(JournalRecord.events(body, record));
            at += JournalRecord.HEADER_LENGTH + record.bodyLength();
        }
    }

    private JournalRecord.@Nullable Header header(long at) throws IOException {
        ByteBuffer bytes = bytes(channel, at, JournalRecord.HEADER_LENGTH);
        return bytes.remaining() == JournalRecord.HEADER_LENGTH && JournalRecord.isHeader(bytes, header.number())
                ? JournalRecord.header(bytes)
                : null;
    }

    private @Nullable ByteBuffer body(long at, JournalRecord.Header record) throws IOException {
        if (at + JournalRecord.HEADER_LENGTH + record.bodyLength() > size) {
            return null;
        }
        ByteBuffer body = bytes(channel, at + JournalRecord.HEADER_LENGTH, record.bodyLength());
        return JournalRecord.isBody(body, record) ? body : null;
    }

    /** False if the segment simply ends here. Refuses if an acknowledged record was changed. */
    private boolean isTorn(long at, JournalRecord.@Nullable Header record) throws IOException {
        if (at >= size || isZero(at, size)) {
            return false;
        }
        boolean torn = record == null
                ? isTornHeader(at)
                : isTornBody(at, at + JournalRecord.HEADER_LENGTH + record.bodyLength());
        if (!torn || goodRecordAfter(at)) {
            throw new StoreRefused(
                    Code.DAMAGED,
                    path,
                    "The journal file " + path + " is damaged at byte " + at + ", in events that were acknowledged. "
                            + StoreRefused.RESTORE_ADVICE);
        }
        return true;
    }

    /** The last eight bytes of a header are a position and never zero. */
    private boolean isTornHeader(long at) throws IOException {
        long end = at + JournalRecord.HEADER_LENGTH;
        long boundary = Math.min(end, nextSector(at));
        return end > size
                || isZero(end - Long.BYTES, end)
                || isZero(at, boundary)
                || boundary < end && isZero(boundary, end);
    }

    /** The last bytes of a body are a hash and never zero; neither is a sector of text and hashes. */
    private boolean isTornBody(long at, long end) throws IOException {
        if (end > size || isZero(end - ContentHash.LENGTH, end)) {
            return true;
        }
        for (long from = at; from < end; from = nextSector(from)) {
            if (isZero(from, Math.min(end, nextSector(from)))) {
                return true;
            }
        }
        return false;
    }

    private static long nextSector(long at) {
        return (at / SECTOR + 1) * SECTOR;
    }

    private boolean goodRecordAfter(long at) throws IOException {
        int step = 1 << 20;
        for (long from = at + 1; from < size; from += step) {
            ByteBuffer bytes = bytes(channel, from, step + Integer.BYTES - 1);
            for (int i = 0; i + Integer.BYTES <= bytes.limit(); i++) {
                if (bytes.getInt(i) == JournalRecord.MAGIC && isGoodRecord(from + i)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isGoodRecord(long at) throws IOException {
        JournalRecord.Header record = header(at);
        return record != null && body(at, record) != null;
    }

    private boolean isZero(long from, long to) throws IOException {
        int step = 1 << 20;
        for (long at = from; at < to; at += step) {
            ByteBuffer bytes = bytes(channel, at, (int) Math.min(step, to - at));
            while (bytes.hasRemaining()) {
                if (bytes.get() != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** This many bytes from an offset; fewer if the file ends before. */
    private static ByteBuffer bytes(FileChannel channel, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.max(0, Math.min(length, channel.size() - at)));
        long place = at;
        while (bytes.hasRemaining()) {
            int read = channel.read(bytes, place);
            if (read < 0) {
                break;
            }
            place += read;
        }
        return bytes.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
