package org.claimsledger.desk.page;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.lang.Character.UnicodeScript;
import java.util.Set;

/**
 * Writes the code of characters that are invisible or that change the order of others, so that different names do not look
 * alike and no text rearranges the page around it. Joiners stay in scripts that are written with them, and in emoji.
 */
final class VisibleCharacters extends FilterWriter {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private static final Set<UnicodeScript> JOINING = Set.of(
            UnicodeScript.ARABIC,
            UnicodeScript.SYRIAC,
            UnicodeScript.DEVANAGARI,
            UnicodeScript.BENGALI,
            UnicodeScript.GURMUKHI,
            UnicodeScript.GUJARATI,
            UnicodeScript.ORIYA,
            UnicodeScript.TAMIL,
            UnicodeScript.TELUGU,
            UnicodeScript.KANNADA,
            UnicodeScript.MALAYALAM,
            UnicodeScript.SINHALA,
            UnicodeScript.KHMER,
            UnicodeScript.MONGOLIAN);

    /** Format characters that have a shape: signs that enclose or precede a number or a word. */
    private static final Set<Integer> VISIBLE_FORMAT =
            Set.of(0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD);

    private int previous;
    private char highSurrogate;

    VisibleCharacters(Writer out) {
        super(out);
    }

    @Override
    public void write(int c) throws IOException {
        char unit = (char) c;
        if (Character.isHighSurrogate(unit)) {
            highSurrogate = unit;
        } else if (Character.isLowSurrogate(unit) && highSurrogate != 0) {
            point(Character.toCodePoint(highSurrogate, unit));
            highSurrogate = 0;
        } else {
            highSurrogate = 0;
            point(unit);
        }
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        int written = offset;
        for (int i = offset; i < offset + length; i++) {
            if (text[i] >= 0xAD && (Character.isSurrogate(text[i]) || highSurrogate != 0 || isInvisible(text[i]))) {
                plain(text, written, i);
                write(text[i]);
                written = i + 1;
            }
        }
        plain(text, written, offset + length);
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        write(text.toCharArray(), offset, length);
    }

    private void plain(char[] text, int from, int to) throws IOException {
        if (to > from) {
            out.write(text, from, to - from);
            previous = text[to - 1];
        }
    }

    private void point(int point) throws IOException {
        if (isInvisible(point) && !joins(point)) {
            out.write("⟨U+%04X⟩".formatted(point));
        } else {
            out.write(Character.toChars(point));
        }
        previous = point;
    }

    /** Whether the character has no shape: format characters, among them all that set a direction, and other fillers. */
    private static boolean isInvisible(int point) {
        return Character.getType(point) == Character.FORMAT && !VISIBLE_FORMAT.contains(point)
                || point == 0x034F
                || point == 0x115F
                || point == 0x1160
                || point == 0x17B4
                || point == 0x17B5
                || point == 0x3164
                || point == 0xFFA0;
    }

    private boolean joins(int point) {
        return (point == ZERO_WIDTH_JOINER || point == ZERO_WIDTH_NON_JOINER)
                && (JOINING.contains(UnicodeScript.of(previous)) || Character.isEmoji(previous) && previous > 0xFF);
    }
}
