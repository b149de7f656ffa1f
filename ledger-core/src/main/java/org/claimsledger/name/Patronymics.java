package org.claimsledger.name;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recognises patronymics by the ending of the word. A surname may have the same ending. */
final class Patronymics {

    private static final int SHORTEST = 6;

    private static final List<String> ENDINGS =
            List.of("ovič", "evič", "ovna", "evna", "ivna", "ična", "yvna", "uly", "kyzy", "oγlu", "ogly");

    private static final Sounds OV = Sounds.read("ov");
    private static final Sounds OVA = Sounds.read("ova");

    private Patronymics() {}

    /** The Russian surname that is formed from a Kazakh patronymic: Байтурсынов from Байтұрсынұлы. */
    static @Nullable Sounds russianSurname(Sounds sounds) {
        if (sounds.length() < SHORTEST || sounds.bare()) {
            return null;
        }
        if (sounds.endsIn("uly")) {
            return sounds.to(sounds.length() - 3).and(OV);
        }
        return sounds.endsIn("qyzy") ? sounds.to(sounds.length() - 4).and(OVA) : null;
    }

    static boolean isPatronymic(Sounds sounds) {
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
