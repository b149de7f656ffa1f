package org.claimsledger.desk.words;

import org.jspecify.annotations.Nullable;

/**
 * Words on a page that may lead somewhere.
 *
 * @param href absent where they lead nowhere
 */
public record LinkedText(String text, @Nullable String href) {

    public static LinkedText plain(String text) {
        return new LinkedText(text, null);
    }
}
