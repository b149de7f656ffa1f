package org.claimsledger.oracle.policy2;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import org.claimsledger.time.Bound;
import org.claimsledger.time.Edtf;

/** A date of a statement: its first and its last possible instant. */
public record When(Instant first, Instant last) {

    static final Instant EVER = Instant.MIN;
    static final Instant NEVER = Instant.MAX;

    /** The earlier of two ends first; of those that end at once the more exact. */
    private static final Comparator<When> BY_END =
            Comparator.comparing(When::last).thenComparing(When::first, Comparator.reverseOrder());

    static When of(Edtf date) {
        return new When(
                date.start() instanceof Bound.Between between ? between.earliest() : EVER,
                date.end() instanceof Bound.Between between ? between.latest() : NEVER);
    }

    /** x is wholly after y where x's first instant lies after y's last. */
    boolean isWhollyAfter(When other) {
        return first.isAfter(other.last);
    }

    /** When the earliest of them was, as far as their dates say. */
    static When earliest(Collection<When> dates) {
        return new When(
                dates.stream().map(When::first).min(Instant::compareTo).orElseThrow(),
                dates.stream().map(When::last).min(Instant::compareTo).orElseThrow());
    }

    /** When the latest of them was, as far as their dates say. */
    static When latest(Collection<When> dates) {
        return new When(
                dates.stream().map(When::first).max(Instant::compareTo).orElseThrow(),
                dates.stream().map(When::last).max(Instant::compareTo).orElseThrow());
    }

    /** The one that ends first: an echo with a vague date does not blur the date of its original. */
    static When firstToEnd(Collection<When> dates) {
        return dates.stream().min(BY_END).orElseThrow();
    }

    /** "Fresher", where an order without gaps is needed. */
    int compareFreshness(When other) {
        return Comparator.comparing(When::first).thenComparing(When::last).compare(this, other);
    }

    LocalDate lastDay() {
        return last.equals(NEVER) ? LocalDate.MAX : LocalDate.ofInstant(last, ZoneOffset.UTC);
    }
}
