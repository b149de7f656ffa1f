package org.claimsledger.name;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Arabic letters in the capitals of a passport's machine readable zone, letter for letter (ICAO Doc 9303-3, 6 B). */
final class MachineReadableArabic {

    private static final int LONGEST = 3;

    private static final Map<String, String> LETTERS = letters("""
        XE=ء XAA=ا XAE=ا U=و I=ا XI=ي A=ا B=ب XTA=ة XAH=ة T=ت XTH=ث J=ج XH=ح XKH=خ D=د XDH=ذ R=ر Z=ز S=س XSH=ش XSS=ص XDZ=ض
        XTT=ط XZZ=ظ E=ع G=غ F=ف Q=ق K=ك L=ل M=م N=ن H=ه W=و XAY=ى Y=ي XXA=ا P=پ XC=چ XJ=ژ XKK=ك XGG=گ XNG=ڭ XYA=ي
        """);

    /**
     * Found in no name in Latin letters: these sequences for one letter, or a word of three letters without a vowel beside
     * another such word. One alone may be an acronym.
     */
    private static final Pattern DISTINCTIVE = Pattern.compile("X(H|KH|SH|SS|DZ|TT|ZZ|DH|TH|AH)"
            + "|\\b[B-DF-HJ-NP-TV-XZ]{3,}\\b.*\\b[B-DF-HJ-NP-TV-XZ]{2,}\\b"
            + "|\\b[B-DF-HJ-NP-TV-XZ]{2,}\\b.*\\b[B-DF-HJ-NP-TV-XZ]{3,}\\b");

    private MachineReadableArabic() {}

    /** Whether the text cannot be anything else. */
    static boolean isMachineReadable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= 'A' && c <= 'Z' || c == ' ' || c == '<' || c == '-' || c == ',')) {
                return false;
            }
        }
        return DISTINCTIVE.matcher(text).find();
    }

    /** The Arabic letters; null where a letter of the word stands for none. */
    static @Nullable String read(String word) {
        StringBuilder arabic = new StringBuilder(word.length());
        int at = 0;
        while (at < word.length()) {
            int length = word.charAt(at) == 'X' ? Math.min(LONGEST, word.length() - at) : 1;
            String letter = null;
            while (length > 0 && letter == null) {
                letter = LETTERS.get(word.substring(at, at + length--));
            }
            if (letter == null) {
                return null;
            }
            arabic.append(letter);
            at += length + 1;
        }
        return arabic.toString();
    }

    private static Map<String, String> letters(String table) {
        Map<String, String> letters = new HashMap<>();
        for (String entry : List.of(table.strip().split("\\s+"))) {
            int equals = entry.indexOf('=');
            letters.put(entry.substring(0, equals), entry.substring(equals + 1));
        }
        return Map.copyOf(letters);
    }
}
