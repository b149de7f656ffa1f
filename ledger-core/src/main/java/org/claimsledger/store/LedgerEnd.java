package org.claimsledger.store;

import java.util.Arrays;

/** How far a ledger went at some moment: its last event's position, recorded time and hash. */
record LedgerEnd(long position, long recordedAt, byte[] hash) {

    /** A ledger without events. */
    static final LedgerEnd EMPTY = new LedgerEnd(0, 0, new byte[ContentHash.LENGTH]);

    static LedgerEnd of(SequencedEvent last) {
        return new LedgerEnd(last.position(), last.recordedAt(), last.event().hash());
    }

    boolean isAt(LedgerEnd other) {
        return position == other.position && recordedAt == other.recordedAt && Arrays.equals(hash, other.hash);
    }
}
