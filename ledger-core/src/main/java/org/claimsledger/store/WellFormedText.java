package org.claimsledger.store;

/**
 * Text that survives UTF-8. Half of a surrogate pair does not: it would come back as a question mark, so that two
 * different names became one.
 */
public final class WellFormedText {

    private WellFormedText() {}

    static String require(String what, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isLowSurrogate(c)
                    || i + 1 == text.length()
                    || !Character.isLowSurrogate(text.charAt(i + 1))) {
                throw new UnstorableEvent(what + " holds half of a surrogate pair at index " + i + ".");
            }
            i++;
        }
        return text;
    }

    /** Text of a column: of limited length, and without the character 0, which PostgreSQL has no room for. */
    public static String require(String what, String text, int longest) {
        int zero = text.indexOf(0);
        if (zero >= 0) {
            throw new UnstorableEvent(what + " holds the character 0 at index " + zero + ".");
        }
        if (text.length() > longest) {
            throw new UnstorableEvent(
                    what + " has " + text.length() + " characters, and at most " + longest + " are stored.");
        }
        return require(what, text);
    }
}
