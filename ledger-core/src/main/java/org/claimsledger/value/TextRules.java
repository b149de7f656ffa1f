package org.claimsledger.value;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The text that may enter the ledger, and the most of each kind, in UTF-16 code units. */
public final class TextRules {

    /** Names, titles, publishers, labels. */
    public static final int NAME = 500;
    /** A claim's sentence. */
    public static final int STATEMENT = 2_000;
    /** Notes, reasons, rationales, and each part of a quote. */
    public static final int NOTE = 5_000;
    /** Short texts: locators, qualifiers, a source's vague words for a time. */
    public static final int SHORT = 300;
    /** A value that is text. */
    public static final int VALUE = 2_000;
    /** URLs. */
    public static final int URL = 2_000;
    /** Entries of any list or map in a body. */
    public static final int ENTRIES = 100;

    private TextRules() {}

    /** One line of text: no control characters at all. */
    public static String line(String text, int longest) {
        return check(text, longest, false);
    }

    /** Text of any number of lines. */
    public static String lines(String text, int longest) {
        return check(text, longest, true);
    }

    /** The field at the pointer, where it is given: one line of text. */
    public static void lineAt(String pointer, @Nullable String text, int longest) {
        if (text != null) {
            Refused.at(pointer, () -> line(text, longest));
        }
    }

    /** The field at the pointer, where it is given: text of any number of lines. */
    public static void linesAt(String pointer, @Nullable String text, int longest) {
        if (text != null) {
            Refused.at(pointer, () -> lines(text, longest));
        }
    }

    /** A copy of the list; empty where it is absent. */
    public static <T> List<T> entries(@Nullable List<T> list) {
        if (list == null) {
            return List.of();
        }
        requireFewEnough(list.size());
        return List.copyOf(list);
    }

    /** A copy of the list in the field at the pointer. */
    public static <T> List<T> entriesAt(String pointer, @Nullable List<T> list) {
        return Refused.at(pointer, () -> entries(list));
    }

    /** A copy of the list in the field at the pointer, each entry one line of text. */
    public static List<String> eachLineAt(String pointer, @Nullable List<String> list, int longest) {
        List<String> copy = entriesAt(pointer, list);
        for (int i = 0; i < copy.size(); i++) {
            lineAt(pointer + "/" + i, copy.get(i), longest);
        }
        return copy;
    }

    /** A copy of the map in the field at the pointer, in the natural order of its keys, each key and text one line. */
    public static <K extends Comparable<K>> SortedMap<K, String> mapAt(
            String pointer, @Nullable Map<K, String> map, int longest) {
        SortedMap<K, String> copy = new TreeMap<>(map == null ? Map.of() : map);
        Refused.at(pointer, () -> requireFewEnough(copy.size()));
        copy.forEach((key, text) -> Refused.at(pointer + Refusal.pointerTo(key.toString()), () -> {
            line(key.toString(), longest);
            return line(text, longest);
        }));
        return Collections.unmodifiableSortedMap(copy);
    }

    /** A copy of the map in the field at the pointer, in the natural order of its keys. */
    public static <K extends Comparable<K>, V> SortedMap<K, V> sortedAt(String pointer, @Nullable Map<K, V> map) {
        SortedMap<K, V> copy = new TreeMap<>(map == null ? Map.of() : map);
        Refused.at(pointer, () -> requireFewEnough(copy.size()));
        return Collections.unmodifiableSortedMap(copy);
    }

    private static int requireFewEnough(int entries) {
        if (entries > ENTRIES) {
            throw Refused.because(RefusalCode.TOO_MANY, "At most " + ENTRIES + " entries");
        }
        return entries;
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
            } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                blank = false;
            }
        }
        if (blank) {
            throw Refused.because(RefusalCode.INVALID_TEXT, "The text is empty; leave the field out instead");
        }
        return text;
    }
}
