package org.claimsledger.projection.search;

import java.util.ArrayList;
import java.util.List;
import org.claimsledger.projection.table.SearchTokens;

/**
 * A text cut into words. A word is a run of letters and digits. In scripts that put no spaces between words each letter
 * is a word, and so is a symbol such as an emoji; a search for several of them looks for them side by side.
 *
 * @param tokens the words in order
 */
record TokenizedText(String text, List<TextToken> tokens) {

    private static final int TATWEEL = 0x640;

    /**
     * A word and its place in the text, in UTF-16 code units.
     *
     * @param folded the word as it is compared: without case, diacritics and invisible characters
     * @param singleCharacter whether it is a single letter of a script without spaces, or a symbol
     * @param from inclusive
     * @param to exclusive
     */
    record TextToken(String folded, boolean singleCharacter, int from, int to) {}

    static TokenizedText of(String text) {
        return new TokenizedText(text, new WordBreaker(text).tokens());
    }

    private static final class WordBreaker {

        private final String text;
        private final List<TextToken> tokens = new ArrayList<>();
        private int start = -1;
        private boolean singleCharacter;

        WordBreaker(String text) {
            this.text = text;
        }

        List<TextToken> tokens() {
            for (int at = 0; at < text.length(); ) {
                int letter = text.codePointAt(at);
                accept(letter, at);
                at += Character.charCount(letter);
            }
            endToken(text.length());
            return List.copyOf(tokens);
        }

        private void accept(int letter, int at) {
            if (isCombining(letter)) {
                return;
            }
            if (isSingleCharacterToken(letter)) {
                endToken(at);
                start = at;
                singleCharacter = true;
            } else if (Character.isLetterOrDigit(letter)) {
                if (start < 0 || singleCharacter) {
                    endToken(at);
                    start = at;
                }
            } else {
                endToken(at);
            }
        }

        private void endToken(int at) {
            if (start >= 0) {
                String folded = fold(text.substring(start, at));
                if (!folded.isEmpty()) {
                    tokens.add(new TextToken(folded, singleCharacter, start, at));
                }
            }
            start = -1;
            singleCharacter = false;
        }
    }

    private static boolean isCombining(int letter) {
        return switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT -> true;
            default -> false;
        };
    }

    private static boolean isSingleCharacterToken(int letter) {
        if (letter < 0x80) {
            return letter == '$';
        }
        return switch (Character.getType(letter)) {
            case Character.OTHER_SYMBOL -> letter != 0xFFFD;
            case Character.CURRENCY_SYMBOL -> true;
            case Character.OTHER_LETTER -> isScriptWithoutSpaces(Character.UnicodeScript.of(letter));
            default -> false;
        };
    }

    private static boolean isScriptWithoutSpaces(Character.UnicodeScript script) {
        return switch (script) {
            case HAN,
                    HIRAGANA,
                    KATAKANA,
                    BOPOMOFO,
                    YI,
                    THAI,
                    LAO,
                    KHMER,
                    MYANMAR,
                    TIBETAN,
                    JAVANESE,
                    BALINESE,
                    TAI_LE,
                    NEW_TAI_LUE,
                    TAI_THAM,
                    TAI_VIET -> true;
            default -> false;
        };
    }

    /**
     * Whether the letter counts when words are compared; one that only stretches a word does not, and no decomposed
     * mark.
     */
    private static boolean isCompared(int letter) {
        return letter != TATWEEL && (Character.isLetterOrDigit(letter) || isSingleCharacterToken(letter));
    }

    private static String fold(String word) {
        String folded = SearchTokens.fold(word);
        StringBuilder bare = new StringBuilder(folded.length());
        folded.codePoints().filter(TokenizedText::isCompared).forEach(it -> {
            int digit = Character.isDigit(it) ? Character.digit(it, 10) : -1;
            bare.appendCodePoint(digit < 0 ? it : '0' + digit);
        });
        return bare.toString();
    }
}
