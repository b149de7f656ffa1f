package org.claimsledger.desk.words;

import org.jspecify.annotations.Nullable;

/**
 * A text that may be a link.
 *
 * @param href absent where it is none
 */
public record LinkedText(String text, @Nullable String href) {

    public static LinkedText plain(String text) {
        return new LinkedText(text, null);
    }
}
