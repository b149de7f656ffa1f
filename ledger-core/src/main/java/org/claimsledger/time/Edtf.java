package org.claimsledger.time;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A date as the world writes it: a text of the Extended Date/Time Format, levels 0, 1 and 2 (Library of Congress, 4
 * February 2019; ISO 8601-2:2019, Annex A), together with the bounds it sets.
 *
 * <p>The text is kept as given and is the identity of the value: {@code 2004-06~} and {@code 2004-~06} are not equal,
 * whatever they mean. The calendar is the proleptic Gregorian one with a year 0000; a date or time without a time zone
 * is taken as UTC.
 *
 * <p><b>Bounds.</b> A lone date, a date with time and a set are both start and end: their two bounds are equal, and run
 * from the first to the last day on which the text could be true.
 *
 * <ul>
 *   <li>A clock time names an instant, so its earliest and latest are one. Its day is the day in UTC.
 *   <li>Unspecified digits and significant digits ({@code 1950S2}) run from the first to the last day that matches.
 *   <li>A set runs from the earliest day of any member to the latest of any. That is so for "all members" too: between
 *       two members nothing is claimed, so no day inside is certain.
 *   <li>Sub-year groupings: see {@link SubYearGrouping}.
 *   <li>What is uncertain or approximate is widened: see {@link DateParts}.
 * </ul>
 */
public final class Edtf {

    /** Longer than any date; limits the cost of reading a hostile text. */
    public static final int MAX_LENGTH = 200;

    private final String text;
    private final Bound start;
    private final Bound end;

    Edtf(String text, Bound start, Bound end) {
        this.text = text;
        this.start = start;
        this.end = end;
    }

    /** @throws InvalidEdtf where the text is not EDTF, names no possible day, or an interval ends before it begins */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Edtf parse(String text) {
        return new EdtfReader(text).read();
    }

    @JsonValue
    public String text() {
        return text;
    }

    public Bound start() {
        return start;
    }

    public Bound end() {
        return end;
    }

    /** The last instant at which this can end; empty where the end is open or unknown. */
    public Optional<Instant> lastInstant() {
        return end instanceof Bound.Between between ? Optional.of(between.latest()) : Optional.empty();
    }

    /** Whether this ends on a day before the other begins, on every reading of both. */
    public boolean endsBefore(Edtf other) {
        return end instanceof Bound.Between ours
                && other.start instanceof Bound.Between theirs
                && ours.isBefore(theirs);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Edtf edtf && text.equals(edtf.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The text as given; {@link #parse} reads it back. */
    @Override
    public String toString() {
        return text;
    }

    /** A text that is not an EDTF date. The message is a sentence that says what is wrong and, where it helps, where. */
    public static final class InvalidEdtf extends IllegalArgumentException {

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
}
