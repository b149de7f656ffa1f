package org.claimsledger.name;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One word of a name.
 *
 * @param written as it was written
 * @param folded small letters without marks
 * @param sounds how it sounds; empty where its script isn't read
 * @param articled whether an Arabic article was written with it and is left out of the sounds
 * @param unglued how it sounds without its first two letters, where these may be an Arabic article
 */
record Word(
        String written,
        String folded,
        Kind kind,
        Sounds sounds,
        boolean articled,
        @Nullable Sounds unglued) {

    enum Kind {
        PLAIN,
        /** A letter, or two that stand for one of another alphabet, in place of a word. */
        INITIAL,
        /** bin, abu, de: often left out. */
        PARTICLE,
        /** Son or daughter of, by its ending; a surname may look so too. */
        PATRONYMIC
    }

    private static final List<String> PATRONYMICS = List.of(
            "ovič", "evič", "ovyč", "evyč", "ovna", "evna", "ivna", "ična", "yvna", "inična", "uly", "uli", "kyzy",
            "kizi", "oglu", "ogly");

    boolean isInitial() {
        return kind == Kind.INITIAL;
    }

    static boolean looksLikeAPatronymic(Sounds sounds) {
        if (sounds.length() < 6) {
            return false;
        }
        for (String ending : PATRONYMICS) {
            if (sounds.endsIn(ending)) {
                return true;
            }
        }
        return false;
    }
}
