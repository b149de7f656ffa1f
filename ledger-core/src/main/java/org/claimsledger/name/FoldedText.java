package org.claimsledger.name;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text as a key: two texts that a reader takes for the same have equal keys. A key is for comparing and finding only;
 * what is kept and shown is the text as it was given.
 *
 * <p>Folding takes compatible characters for one (NFKC: composed and decomposed letters, full-width ones, ligatures),
 * takes capital letters for small ones (full case folding of Unicode, with the Turkish İ and ı counting as i), leaves
 * out what is not displayed (Default_Ignorable_Code_Point: zero-width spaces, soft hyphens, marks of direction), and
 * makes each run of white space one space, with none at either end. Accents, punctuation and the order of words count.
 * A folded key folds to itself. It is empty where the text has nothing that is displayed.
 *
 * @param text the key
 */
public record FoldedText(String text) {

    private static final Pattern SPACES = Pattern.compile("\\p{IsWhite_Space}+");
    private static final Pattern SEPARATORS = Pattern.compile("[ _\\-\\u2010]+");

    /** Small letters of a composed one may compose anew, and so on; no letter of Unicode needs as many rounds. */
    private static final int MOST_ROUNDS = 4;

    public FoldedText {
        text = fold(text);
    }

    /** The key of a name, title or any other text. */
    public static FoldedText of(String text) {
        return new FoldedText(text);
    }

    /**
     * The key of a qualifier's text. Runs of spaces, hyphens and low lines are one space: {@code case-x},
     * {@code CASE_X} and {@code Case X} are one. A sign at either end still counts, so that -5 is not 5.
     */
    public static FoldedText ofQualifier(String text) {
        String folded = fold(text);
        String joined = SEPARATORS.matcher(folded).replaceAll(" ");
        return new FoldedText(joined.startsWith(" ") || joined.endsWith(" ") ? bounded(joined) : joined);
    }

    /** A sign at an end is kept as one hyphen. */
    private static String bounded(String joined) {
        String inner = joined.strip();
        return (joined.startsWith(" ") ? "-" : "") + inner + (joined.endsWith(" ") && !inner.isEmpty() ? "-" : "");
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    @Override
    public String toString() {
        return text;
    }

    private static String fold(String text) {
        if (isPlain(text)) {
            return text;
        }
        String folded = text;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            String before = folded;
            String apart = Normalizer.normalize(displayed(folded), Normalizer.Form.NFKD);
            folded = Normalizer.normalize(displayed(caseFolded(apart)), Normalizer.Form.NFKC);
            if (folded.equals(before)) {
                break;
            }
        }
        return SPACES.matcher(folded).replaceAll(" ").strip();
    }

    /** Whether nothing in it can change: small letters, digits and signs of ASCII with single spaces inside. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = c == ' ' && i > 0 && i + 1 < text.length() && text.charAt(i - 1) != ' ';
            if (!space && (c <= ' ' || c >= 0x7F || c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    /** Each letter by itself, because a letter's key must not depend on the letters beside it, as small sigma does. */
    private static String caseFolded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> {
            if (letter == 0x307 && !folded.isEmpty() && folded.charAt(folded.length() - 1) == 'i') {
                return;
            }
            Character.toString(letter)
                    .toUpperCase(Locale.ROOT)
                    .codePoints()
                    .map(Character::toLowerCase)
                    .forEach(folded::appendCodePoint);
        });
        return folded.toString();
    }

    private static String displayed(String text) {
        if (text.codePoints().noneMatch(FoldedText::isIgnorable)) {
            return text;
        }
        StringBuilder displayed = new StringBuilder(text.length());
        text.codePoints().filter(letter -> !isIgnorable(letter)).forEach(displayed::appendCodePoint);
        return displayed.toString();
    }

    /** Unicode's Default_Ignorable_Code_Point. */
    static boolean isIgnorable(int letter) {
        return switch (letter) {
            case 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFEFF, 0xFFA0 -> true;
            default ->
                letter >= 0x180B && letter <= 0x180F
                        || letter >= 0x200B && letter <= 0x200F
                        || letter >= 0x202A && letter <= 0x202E
                        || letter >= 0x2060 && letter <= 0x206F
                        || letter >= 0xFE00 && letter <= 0xFE0F
                        || letter >= 0xFFF0 && letter <= 0xFFF8
                        || letter >= 0x1BCA0 && letter <= 0x1BCA3
                        || letter >= 0x1D173 && letter <= 0x1D17A
                        || letter >= 0xE0000 && letter <= 0xE0FFF;
        };
    }
}
