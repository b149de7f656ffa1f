package org.claimsledger.time;

import org.claimsledger.time.Edtf.InvalidEdtf;

/** A place in a text that is being read from left to right, one character at a time. */
final class TextCursor {

    private static final char END = '\0';

    private final String text;
    private int index;

    TextCursor(String text) {
        this.text = text;
    }

    int index() {
        return index;
    }

    boolean isAtEnd() {
        return index == text.length();
    }

    /** The next character; at the end, one that no date contains. */
    char peek() {
        return isAtEnd() ? END : text.charAt(index);
    }

    boolean isAt(char c) {
        return !isAtEnd() && text.charAt(index) == c;
    }

    boolean isAtDigit() {
        return '0' <= peek() && peek() <= '9';
    }

    boolean accept(char c) {
        if (!isAt(c)) {
            return false;
        }
        index++;
        return true;
    }

    boolean acceptDots() {
        if (!text.startsWith("..", index)) {
            return false;
        }
        index += 2;
        return true;
    }

    /** A mark for uncertain, approximate, or both. */
    boolean acceptDoubt() {
        return accept('?') || accept('~') || accept('%');
    }

    /** A digit, or -1 for an unspecified one. */
    int digitOrX(String what) {
        if (accept('X')) {
            return TwoDigits.UNSPECIFIED;
        }
        return digit(what);
    }

    int digit(String what) {
        if (!isAtDigit()) {
            throw refusal(what + " is expected here");
        }
        return text.charAt(index++) - '0';
    }

    int twoDigits(String what) {
        return 10 * digit(what) + digit(what);
    }

    /** A whole number that does not begin with 0, as text because it may have any size. */
    String wholeNumber(String what) {
        int from = index;
        while (isAtDigit()) {
            index++;
        }
        if (from == index || text.charAt(from) == '0') {
            throw refusalAt(from, what + " is expected here, without leading zeros");
        }
        return text.substring(from, index);
    }

    void expect(char c) {
        if (!accept(c)) {
            throw refusal("'" + c + "' is expected here");
        }
    }

    void expectEnd() {
        if (!isAtEnd()) {
            throw refusal("nothing is expected from here on");
        }
    }

    String textFrom(int from) {
        return text.substring(from, index);
    }

    InvalidEdtf refusal(String why) {
        return refusalAt(index, why);
    }

    InvalidEdtf refusalAt(int at, String why) {
        return InvalidEdtf.at(text, at, why);
    }
}
