package org.claimsledger.name;

import java.util.List;

/** Son or daughter of, by the ending of the word. A surname may look so too. */
final class Patronymics {

    private static final int SHORTEST = 6;

    private static final List<String> ENDINGS =
            List.of("ovič", "evič", "ovna", "evna", "ivna", "ična", "yvna", "uly", "kyzy", "oγlu", "ogly");

    private Patronymics() {}

    static boolean isOne(Sounds sounds) {
        if (sounds.length() >= SHORTEST) {
            for (String ending : ENDINGS) {
                if (sounds.endsIn(ending)) {
                    return true;
                }
            }
        }
        return false;
    }
}
