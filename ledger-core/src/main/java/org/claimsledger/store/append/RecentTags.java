package org.claimsledger.store.append;

import java.util.ArrayDeque;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The last positions of tags under which events were appended lately, and one floor for all others: a tag that is not
 * remembered has no event beyond the floor. So most questions of the form "did anything happen to this claim after
 * position n?" are answered exactly and without a look at the disk.
 *
 * <p>That holds because every event is recorded here before anyone can see it, and because all is forgotten before anyone can see an event that another node has appended. Written by one thread at a time, read by any.
 */
public final class RecentTags {

    private record TagPosition(Tag tag, long position) {}

    private final int capacity;
    private final ConcurrentHashMap<Tag, Long> lastPositions = new ConcurrentHashMap<>();
    private final ArrayDeque<TagPosition> insertionOrder = new ArrayDeque<>();
    private volatile long floor;

    /** @param head the ledger's last position: nothing is remembered of the events up to there */
    public RecentTags(int capacity, long head) {
        this.capacity = capacity;
        this.floor = head;
    }

    /** A position at or after the tag's last event. */
    public long lastPositionUpperBound(Tag tag) {
        Long last = lastPositions.get(tag);
        return last != null ? Math.max(last, floor) : floor;
    }

    /** The position of the tag's last event, or null if it is not remembered. */
    @Nullable
    public Long lastPosition(Tag tag) {
        Long last = lastPositions.get(tag);
        return last != null && last > floor ? last : null;
    }

    /** How many tags are remembered. */
    public int size() {
        return lastPositions.size();
    }

    /** Any tag may have events up to this position. */
    void forgetUpTo(long position) {
        floor = Math.max(floor, position);
        lastPositions.clear();
        insertionOrder.clear();
    }

    void record(Tag tag, long position) {
        lastPositions.put(tag, position);
        insertionOrder.addLast(new TagPosition(tag, position));
        while (lastPositions.size() > capacity || insertionOrder.size() > 4L * capacity + 16) {
            forgetOldest();
        }
    }

    private void forgetOldest() {
        TagPosition oldest = insertionOrder.removeFirst();
        Long last = lastPositions.get(oldest.tag());
        if (last != null && last == oldest.position()) {
            // The floor rises before the tag is gone, so that a reader who misses the tag sees the risen floor.
            floor = Math.max(floor, oldest.position());
            lastPositions.remove(oldest.tag());
        }
    }
}
