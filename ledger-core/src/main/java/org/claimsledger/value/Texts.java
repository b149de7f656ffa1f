package org.claimsledger.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What text may enter the ledger, and how long each kind may be, in UTF-16 code units. */
public final class Texts {

    /** Names, titles, publishers, labels. */
    public static final int NAME = 500;
    /** A claim's sentence. */
    public static final int STATEMENT = 2_000;
    /** Notes, reasons, rationales, and each part of a quote. */
    public static final int NOTE = 5_000;
    /** Locators, qualifiers, vague words for a time, text values' little brothers. */
    public static final int SHORT = 300;
    /** A value that is text. */
    public static final int VALUE = 2_000;
    /** URLs. */
    public static final int URL = 2_000;
    /** Entries of any list or map in a body. */
    public static final int ENTRIES = 100;

    private Texts() {}

    /** One line of text: no control characters at all. */
    public static String line(String text, int longest) {
        return check(text, longest, false);
    }

    /** Text of any number of lines. */
    public static String lines(String text, int longest) {
        return check(text, longest, true);
    }

    public static @Nullable String lineOrNull(@Nullable String text, int longest) {
        return text == null ? null : line(text, longest);
    }

    public static @Nullable String linesOrNull(@Nullable String text, int longest) {
        return text == null ? null : lines(text, longest);
    }

    /** A copy of the list, which may be absent and then is empty. */
    public static <T> List<T> entries(@Nullable List<T> list) {
        if (list == null) {
            return List.of();
        }
        if (list.size() > ENTRIES) {
            throw Refused.because(RefusalCode.TOO_MANY, "At most " + ENTRIES + " entries");
        }
        return List.copyOf(list);
    }

    private static String check(String text, int longest, boolean manyLines) {
        if (text.length() > longest) {
            throw Refused.because(
                    RefusalCode.TEXT_TOO_LONG, "At most " + longest + " characters; these are " + text.length());
        }
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                blank = false;
            } else if (Character.isSurrogate(c)) {
                throw Refused.because(RefusalCode.INVALID_TEXT, "A lone surrogate stands at character " + i);
            } else if (Character.isISOControl(c) && !(manyLines && (c == '\n' || c == '\t' || c == '\r'))) {
                throw Refused.because(RefusalCode.INVALID_TEXT, "A control character stands at character " + i);
            } else if (!Character.isWhitespace(c)) {
                blank = false;
            }
        }
        if (blank) {
            throw Refused.because(RefusalCode.INVALID_TEXT, "The text is empty; leave the field out instead");
        }
        return text;
    }
}
