package org.claimsledger.name;

import java.text.Normalizer;

/** Strips case and marks from letters, so that texts that differ in nothing else become equal. */
final class LetterFolding {

    /** Stands for any sign between letters. */
    static final char SIGN = '\'';

    private LetterFolding() {}

    /** Small letters without marks of any kind. */
    static String bare(String word) {
        if (isPlain(word)) {
            return word;
        }
        String apart = Normalizer.normalize(word, Normalizer.Form.NFKD);
        StringBuilder bare = new StringBuilder(apart.length());
        apart.codePoints().forEach(letter -> appendBare(bare, Character.toLowerCase(letter)));
        return bare.toString();
    }

    /** Small letters; a mark stays where it changes how the letter is read. */
    static String small(String word) {
        if (isPlain(word)) {
            return word;
        }
        String composed = Normalizer.normalize(word, Normalizer.Form.NFKC);
        StringBuilder small = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); i++) {
            char letter = Character.toLowerCase(composed.charAt(i));
            if (Alphabets.ALL.knows(letter)) {
                small.append(letter);
            } else if (isSign(letter)) {
                small.append(SIGN);
            } else if (!isMark(letter)) {
                small.append(bare(String.valueOf(letter)));
            }
        }
        return small.toString();
    }

    private static boolean isPlain(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c < 'a' || c > 'z') {
                return false;
            }
        }
        return true;
    }

    static boolean isMark(int letter) {
        int type = Character.getType(letter);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    /** Signs for ь, ъ, ʿ and ʾ, which have no sound but keep letters apart. */
    static boolean isSign(int letter) {
        return switch (letter) {
            case '\'', '’', '‘', '`', '´', '"', '”', '“', '′', '″', '·', '׳', '״' -> true;
            default -> Character.getType(letter) == Character.MODIFIER_LETTER && letter != 'ـ';
        };
    }

    private static void appendBare(StringBuilder bare, int letter) {
        switch (letter) {
            case 'ł' -> bare.append('l');
            case 'ø' -> bare.append('o');
            case 'đ', 'ð' -> bare.append('d');
            case 'ı' -> bare.append('i');
            case 'ß' -> bare.append("ss");
            case 'æ' -> bare.append("ae");
            case 'œ' -> bare.append("oe");
            case 'þ' -> bare.append("th");
            case 'ى', 'ی' -> bare.append('ي');
            case 'ک' -> bare.append('ك');
            case 'ة' -> bare.append('ه');
            case 'ς' -> bare.append('σ');
            case 'ـ', 'ء' -> {}
            default -> {
                if (!isMark(letter)
                        && Character.isLetterOrDigit(letter)
                        && Character.getType(letter) != Character.MODIFIER_LETTER) {
                    bare.appendCodePoint(letter);
                }
            }
        }
    }
}
