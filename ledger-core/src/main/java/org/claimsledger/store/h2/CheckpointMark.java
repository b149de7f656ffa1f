package org.claimsledger.store.h2;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.claimsledger.store.ContentHash;
import org.claimsledger.store.StoreRefused;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code checkpoint} beside the journal: how far the events file is certain to be on disk, and at which of
 * its states. After a stop that was not clean that state is taken, and everything after it comes from the journal.
 *
 * @param ledger the ledger's id, 26 characters
 * @param end the last event of that state
 */
record CheckpointMark(String ledgerId, LedgerEnd end, H2FileState state) {

    private static final String NAME = "checkpoint";
    private static final String NEXT = "checkpoint.tmp";
    private static final byte[] MAGIC = "claimsC1".getBytes(US_ASCII);
    private static final int ID_LENGTH = 26;
    private static final int FIXED = MAGIC.length + ID_LENGTH + 8 + 8 + ContentHash.LENGTH + 4;

    static Path path(Path journal) {
        return journal.resolve(NAME);
    }

    /** The mark of a journal; null where it has none, as after a clean stop. */
    static @Nullable CheckpointMark read(Path journal) throws IOException {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path(journal)));
            int checked = bytes.remaining() - Integer.BYTES;
            CheckpointMark mark =
                    checked > FIXED && bytes.getInt(checked) == checksum(bytes, checked) ? parsed(bytes) : null;
            if (mark == null) {
                throw new StoreRefused(
                        StoreRefused.Code.DAMAGED,
                        path(journal),
                        "The file " + path(journal) + " cannot be read. " + StoreRefused.RESTORE_ADVICE);
            }
            return mark;
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private static @Nullable CheckpointMark parsed(ByteBuffer bytes) {
        byte[] magic = new byte[MAGIC.length];
        byte[] ledger = new byte[ID_LENGTH];
        bytes.get(magic).get(ledger);
        long position = bytes.getLong();
        long recordedAt = bytes.getLong();
        byte[] hash = new byte[ContentHash.LENGTH];
        bytes.get(hash);
        return Arrays.equals(magic, MAGIC)
                ? new CheckpointMark(
                        new String(ledger, US_ASCII),
                        new LedgerEnd(position, recordedAt, hash),
                        H2FileState.read(bytes))
                : null;
    }

    /** Puts this mark in the place of the one before it; durable when the call returns. */
    void write(Path journal, Disk disk) throws IOException {
        Path next = journal.resolve(NEXT);
        disk.delete(next);
        try (JournalFile file = disk.create(next)) {
            file.write(bytes(), 0);
            file.sync();
        }
        disk.move(next, path(journal));
        disk.syncFolder(journal);
    }

    /** Removes a journal's mark: the events file was stopped cleanly and needs none. */
    static void delete(Path journal, Disk disk) throws IOException {
        disk.delete(path(journal));
        disk.syncFolder(journal);
    }

    private ByteBuffer bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(FIXED + state.length());
        bytes.put(MAGIC).put(ledgerId.getBytes(US_ASCII));
        bytes.putLong(end.position()).putLong(end.recordedAt()).put(end.hash());
        state.write(bytes);
        bytes.putInt(checksum(bytes, bytes.position()));
        return bytes.flip();
    }

    private static int checksum(ByteBuffer bytes, int length) {
        var crc = new CRC32C();
        crc.update(bytes.slice(0, length));
        return (int) crc.getValue();
    }
}
