package org.claimsledger.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * Writes text of any origin safely to a terminal. Characters that would control the terminal, change the direction of
 * writing or be invisible are escaped as in JSON, {@code \}{@code u001b}; line breaks and tabs are not.
 */
final class TerminalWriter extends FilterWriter {

    private TerminalWriter(Writer out) {
        super(out);
    }

    static PrintWriter printWriter(PrintStream stream) {
        return new PrintWriter(new TerminalWriter(new OutputStreamWriter(stream, stream.charset())), true);
    }

    /** Foreign text as part of one line of output: its line breaks and tabs are escaped too. */
    static String escapedLine(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            escaped.append(isPlain(c) ? Character.toString(c) : escaped(c));
        }
        return escaped.toString();
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
