package org.claimsledger.bestknown;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.claimsledger.event.Testimony.Stance;
import org.jspecify.annotations.Nullable;

/** How everything that is said in a contest bears on each of its claims: what supports it, and what is against it. */
final class Bearing {

    private final Contest contest;
    private final Positions positions;
    private final boolean cumulative;
    private final List<Statement> counting;
    private final List<Statement> standing;
    private final Map<CompetingClaim, Support> supports = new IdentityHashMap<>();

    /** @param cumulative whether the predicate counts what only grows */
    Bearing(Contest contest, Positions positions, boolean cumulative) {
        this.contest = contest;
        this.positions = positions;
        this.cumulative = cumulative;
        this.counting = contest.statements().stream()
                .filter(it -> !positions.isGivenUp(it))
                .toList();
        this.standing = counting.stream()
                .filter(Statement::supports)
                .filter(it -> contest.claimOf(it).carriesSupport())
                .toList();
    }

    Support support(CompetingClaim claim) {
        return supports.computeIfAbsent(claim, this::supportOf);
    }

    private Support supportOf(CompetingClaim claim) {
        List<Statement> statements = standing.stream()
                .filter(it -> contest.relation(it, claim).isSameOrImplies())
                .filter(it -> contest.areOneState(contest.claimOf(it), claim))
                .toList();
        Map<Origin, DateSpan> began = new LinkedHashMap<>();
        for (Statement each : statements) {
            began.merge(each.origin(), positions.onset(each), (one, other) -> DateSpan.earliest(Stream.of(one, other)));
        }
        return new Support(statements, began.isEmpty() ? null : DateSpan.latest(began.values().stream()));
    }

    /**
     * The live statements that dispute a claim, and that their origins have not given up: of what it says, or less, on it or
     * on another claim of one state; and support that it lost by a correction, and that excludes it now.
     */
    List<Statement> disputes(CompetingClaim claim) {
        return counting.stream()
                .filter(it -> it.supports()
                        ? contest.claimOf(it) == claim && contest.relation(it, claim) == ValueRelation.EXCLUDES
                        : it.stance() == Stance.DISPUTES && contest.rejects(it, claim))
                .toList();
    }

    /** The live statements of parties that deny what a claim says, or less, and that they have not given up. */
    List<Statement> denials(CompetingClaim claim) {
        return counting.stream()
                .filter(it -> it.stance() == Stance.DENIES && contest.rejects(it, claim))
                .toList();
    }

    /** Everybody who disputes a claim, or stands by what excludes it. */
    Set<Origin> against(CompetingClaim claim) {
        Set<Origin> against = new LinkedHashSet<>(Support.origins(disputes(claim)));
        for (Statement statement : standing) {
            CompetingClaim other = contest.claimOf(statement);
            if (contest.relation(statement, claim) == ValueRelation.EXCLUDES
                    && contest.areOneState(other, claim)
                    && !isEarlierCountEitherWay(other, claim)) {
                against.add(statement.origin());
            }
        }
        return against;
    }

    /** Whether both cannot be true of one state, and neither is an earlier count of the other. */
    boolean exclude(CompetingClaim one, CompetingClaim other) {
        return contest.relation(one, other) == ValueRelation.EXCLUDES
                && contest.areOneState(one, other)
                && !isEarlierCountEitherWay(one, other);
    }

    private boolean isEarlierCountEitherWay(CompetingClaim one, CompetingClaim other) {
        return isEarlierCount(one, other) || isEarlierCount(other, one);
    }

    /** Whether one claim is a lower, less fresh figure of a count that grew to what the other one says. */
    boolean isEarlierCount(CompetingClaim lower, CompetingClaim higher) {
        return isLowerAndLessFresh(lower, higher)
                && (hasMovedOn(lower, higher)
                        || support(higher).origins().size()
                                >= support(lower).origins().size());
    }

    private boolean isLowerAndLessFresh(CompetingClaim lower, CompetingClaim higher) {
        if (!cumulative || lower == higher || !contest.isWhollyBelow(lower.value(), higher.value())) {
            return false;
        }
        DateSpan before = support(lower).fresh();
        DateSpan after = support(higher).fresh();
        return before != null && after != null && after.isWhollyAfter(before);
    }

    /** Whether an origin gave up a lower figure for the higher one after the lower was last newly said. */
    boolean hasMovedOn(CompetingClaim lower, CompetingClaim higher) {
        DateSpan lastSaid = support(lower).fresh();
        if (lastSaid == null || !isLowerAndLessFresh(lower, higher)) {
            return false;
        }
        for (Statement now : support(higher).statements()) {
            if (positions.onset(now).isWhollyAfter(lastSaid) && gaveUpLowerFigureFor(now, higher)) {
                return true;
            }
        }
        return false;
    }

    private boolean gaveUpLowerFigureFor(Statement now, CompetingClaim higher) {
        return positions.givenUp().stream()
                .map(Positions.GivenUp::statement)
                .anyMatch(it -> it.supports()
                        && it.origin().equals(now.origin())
                        && !now.attestation().isProtected()
                        && positions.clash(it, now)
                        && positions.onset(now).isWhollyAfter(positions.onset(it))
                        && contest.isWhollyBelow(it.value(), higher.value()));
    }

    /** The less fresh first; what nothing supports is the least fresh. */
    static int byFreshness(Support one, Support other) {
        DateSpan mine = one.fresh();
        DateSpan theirs = other.fresh();
        if (mine == null || theirs == null) {
            return Boolean.compare(mine != null, theirs != null);
        }
        return mine.compareFreshness(theirs);
    }

    /** The origins that gave up something in this contest, with what they had said. */
    List<Positions.GivenUp> givenUp() {
        return positions.givenUp();
    }

    /** Whether nobody can tell how the values of two claims of one state stand to each other. */
    boolean areApart(CompetingClaim one, CompetingClaim other) {
        return contest.relation(one, other) == ValueRelation.APART && contest.areOneState(one, other);
    }

    /** The claims among those given that this one implies. */
    List<CompetingClaim> impliedBy(CompetingClaim claim, List<CompetingClaim> others) {
        List<CompetingClaim> implied = new ArrayList<>();
        for (CompetingClaim other : others) {
            if (other != claim && contest.implies(claim, other)) {
                implied.add(other);
            }
        }
        return implied;
    }

    /** The claim that follows another one and has begun, so that the other is over; absent where it is not. */
    @Nullable
    CompetingClaim overtakenBy(CompetingClaim claim, List<CompetingClaim> candidates, LocalDate day) {
        for (CompetingClaim later : candidates) {
            boolean outweighs =
                    support(later).grade() != Grade.ALLEGED || support(claim).grade() == Grade.ALLEGED;
            if (contest.follows(later, claim) && Contest.hasBegun(later, day) && outweighs) {
                return later;
            }
        }
        return null;
    }
}
