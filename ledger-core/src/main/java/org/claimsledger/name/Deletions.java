package org.claimsledger.name;

import java.util.Set;

/** A text and all that is left of it when one letter is taken out: two texts with one misprint between them share one. */
final class Deletions {

    private Deletions() {}

    static void addTo(Set<String> keys, String prefix, String text) {
        keys.add(prefix + text);
        for (int i = 0; i < text.length(); i++) {
            if (i == 0 || text.charAt(i) != text.charAt(i - 1)) {
                keys.add(prefix + text.substring(0, i) + text.substring(i + 1));
            }
        }
    }
}
