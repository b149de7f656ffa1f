package org.claimsledger.store;

import java.util.ArrayDeque;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The last position of every tag that was lately appended under, and one floor for all others: a tag that is not
 * remembered has no event beyond the floor. So most questions of the form "did anything happen to this claim after
 * position n?" are answered exactly and without a look at the disk.
 *
 * <p>That holds because whoever appends tells this memory of every event before anyone can see it, and because all is
 * forgotten before anyone can see an event that another node has appended. Written by one thread at a time, read by any.
 */
final class RecentTags {

    private record Touch(Tag tag, long position) {}

    private final int capacity;
    private final ConcurrentHashMap<Tag, Long> lastPositions = new ConcurrentHashMap<>();
    private final ArrayDeque<Touch> inOrder = new ArrayDeque<>();
    private volatile long floor;

    /** @param head the ledger's last position: nothing is remembered of the events up to there */
    RecentTags(int capacity, long head) {
        this.capacity = capacity;
        this.floor = head;
    }

    /** A position that the tag's last event is not beyond. */
    long lastAtMost(Tag tag) {
        Long last = lastPositions.get(tag);
        return last != null ? Math.max(last, floor) : floor;
    }

    /** The position of the tag's last event, or null where it is not remembered. */
    @Nullable
    Long last(Tag tag) {
        Long last = lastPositions.get(tag);
        return last != null && last > floor ? last : null;
    }

    /** How many tags are remembered. */
    int size() {
        return lastPositions.size();
    }

    /** Any tag may have events up to this position. */
    void forget(long position) {
        floor = Math.max(floor, position);
        lastPositions.clear();
        inOrder.clear();
    }

    void touched(Tag tag, long position) {
        lastPositions.put(tag, position);
        inOrder.addLast(new Touch(tag, position));
        while (lastPositions.size() > capacity || inOrder.size() > 4L * capacity + 16) {
            forgetOldest();
        }
    }

    private void forgetOldest() {
        Touch oldest = inOrder.removeFirst();
        Long last = lastPositions.get(oldest.tag());
        if (last != null && last == oldest.position()) {
            // The floor rises before the tag is gone, so that a reader who misses the tag sees the risen floor.
            floor = Math.max(floor, oldest.position());
            lastPositions.remove(oldest.tag());
        }
    }
}
