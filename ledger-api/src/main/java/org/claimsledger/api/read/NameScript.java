package org.claimsledger.api.read;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells the script of a name by its letters. */
final class NameScript {

    private static final String SEVERAL_SCRIPTS = "Zyyy";
    private static final String RARE_SCRIPT = "Zzzz";

    private static final String CODES = """
        Latn Cyrl Arab Grek Armn Geor Hebr Syrc Thaa Ethi Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh \
        Thai Laoo Tibt Mymr Khmr Mong Hang Hani Hira Kana Bopo Cher Cans Tfng Nkoo Adlm\
        """;

    private static final Map<UnicodeScript, String> BY_SCRIPT = new EnumMap<>(UnicodeScript.class);

    static {
        for (String code : CODES.split(" ")) {
            BY_SCRIPT.put(UnicodeScript.forName(code), code);
        }
    }

    private NameScript() {}

    /**
     * Its code in ISO 15924: {@code Zyyy} where there are several, {@code Zzzz} for one that hardly any name is written
     * in; absent where the name has no letter.
     */
    static @Nullable String of(String name) {
        String found = null;
        for (int letter : name.codePoints().filter(Character::isLetter).toArray()) {
            String script = BY_SCRIPT.getOrDefault(UnicodeScript.of(letter), RARE_SCRIPT);
            if (found != null && !found.equals(script)) {
                return SEVERAL_SCRIPTS;
            }
            found = script;
        }
        return found;
    }
}
