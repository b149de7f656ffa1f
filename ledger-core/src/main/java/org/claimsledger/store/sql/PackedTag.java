package org.claimsledger.store.sql;

import static org.claimsledger.store.append.SequencedEvent.LAST_POSITION;
import static org.claimsledger.store.append.SequencedEvent.POSITION_BITS;

/**
 * A tag's id and an event's position in one number, so that the tag index is one narrow column in key order: all
 * events of a tag lie side by side, sorted by position.
 */
public final class PackedTag {

    /** The last tag id that there is room for: 134,217,727. */
    static final long LAST_TAG = (1L << (63 - POSITION_BITS)) - 1;

    private PackedTag() {}

    public static long of(long tagId, long position) {
        return (tagId << POSITION_BITS) | position;
    }

    static long tagId(long packed) {
        return packed >>> POSITION_BITS;
    }

    static long position(long packed) {
        return packed & LAST_POSITION;
    }
}
