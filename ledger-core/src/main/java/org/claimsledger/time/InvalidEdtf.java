package org.claimsledger.time;

/** A text that is not an EDTF date. The message is a sentence that says what is wrong and, where it helps, where. */
public final class InvalidEdtf extends IllegalArgumentException {

    private InvalidEdtf(String message) {
        super(message);
    }

    static InvalidEdtf at(String text, int index, String why) {
        return new InvalidEdtf("'%s' is not an EDTF date: %s (character %d)".formatted(text, why, index + 1));
    }

    static InvalidEdtf whole(String text, String why) {
        return new InvalidEdtf("'%s' is not an EDTF date: %s".formatted(text, why));
    }

    static InvalidEdtf tooLong(int length) {
        return new InvalidEdtf(
                "An EDTF date has at most %d characters, this text has %d".formatted(Edtf.MAX_LENGTH, length));
    }
}
