package org.claimsledger.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A run of letters in a text.
 *
 * @param folded small letters without marks
 * @param small small letters with the marks that matter
 * @param dotted whether a full stop follows
 * @param hyphened whether a hyphen follows
 */
record NameToken(String written, String folded, String small, boolean dotted, boolean hyphened) {

    private static final int MOST = 64;
    private static final int LONGEST = 64;

    private static final Set<String> INITIALS_OF_MORE_LETTERS = Set.of(
            "dzh", "shch", "kh", "zh", "sh", "ch", "yu", "ya", "ye", "yo", "ts", "gh", "iu", "ia", "ju", "ja", "je",
            "th", "dj", "дж");

    /** Whether it is an initial, which stands for a word that begins with it. */
    boolean isInitial() {
        int letters = folded.codePointCount(0, folded.length());
        return letters == 1 || dotted && INITIALS_OF_MORE_LETTERS.contains(folded);
    }

    /** The tokens of a text; those after its only comma come first. */
    static List<NameToken> tokensInSpokenOrder(String text) {
        List<NameToken> nameTokens = new ArrayList<>();
        int end = Math.min(text.length(), Name.LETTERS);
        boolean machineReadable = MachineReadableArabic.isMachineReadable(text.substring(0, end));
        int comma = -1;
        int commas = 0;
        int at = 0;
        StringBuilder letters = new StringBuilder();
        while (at <= end && nameTokens.size() < MOST) {
            int c = at < end ? text.codePointAt(at) : ' ';
            if (isOfAWord(c) || !letters.isEmpty() && LetterFolding.isSign(c) && continuesAfterSign(text, at, end)) {
                if (letters.length() < LONGEST) {
                    letters.appendCodePoint(c);
                }
            } else if (!isInvisible(c)) {
                if (!letters.isEmpty()) {
                    add(nameTokens, letters.toString(), c, machineReadable);
                    letters.setLength(0);
                }
                if (c == ',' || c == '،' || c == '，') {
                    commas++;
                    comma = nameTokens.size();
                }
            }
            at += Character.charCount(c);
        }
        if (commas != 1 || comma == 0 || comma == nameTokens.size()) {
            return nameTokens;
        }
        List<NameToken> spoken = new ArrayList<>(nameTokens.subList(comma, nameTokens.size()));
        spoken.addAll(nameTokens.subList(0, comma));
        return spoken;
    }

    /** Whether the word goes on after the sign, or after the second of two signs. */
    private static boolean continuesAfterSign(String text, int sign, int end) {
        int next = sign + 1;
        if (next < end && LetterFolding.isSign(text.charAt(next))) {
            next++;
        }
        return next < end && isOfAWord(text.codePointAt(next));
    }

    private static void add(List<NameToken> nameTokens, String written, int after, boolean machineReadable) {
        String arabic = machineReadable ? MachineReadableArabic.read(written) : null;
        String letters = arabic == null ? written : arabic;
        String folded = LetterFolding.bare(letters);
        if (!folded.isEmpty()) {
            nameTokens.add(new NameToken(written, folded, LetterFolding.small(letters), after == '.', isHyphen(after)));
        }
    }

    private static boolean isOfAWord(int c) {
        return Character.isLetterOrDigit(c) || LetterFolding.isMark(c);
    }

    private static boolean isHyphen(int c) {
        return c == '-' || c >= 0x2010 && c <= 0x2015 || c == 0x2212 || c == 0x05BE;
    }

    /** Marks of direction, joiners, soft hyphens and tatweel, which separate nothing. */
    private static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT || c == 'ـ';
    }
}
