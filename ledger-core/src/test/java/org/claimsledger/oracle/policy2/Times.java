package org.claimsledger.oracle.policy2;

import java.time.LocalDate;
import java.util.List;
import org.claimsledger.oracle.policy2.Given.Claim;
import org.claimsledger.oracle.policy2.Given.Link;
import org.claimsledger.time.Bound;
import org.claimsledger.time.Edtf;

/** R5a: which claims tell of one state, and which of a later one. */
final class Times {

    private final Given given;

    Times(Given given) {
        this.given = given;
    }

    static LocalDate firstDay(Bound bound) {
        return bound instanceof Bound.Between between ? between.earliestDay() : LocalDate.MIN;
    }

    static LocalDate lastDay(Bound bound) {
        return bound instanceof Bound.Between between ? between.latestDay() : LocalDate.MAX;
    }

    /** A lone date of what holds is an observation; an interval is a validity. */
    static boolean isLone(Edtf valid) {
        return !valid.text().contains("/");
    }

    /**
     * Only where the predicate holds. b follows a where the desk recorded that b supersedes a; where it recorded neither
     * way and both have valid times, by these.
     */
    boolean r5aFollows(Claim b, Claim a) {
        if (!given.predicate().holds() || a.id().equals(b.id())) {
            return false;
        }
        boolean recorded = isRecordedAsSuperseding(b, a);
        boolean reverse = isRecordedAsSuperseding(a, b);
        if (recorded || reverse) {
            return recorded && !reverse;
        }
        if (a.valid() == null || b.valid() == null) {
            return false;
        }
        return comesAfter(b.valid(), a.valid()) && !comesAfter(a.valid(), b.valid());
    }

    private boolean isRecordedAsSuperseding(Claim later, Claim earlier) {
        return later.relations().stream()
                .anyMatch(it -> it.link() == Link.SUPERSEDES
                        && it.other().equals(earlier.id())
                        && it.position() <= given.view().position());
    }

    /**
     * If either is a lone date (an observation), where a's last day is before b's first; else where the last possible day
     * of a's end is not after the first possible day of b's start, or where a's end and b's start have the same first and
     * last possible day.
     */
    private static boolean comesAfter(Edtf b, Edtf a) {
        if (isLone(a) || isLone(b)) {
            return lastDay(a.end()).isBefore(firstDay(b.start()));
        }
        if (!(a.end() instanceof Bound.Between end) || !(b.start() instanceof Bound.Between start)) {
            return false;
        }
        boolean sameBounds =
                end.earliestDay().equals(start.earliestDay()) && end.latestDay().equals(start.latestDay());
        return !end.latestDay().isAfter(start.earliestDay()) || sameBounds;
    }

    /**
     * Two claims describe one state where neither follows the other and their valid times, if both are there, are not
     * disjoint. What happens is always one state: it has no later.
     */
    boolean r5aDescribeOneState(Claim a, Claim b) {
        if (!given.predicate().holds() || a.id().equals(b.id())) {
            return true;
        }
        return !r5aFollows(a, b) && !r5aFollows(b, a) && !areDisjoint(a, b);
    }

    static boolean areDisjoint(Claim a, Claim b) {
        if (a.valid() == null || b.valid() == null) {
            return false;
        }
        return stretches(a.valid()).stream().allMatch(one -> stretches(b.valid()).stream()
                .allMatch(other ->
                        one.last().isBefore(other.first()) || other.last().isBefore(one.first())));
    }

    /** Between the members of a set nothing is claimed. */
    private static List<SetOfDates.Member> stretches(Edtf valid) {
        return SetOfDates.is(valid)
                ? SetOfDates.members(valid)
                : List.of(new SetOfDates.Member(firstDay(valid.start()), lastDay(valid.end()), true));
    }

    /** Whether it has begun by the day; what has no known beginning has. */
    boolean r5bHasBegun(Claim claim) {
        return claim.valid() == null
                || !given.view().day().isBefore(firstDay(claim.valid().start()));
    }
}
