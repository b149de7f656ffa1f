package org.claimsledger.store.h2;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.claimsledger.store.ContentHash;
import org.jspecify.annotations.Nullable;

/**
 * The first bytes of a journal segment: whose it is, which one, and where the ledger ended when it began. Of the
 * oldest segment that is the least that H2 must hold, since the segments before it were only deleted once H2 held all
 * of them.
 *
 * @param ledger the ledger's id, 26 characters
 * @param room the length that the segment was given before it was used; none for one that was left at a clean stop
 */
record SegmentHeader(String ledgerId, long number, LedgerEnd base, long preallocatedLength) {

    /** Its room in the file; a segment's first record begins here. */
    static final int LENGTH = 128;

    private static final byte[] MAGIC = "claimsJ1".getBytes(US_ASCII);
    private static final int CHECKED = LENGTH - Integer.BYTES;
    private static final int ID_LENGTH = 26;

    ByteBuffer bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH);
        bytes.put(MAGIC).put(ledgerId.getBytes(US_ASCII)).putLong(number);
        bytes.putLong(base.position()).putLong(base.recordedAt()).put(base.hash());
        bytes.putLong(preallocatedLength);
        bytes.putInt(CHECKED, checksum(bytes));
        return bytes.clear();
    }

    /** The header in these bytes, null where they are none or were changed. */
    static @Nullable SegmentHeader read(ByteBuffer bytes) {
        if (bytes.remaining() < LENGTH || bytes.getInt(CHECKED) != checksum(bytes)) {
            return null;
        }
        byte[] magic = new byte[MAGIC.length];
        byte[] ledger = new byte[ID_LENGTH];
        bytes.get(magic).get(ledger);
        if (!Arrays.equals(magic, MAGIC)) {
            return null;
        }
        long number = bytes.getLong();
        long position = bytes.getLong();
        long recordedAt = bytes.getLong();
        byte[] hash = new byte[ContentHash.LENGTH];
        bytes.get(hash);
        var base = new LedgerEnd(position, recordedAt, hash);
        return new SegmentHeader(new String(ledger, US_ASCII), number, base, bytes.getLong());
    }

    private static int checksum(ByteBuffer bytes) {
        var crc = new CRC32C();
        crc.update(bytes.slice(0, CHECKED));
        return (int) crc.getValue();
    }
}
