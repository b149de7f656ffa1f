package org.claimsledger.store.sql;

import java.util.Arrays;

/** A set of numbers that are not negative, in little more memory than the numbers take. */
final class LongHashSet {

    private static final long FREE = -1;

    private long[] slots = free(1 << 16);
    private int size;

    private static long[] free(int length) {
        long[] slots = new long[length];
        Arrays.fill(slots, FREE);
        return slots;
    }

    /** False if it was there before. */
    boolean add(long digest) {
        if (2L * size >= slots.length) {
            grow();
        }
        if (!put(digest, slots)) {
            return false;
        }
        size++;
        return true;
    }

    private void grow() {
        long[] larger = free(2 * slots.length);
        for (long digest : slots) {
            if (digest != FREE) {
                put(digest, larger);
            }
        }
        slots = larger;
    }

    private static boolean put(long digest, long[] into) {
        int at = (int) (digest * 0x9E3779B97F4A7C15L >>> 32) & into.length - 1;
        while (into[at] != FREE) {
            if (into[at] == digest) {
                return false;
            }
            at = at + 1 & into.length - 1;
        }
        into[at] = digest;
        return true;
    }
}
