package org.claimsledger.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * Shows text to somebody at a terminal, whoever it is from: what would command the terminal, turn the direction of writing
 * or not be seen at all is written as in JSON, {@code \}{@code u001b}. Lines of our own end as they do everywhere.
 */
final class TerminalWriter extends FilterWriter {

    private TerminalWriter(Writer out) {
        super(out);
    }

    static PrintWriter printWriter(PrintStream stream) {
        return new PrintWriter(new TerminalWriter(new OutputStreamWriter(stream, stream.charset())), true);
    }

    /** Text of somebody else's that is to stand within one line of ours. */
    static String escapedLine(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            shown.append(isPlain(c) ? Character.toString(c) : escaped(c));
        }
        return shown.toString();
    }

    private static boolean isPlain(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String escaped(char c) {
        return "\\u%04x".formatted((int) c);
    }

    @Override
    public void write(int c) throws IOException {
        if (isPlain((char) c) || c == '\n' || c == '\t') {
            super.write(c);
        } else {
            out.write(escaped((char) c));
        }
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        for (int i = from; i < from + length; i++) {
            write(text[i]);
        }
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        for (int i = from; i < from + length; i++) {
            write(text.charAt(i));
        }
    }
}
