package org.claimsledger.time;

import org.claimsledger.time.Bound.Between;
import org.claimsledger.time.Edtf.InvalidEdtf;

/** Reads a whole EDTF text: a lone date, a date with time, an interval or a set. */
final class EdtfReader {

    private final String whole;
    private final TextCursor text;

    EdtfReader(String whole) {
        this.whole = whole;
        this.text = new TextCursor(whole);
    }

    Edtf read() {
        if (whole.length() > Edtf.MAX_LENGTH) {
            throw InvalidEdtf.tooLong(whole.length());
        }
        if (whole.isEmpty()) {
            throw InvalidEdtf.whole(whole, "the text is empty");
        }
        if (text.accept('[')) {
            return set(']');
        }
        if (text.accept('{')) {
            return set('}');
        }
        return whole.indexOf('/') < 0 ? loneDate() : interval();
    }

    private Edtf loneDate() {
        DateReader.ReadDate date = DateReader.read(text);
        Between bound = date.bound();
        if (text.isAt('T')) {
            if (!date.parts().isOneDay()) {
                throw text.refusal("a time of day can only follow a full date");
            }
            text.accept('T');
            bound = TimeReader.read(text, date.bound().earliestDay());
        }
        text.expectEnd();
        return new Edtf(whole, bound, bound);
    }

    /**
     * Start and end are dates without time of day. {@code ..2004-06-01} as a start and {@code 2004-06-20..} as an end
     * (ISO 8601-2:2019, 10.6) mean: then or earlier, then or later.
     */
    private Edtf interval() {
        Bound start = intervalStart();
        text.expect('/');
        Bound end = intervalEnd();
        text.expectEnd();
        if (start instanceof Bound.UnknownEnd && end instanceof Bound.UnknownEnd) {
            throw InvalidEdtf.whole(whole, "an interval needs a start or an end");
        }
        if (end instanceof Between last && start instanceof Between first && last.isBefore(first)) {
            throw InvalidEdtf.whole(whole, "the interval ends before it begins");
        }
        return new Edtf(whole, start, end);
    }

    private Bound intervalStart() {
        if (text.isAt('/')) {
            return Bound.UNKNOWN;
        }
        boolean dots = text.acceptDots();
        if (dots && text.isAt('/')) {
            return Bound.OPEN;
        }
        Between date = DateReader.read(text).bound();
        return dots ? date.orEarlier() : date;
    }

    private Bound intervalEnd() {
        if (text.isAtEnd()) {
            return Bound.UNKNOWN;
        }
        if (text.acceptDots()) {
            return Bound.OPEN;
        }
        Between date = DateReader.read(text).bound();
        return text.acceptDots() ? date.orLater() : date;
    }

    /** One of several dates in square brackets, all of several in curly ones, commas between, no spaces. */
    private Edtf set(char close) {
        Between hull = text.acceptDots() ? DateReader.read(text).bound().orEarlier() : member(close);
        while (text.accept(',')) {
            hull = hull.and(member(close));
        }
        text.expect(close);
        text.expectEnd();
        return new Edtf(whole, hull, hull);
    }

    /** A date; two of the same precision and all between; or, as the last member, a date and all after it. */
    private Between member(char close) {
        int from = text.index();
        DateReader.ReadDate first = DateReader.read(text);
        if (!text.acceptDots()) {
            return first.bound();
        }
        if (text.isAt(close)) {
            return first.bound().orLater();
        }
        DateReader.ReadDate last = DateReader.read(text);
        if (first.parts().precision() != last.parts().precision()) {
            throw text.refusalAt(from, "both ends of a range in a set are written to the same precision");
        }
        if (last.bound().isBefore(first.bound())) {
            throw text.refusalAt(from, "the range ends before it begins");
        }
        return first.bound().and(last.bound());
    }
}
