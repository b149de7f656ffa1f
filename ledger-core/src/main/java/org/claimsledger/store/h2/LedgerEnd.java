package org.claimsledger.store.h2;

import java.util.Arrays;
import org.claimsledger.store.ContentHash;
import org.claimsledger.store.append.SequencedEvent;

/** The end of a ledger at some moment: its last event's position, recorded time and hash. */
record LedgerEnd(long position, long recordedAt, byte[] hash) {

    /** A ledger without events. */
    static final LedgerEnd EMPTY = new LedgerEnd(0, 0, new byte[ContentHash.LENGTH]);

    static LedgerEnd of(SequencedEvent last) {
        return new LedgerEnd(last.position(), last.recordedAt(), last.event().hash());
    }

    boolean isSameAs(LedgerEnd other) {
        return position == other.position && recordedAt == other.recordedAt && Arrays.equals(hash, other.hash);
    }
}
