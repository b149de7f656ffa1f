package org.claimsledger.name;

import java.util.List;
import java.util.Set;

/**
 * A run of letters in a text.
 *
 * @param folded small letters without marks
 * @param small small letters with the marks that matter
 * @param dotted whether a full stop follows
 * @param hyphened whether a hyphen follows
 * @param spaced whether the next token stands apart
 * @param aside whether it stands in brackets
 */
record NameToken(
        String written, String folded, String small, boolean dotted, boolean hyphened, boolean spaced, boolean aside) {

    private static final Set<String> INITIALS_OF_MORE_LETTERS = Set.of(
            "dzh", "shch", "kh", "zh", "sh", "ch", "yu", "ya", "ye", "yo", "ts", "gh", "iu", "ia", "ju", "ja", "je",
            "th", "dj", "дж");

    /** Whether it is an initial, which stands for a word that begins with it. */
    boolean isInitial() {
        int letters = folded.codePointCount(0, folded.length());
        return letters == 1 || dotted && INITIALS_OF_MORE_LETTERS.contains(folded);
    }

    /** The tokens of a text; those after its only comma come first, unless they are a legal form or the like. */
    static List<NameToken> tokensInSpokenOrder(String text) {
        return new NameTokenReader(text).inSpokenOrder();
    }
}
