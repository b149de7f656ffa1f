package org.claimsledger.projection.search;

import java.util.ArrayList;
import java.util.List;
import org.claimsledger.projection.table.Words;

/**
 * A text cut into words. A word is a run of letters and digits. In scripts that put no spaces between words each letter
 * counts as one, and so does a symbol such as an emoji; whoever looks for several of them looks for them side by side.
 *
 * @param words in order
 */
record Passage(String text, List<Word> words) {

    private static final int TATWEEL = 0x640;

    /**
     * A word and its place.
     *
     * @param folded as it is compared: without case, diacritics, and all that cannot be seen
     * @param sign whether it is a single letter of a script without spaces, or a symbol
     * @param from where it begins in the text, in UTF-16 units
     * @param to where it has ended
     */
    record Word(String folded, boolean sign, int from, int to) {}

    static Passage of(String text) {
        return new Passage(text, new Cut(text).words());
    }

    /** The words of a text as they are compared, one space between them. */
    static String folded(String text) {
        return String.join(" ", of(text).words().stream().map(Word::folded).toList());
    }

    private static final class Cut {

        private final String text;
        private final List<Word> words = new ArrayList<>();
        private int begin = -1;
        private boolean sign;

        Cut(String text) {
            this.text = text;
        }

        List<Word> words() {
            for (int at = 0; at < text.length(); ) {
                int letter = text.codePointAt(at);
                take(letter, at);
                at += Character.charCount(letter);
            }
            end(text.length());
            return List.copyOf(words);
        }

        private void take(int letter, int at) {
            if (isPartOfWhatItFollows(letter)) {
                return;
            }
            if (isSign(letter)) {
                end(at);
                begin = at;
                sign = true;
            } else if (Character.isLetterOrDigit(letter)) {
                if (begin < 0 || sign) {
                    end(at);
                    begin = at;
                }
            } else {
                end(at);
            }
        }

        private void end(int at) {
            if (begin >= 0) {
                String folded = fold(text.substring(begin, at));
                if (!folded.isEmpty()) {
                    words.add(new Word(folded, sign, begin, at));
                }
            }
            begin = -1;
            sign = false;
        }
    }

    private static boolean isPartOfWhatItFollows(int letter) {
        return switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT -> true;
            default -> false;
        };
    }

    private static boolean isSign(int letter) {
        if (letter < 0x80) {
            return letter == '$';
        }
        return switch (Character.getType(letter)) {
            case Character.OTHER_SYMBOL -> letter != 0xFFFD;
            case Character.CURRENCY_SYMBOL -> true;
            case Character.OTHER_LETTER -> isWithoutSpaces(Character.UnicodeScript.of(letter));
            default -> false;
        };
    }

    private static boolean isWithoutSpaces(Character.UnicodeScript script) {
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

    /** What only stretches a word, or comes of taking letters apart, does not. */
    private static boolean counts(int letter) {
        return letter != TATWEEL && (Character.isLetterOrDigit(letter) || isSign(letter));
    }

    private static String fold(String word) {
        String folded = Words.fold(word);
        StringBuilder bare = new StringBuilder(folded.length());
        folded.codePoints().filter(Passage::counts).forEach(it -> {
            int digit = Character.isDigit(it) ? Character.digit(it, 10) : -1;
            bare.appendCodePoint(digit < 0 ? it : '0' + digit);
        });
        return bare.toString();
    }
}
