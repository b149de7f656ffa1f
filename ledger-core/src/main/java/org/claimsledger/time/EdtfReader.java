package org.claimsledger.time;

import java.util.ArrayList;
import java.util.List;
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
            return new Edtf(whole, new Extent.OneOf(set(']')));
        }
        if (text.accept('{')) {
            return new Edtf(whole, new Extent.AllOf(set('}')));
        }
        return whole.indexOf('/') < 0 ? loneDate() : interval();
    }

    private Edtf loneDate() {
        DateReader.ReadDate date = DateReader.read(text);
        Extent.LoneDate loneDate = new Extent.LoneDate(date.bound(), false);
        if (text.isAt('T')) {
            if (!date.parts().isOneDay()) {
                throw text.refusal("a time of day can only follow a full date");
            }
            text.accept('T');
            loneDate = TimeReader.read(text, date.bound().earliestDay());
        }
        text.expectEnd();
        return new Edtf(TimeReader.canonical(whole), loneDate);
    }

    /**
     * Start and end are dates without time of day. {@code ..2004-06-01} as a start and {@code 2004-06-20..} as an end
     * (ISO 8601-2:2019, 10.6) mean: then or earlier, then or later. An end that is then or earlier is no EDTF; it is written
     * as in a set, {@code [..2004-06-20]}.
     */
    private Edtf interval() {
        Bound start = intervalStart();
        text.expect('/');
        Bound end = text.accept('[') ? endUpToADay(start) : intervalEnd();
        text.expectEnd();
        if (start instanceof Bound.UnknownEnd && end instanceof Bound.UnknownEnd) {
            throw InvalidEdtf.whole(whole, "an interval needs a start or an end");
        }
        if (end instanceof Between last && start instanceof Between first && last.isBefore(first)) {
            throw endsBeforeItBegins();
        }
        return new Edtf(whole, new Extent.Interval(start, end));
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

    /** The rest of {@code [..2004-06-20]}: any day up to that one, but none before the interval can have begun. */
    private Between endUpToADay(Bound start) {
        text.expect('.');
        text.expect('.');
        Between last = DateReader.read(text).bound();
        text.expect(']');
        if (!(start instanceof Between first)) {
            return last.orEarlier();
        }
        if (last.isBefore(first)) {
            throw endsBeforeItBegins();
        }
        return new Between(first.earliest(), last.latest(), first.earliestDay(), last.latestDay());
    }

    private InvalidEdtf endsBeforeItBegins() {
        return InvalidEdtf.whole(whole, "the interval ends before it begins");
    }

    /** Dates, commas between, no spaces. */
    private List<SetMember> set(char close) {
        List<SetMember> members = new ArrayList<>();
        members.add(text.acceptDots() ? SetMember.orEarlier(DateReader.read(text)) : member(close));
        while (text.accept(',')) {
            members.add(member(close));
        }
        text.expect(close);
        text.expectEnd();
        return List.copyOf(members);
    }

    /** A date; two of the same precision and all between; or, as the last member, a date and all after it. */
    private SetMember member(char close) {
        int from = text.index();
        DateReader.ReadDate first = DateReader.read(text);
        if (!text.acceptDots()) {
            return SetMember.of(first);
        }
        if (text.isAt(close)) {
            return SetMember.orLater(first);
        }
        DateReader.ReadDate last = DateReader.read(text);
        if (first.parts().precision() != last.parts().precision()) {
            throw text.refusalAt(from, "both ends of a range in a set are written to the same precision");
        }
        if (last.bound().isBefore(first.bound())) {
            throw text.refusalAt(from, "the range ends before it begins");
        }
        return SetMember.range(first, last);
    }
}
