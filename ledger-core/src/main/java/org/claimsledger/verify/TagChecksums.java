package org.claimsledger.verify;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.claimsledger.event.EventTag;

/**
 * One number for each position: the sum of the digests of the event's tags, less the sum of those in the index. It is
 * zero where the two agree. So an index of any size is compared with the log by reading each of them once, in its own
 * order, in eight bytes an event. Two differences cancel out once in 2^64; the digests differ on each run, so nobody
 * can bring that about.
 */
final class TagChecksums {

    private static final int CHUNK = 1 << 20;

    private final long head;
    private final List<long[]> chunks = new ArrayList<>();
    private final Set<Long> excluded = new HashSet<>();
    private final long first;
    private final long second;

    TagChecksums(long head) {
        this.head = head;
        Random random = new SecureRandom();
        this.first = random.nextLong() | 1;
        this.second = random.nextLong() | 1;
        for (long from = 0; from <= head; from += CHUNK) {
            chunks.add(new long[CHUNK]);
        }
    }

    /** The sum of the tags of one position. */
    long sumOf(Collection<EventTag> eventTags, long position) {
        long sum = 0;
        for (EventTag eventTag : eventTags) {
            sum += sumOf(eventTag.key(), eventTag.value(), position);
        }
        return sum;
    }

    long sumOf(String key, String value, long position) {
        return mixed(digest(value, digest(key, first)) ^ position * second);
    }

    private long digest(String text, long begin) {
        long digest = begin;
        for (int i = 0; i < text.length(); i++) {
            digest = mixed(digest * second + text.charAt(i));
        }
        return mixed(digest + text.length());
    }

    private static long mixed(long number) {
        long mixed = (number ^ number >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }

    boolean covers(long position) {
        return position >= 1 && position <= head;
    }

    void add(long position, long sum) {
        chunks.get((int) (position / CHUNK))[(int) (position % CHUNK)] += sum;
    }

    /** Leaves out a position, because the tags of an event that cannot be read are unknown. */
    void exclude(long position) {
        excluded.add(position);
    }

    /** The positions where events and index differ, in order. */
    List<Long> differingPositions() {
        List<Long> differing = new ArrayList<>();
        for (long position = 1; position <= head; position++) {
            if (chunks.get((int) (position / CHUNK))[(int) (position % CHUNK)] != 0 && !excluded.contains(position)) {
                differing.add(position);
            }
        }
        return differing;
    }
}
