package org.claimsledger.name;

import java.util.Set;

/** One letter left out, added, taken for another, or swapped with its neighbour. */
final class Misprint {

    private Misprint() {}

    /** Whether the two words differ by one misprint at most. */
    static boolean between(String one, String other) {
        int start = 0;
        int shorter = Math.min(one.length(), other.length());
        while (start < shorter && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        int endOfOne = one.length();
        int endOfOther = other.length();
        while (endOfOne > start && endOfOther > start && one.charAt(endOfOne - 1) == other.charAt(endOfOther - 1)) {
            endOfOne--;
            endOfOther--;
        }
        int leftOfOne = endOfOne - start;
        int leftOfOther = endOfOther - start;
        return leftOfOne <= 1 && leftOfOther <= 1
                || leftOfOne == 2
                        && leftOfOther == 2
                        && one.charAt(start) == other.charAt(start + 1)
                        && one.charAt(start + 1) == other.charAt(start);
    }

    /** Adds the keys, each after a prefix, of which any two texts that differ by one misprint share at least one. */
    static void addShared(Set<String> keys, String prefix, String text) {
        keys.add(prefix + text);
        for (int i = 0; i < text.length(); i++) {
            if (i == 0 || text.charAt(i) != text.charAt(i - 1)) {
                keys.add(prefix + text.substring(0, i) + text.substring(i + 1));
            }
        }
    }
}
