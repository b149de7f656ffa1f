package org.claimsledger.bestknown;

import java.util.Locale;
import java.util.regex.Pattern;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/**
 * Who really attests something. Corroboration counts origins, never documents. There is one name space: a court and a
 * publisher of the same name are one.
 *
 * @param key what makes two origins the same one
 * @param name the name as it was given
 */
public record Origin(String key, String name) {

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    /** Somebody with a name, whatever its case and spaces. */
    public static Origin named(String name) {
        String folded = SPACES.matcher(name).replaceAll(" ").strip();
        return new Origin(folded.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), name);
    }

    /** A source whose publisher nobody knows; no name can be equal to it. */
    static Origin unnamed(SourceId source, String title) {
        return new Origin("\n" + source.value(), title);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Origin origin && key.equals(origin.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
