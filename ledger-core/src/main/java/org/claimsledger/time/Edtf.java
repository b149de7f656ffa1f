package org.claimsledger.time;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A date as the world writes it: a text of the Extended Date/Time Format, levels 0, 1 and 2 (Library of Congress, 4
 * February 2019; ISO 8601-2:2019, Annex A), together with the bounds it sets.
 *
 * <p>The text is kept as given and is the identity of the value: {@code 2004-06~} and {@code 2004-~06} are not equal,
 * whatever they mean. Only a fraction of a second, which is not EDTF, is shortened: {@code 12:00:00.000Z} is kept as
 * {@code 12:00:00Z}, {@code 12:00:00.250Z} as {@code 12:00:00.25Z}, and nothing finer than a microsecond is kept. The calendar is the proleptic Gregorian one with a year 0000; a date or time without a time zone
 * is taken as UTC.
 *
 * <p><b>Bounds.</b> A lone date, a date with time and a set are both start and end: their two bounds are equal, and run
 * from the first to the last day on which the text could be true.
 *
 * <ul>
 *   <li>A clock time names an instant, so its earliest and latest are one. Its day is the one written before the T, in its own
 *       offset: {@code 1985-04-12T23:20:30-04:00} falls on 12 April, though in UTC it is the 13th.
 *   <li>Unspecified digits and significant digits ({@code 1950S2}) run from the first to the last day that matches.
 *   <li>A set runs from the earliest day of any member to the latest of any. Between its members nothing is claimed,
 *       which its bounds do not tell; {@link InForce} does.
 *   <li>An interval may end at some time up to a day, which EDTF has no spelling for: {@code 2010/[..2013-06]}. Its end
 *       lies between the first possible day of its start and the last day in the brackets.
 *   <li>Sub-year groupings: see {@link SubYearGrouping}.
 *   <li>What is uncertain or approximate is widened: see {@link DateParts}.
 * </ul>
 */
public final class Edtf {

    /** Longer than any date; limits the cost of reading a hostile text. */
    public static final int MAX_LENGTH = 200;

    private final String text;
    private final Extent extent;

    Edtf(String text, Extent extent) {
        this.text = text;
        this.extent = extent;
    }

    /** @throws InvalidEdtf where the text is not EDTF, names no possible day, or an interval ends before it begins */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Edtf parse(String text) {
        return new EdtfReader(text).read();
    }

    /** The text as given, but for the fraction of a second. */
    @JsonValue
    public String text() {
        return text;
    }

    public Bound start() {
        return extent.start();
    }

    public Bound end() {
        return extent.end();
    }

    /** What the text says of the days between its bounds. */
    Extent extent() {
        return extent;
    }

    /** Whether this is written with a start and an end, and is no lone date or set. */
    public boolean isInterval() {
        return extent instanceof Extent.Interval;
    }

    /** Whether this is one date, with or without a time of day, and no interval or set. */
    public boolean isLoneDate() {
        return extent instanceof Extent.LoneDate;
    }

    /** The first instant at which this can begin; empty where the start is open or unknown. */
    public Optional<Instant> firstInstant() {
        return start() instanceof Bound.Between between ? Optional.of(between.earliest()) : Optional.empty();
    }

    /** The last instant at which this can end; empty where the end is open or unknown. */
    public Optional<Instant> lastInstant() {
        return end() instanceof Bound.Between between ? Optional.of(between.latest()) : Optional.empty();
    }

    /** Whether this ends on a day before the other begins, on every reading of both. */
    public boolean endsBefore(Edtf other) {
        return end() instanceof Bound.Between ours
                && other.start() instanceof Bound.Between theirs
                && ours.isBefore(theirs);
    }

    /**
     * Whether the state of this time is a later one than that of the other. If either is no interval, the other's last
     * day lies before this one's first. Of two intervals, the last possible day of the other's end is not after the first
     * possible day of this one's start, or both have the same first and last possible day. Neither follows where each
     * would.
     */
    public boolean follows(Edtf earlier) {
        return earlier.leadsTo(this) && !leadsTo(earlier);
    }

    private boolean leadsTo(Edtf later) {
        if (!isInterval() || !later.isInterval()) {
            return endsBefore(later);
        }
        return end() instanceof Bound.Between ours
                && later.start() instanceof Bound.Between theirs
                && (!ours.latestDay().isAfter(theirs.earliestDay()) || ours.hasTheDaysOf(theirs));
    }

    /** Whether no day can belong to both, on any reading. Between the members of a set nothing belongs to it. */
    public boolean isDisjointFrom(Edtf other) {
        return extent.stretches().stream()
                .noneMatch(it -> other.extent.stretches().stream().anyMatch(it::canMeet));
    }

    /**
     * The instants that this covers wherever on earth it is meant: from 14 hours before its first day begins in UTC to
     * 12 hours after its last day ends, without limit where a bound is open or unknown. A clock time with {@code Z} or a
     * shift from UTC is the same everywhere.
     */
    public Bound.Between instantsAnywhere() {
        return hasZone() ? hull() : hull().anywhere();
    }

    /**
     * The instants that this covers at a place: those of its days there, without limit where a bound is open or unknown.
     * A clock time with {@code Z} or a shift from UTC is the same everywhere.
     */
    public Bound.Between instantsIn(ZoneId zone) {
        return hasZone() ? hull() : hull().in(zone);
    }

    private boolean hasZone() {
        return extent instanceof Extent.LoneDate loneDate && loneDate.hasZone();
    }

    /** From the first possible start to the last possible end. */
    private Bound.Between hull() {
        Bound.Between always = Bound.Between.days(LocalDate.MIN, LocalDate.MAX);
        Bound.Between first = start() instanceof Bound.Between between ? between : always;
        Bound.Between last = end() instanceof Bound.Between between ? between : always;
        return new Bound.Between(first.earliest(), last.latest(), first.earliestDay(), last.latestDay());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Edtf edtf && text.equals(edtf.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The text as kept; {@link #parse} reads it back. */
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
