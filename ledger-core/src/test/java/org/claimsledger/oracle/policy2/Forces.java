package org.claimsledger.oracle.policy2;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimsledger.oracle.policy2.Given.Annulment;
import org.claimsledger.oracle.policy2.Given.Claim;
import org.claimsledger.oracle.policy2.Given.Link;
import org.claimsledger.oracle.policy2.Reading.InForce;
import org.claimsledger.time.Bound;
import org.claimsledger.time.Edtf;
import org.jspecify.annotations.Nullable;

/** R8: whether a claim is in force on the day. */
final class Forces {

    private final Given given;
    private final List<Claim> all;
    private final OracleSupport support;
    private final LocalDate day;

    Forces(Given given, List<Claim> all, OracleSupport support) {
        this.given = given;
        this.all = all;
        this.support = support;
        this.day = given.view().day();
    }

    /** Whatever day is asked about. */
    static Optional<Annulment> ifItCanAnswer(Given given, List<Claim> members, Claim claim) {
        Forces forces = new Forces(given, members, new OracleSupport(given, new OraclePositions(given, members)));
        return forces.canAnswerAtAll(claim, Set.of())
                ? Optional.of(new Annulment(
                        claim.id(),
                        claim.valid(),
                        forces.firstAssertedSupport(claim).orElse(null)))
                : Optional.empty();
    }

    InForce r8(Claim claim) {
        return isAnnulledByTheDay(claim) ? InForce.NO : r8WithoutAnnulment(claim);
    }

    private InForce r8WithoutAnnulment(Claim claim) {
        return given.predicate().holds() ? r8Holds(claim) : r8Happens(claim);
    }

    /**
     * A lone date is an observation: yes on it, else possibly, never no; within a date of several days possibly too. A set
     * and an interval are as below.
     */
    private InForce r8Holds(Claim claim) {
        if (claim.valid() == null) {
            return InForce.POSSIBLY;
        }
        if (SetOfDates.is(claim.valid())) {
            return SetOfDates.on(day, claim.valid(), lastDateOfSupport(claim));
        }
        if (Times.isLone(claim.valid())) {
            boolean onIt = day.equals(Times.firstDay(claim.valid().start()))
                    && day.equals(Times.lastDay(claim.valid().end()));
            return onIt ? InForce.YES : InForce.POSSIBLY;
        }
        return r8Interval(claim, claim.valid().start(), claim.valid().end());
    }

    /**
     * No before its first possible start and after its last possible end; possibly until its last possible start and after
     * its first possible end, or where a bound is unknown; with an open end yes until the last date of a source that
     * supports it, then presumed.
     */
    private InForce r8Interval(Claim claim, Bound start, Bound end) {
        if (day.isBefore(Times.firstDay(start)) || day.isAfter(Times.lastDay(end))) {
            return InForce.NO;
        }
        if (start instanceof Bound.UnknownEnd || end instanceof Bound.UnknownEnd) {
            return InForce.POSSIBLY;
        }
        if (start instanceof Bound.Between between && day.isBefore(between.latestDay())) {
            return InForce.POSSIBLY;
        }
        if (end instanceof Bound.Between between) {
            return day.isAfter(between.earliestDay()) ? InForce.POSSIBLY : InForce.YES;
        }
        return day.isAfter(lastDateOfSupport(claim)) ? InForce.PRESUMED : InForce.YES;
    }

    private LocalDate lastDateOfSupport(Claim claim) {
        return support.r6For(claim).stream()
                .map(it -> it.date().lastDay())
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
    }

    /**
     * As in version 1: yes from the latest possible day of its date on, possibly within it, no before. Without a date yes
     * from the first date of asserted support.
     */
    private InForce r8Happens(Claim claim) {
        if (claim.valid() == null) {
            LocalDate asserted = firstAssertedSupport(claim).orElse(LocalDate.MAX);
            return day.isBefore(asserted) ? InForce.POSSIBLY : InForce.YES;
        }
        if (day.isBefore(Times.firstDay(claim.valid().start()))) {
            return InForce.NO;
        }
        boolean surely = claim.valid().end() instanceof Bound.Between end && !day.isBefore(end.latestDay());
        return surely ? InForce.YES : InForce.POSSIBLY;
    }

    private Optional<LocalDate> firstAssertedSupport(Claim claim) {
        return support.r6For(claim).stream()
                .filter(it -> it.r7Grade() >= 2)
                .map(it -> it.date().lastDay())
                .min(LocalDate::compareTo);
    }

    /** What is annulled by a claim that can answer: no from that claim's last possible day on. */
    boolean isAnnulledByTheDay(Claim claim) {
        return isAnnulledByTheDay(claim, Set.of());
    }

    private boolean isAnnulledByTheDay(Claim claim, Set<String> asked) {
        for (Annulment annulment : claim.annulledBy()) {
            if (!day.isBefore(effective(annulment.valid(), annulment.firstAsserted()))) {
                return true;
            }
        }
        for (Claim other : all) {
            if (annuls(other, claim)
                    && !day.isBefore(
                            effective(other.valid(), firstAssertedSupport(other).orElse(null)))
                    && canAnswerAtAll(other, and(asked, claim.id()))) {
                return true;
            }
        }
        return false;
    }

    private boolean annuls(Claim other, Claim claim) {
        return other.relations().stream()
                .anyMatch(it -> it.link() == Link.ANNULS
                        && it.other().equals(claim.id())
                        && it.position() <= given.view().position());
    }

    /** The last possible day of a date, of an interval that of its beginning; without one the first asserted support. */
    private static LocalDate effective(@Nullable Edtf valid, @Nullable LocalDate firstAsserted) {
        if (valid == null) {
            return firstAsserted == null ? LocalDate.MIN : firstAsserted;
        }
        if (Times.isLone(valid)) {
            return Times.lastDay(valid.end());
        }
        return valid.start() instanceof Bound.Between start ? start.latestDay() : LocalDate.MIN;
    }

    private static Set<String> and(Set<String> asked, String one) {
        Set<String> more = new HashSet<>(asked);
        more.add(one);
        return more;
    }

    /** Whatever validOn asks; of claims that annul each other in a ring, the one that is asked about is not asked again. */
    private boolean canAnswerAtAll(Claim claim, Set<String> asked) {
        return !asked.contains(claim.id())
                && claim.retracted() == null
                && !claim.isDeprecated()
                && !claim.isFoundFalse()
                && !support.r6For(claim).isEmpty()
                && !isAnnulledByTheDay(claim, asked);
    }

    /**
     * What is retracted, deprecated, found false, annulled by the day, without support, or (where validOn asks) in force no,
     * cannot answer.
     */
    boolean r9CanAnswer(Claim claim) {
        return canAnswerAtAll(claim, Set.of()) && (given.view().validOn() == null || r8(claim) != InForce.NO);
    }
}
