package org.claimsledger.bestknown;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.event.SourceDetails.Reliability;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The order among the claims that can answer a question: by class and grade; within one, what another says more exactly
 * goes after all that is not; then the first {@link Rule} in which two of them differ decides.
 */
final class Preference {

    /** The rules that order what is left, the first one first. */
    enum Rule {
        RANK,
        VERDICT,
        GRADE,
        EXACTNESS,
        ORIGINS,
        IMPLICATION,
        OPPOSITION,
        RELIABILITY,
        CREDIBILITY,
        FRESHNESS,
        POSITION
    }

    private final Contest contest;
    private final Bearing bearing;
    private final List<CompetingClaim> left;
    private final Set<CompetingClaim> setAside = new HashSet<>();

    /** @param left the claims that can answer and are neither over nor still to come */
    Preference(Contest contest, Bearing bearing, List<CompetingClaim> left) {
        this.contest = contest;
        this.bearing = bearing;
        this.left = List.copyOf(left);
        for (CompetingClaim claim : left) {
            if (left.stream().anyMatch(other -> saysMoreExactly(other, claim))) {
                setAside.add(claim);
            }
        }
    }

    private boolean saysMoreExactly(CompetingClaim exact, CompetingClaim claim) {
        if (exact == claim || !contest.implies(exact, claim) || !areOfOneClassAndGrade(exact, claim)) {
            return false;
        }
        Support more = bearing.support(exact);
        Support less = bearing.support(claim);
        boolean worthNoLess = more.isReliable() || !less.isReliable();
        return worthNoLess
                && (claim.value() instanceof Value.Unknown
                        ? !isWhollyFresher(less, more)
                        : contest.areBoundedAlike(exact.value(), claim.value()));
    }

    private static boolean isWhollyFresher(Support one, Support other) {
        return one.fresh() != null && other.fresh() != null && one.fresh().isWhollyAfter(other.fresh());
    }

    boolean isSetAside(CompetingClaim claim) {
        return setAside.contains(claim);
    }

    /** Whether a claim is left over beside an answer: what is of a lower class or grade than the answer always is. */
    boolean isLeftBeside(CompetingClaim answer, CompetingClaim claim) {
        return !isSetAside(claim) || !areOfOneClassAndGrade(answer, claim);
    }

    private boolean areOfOneClassAndGrade(CompetingClaim one, CompetingClaim other) {
        return compare(Rule.RANK, one, other) == 0
                && compare(Rule.VERDICT, one, other) == 0
                && compare(Rule.GRADE, one, other) == 0;
    }

    Comparator<CompetingClaim> bestFirst() {
        return (one, other) -> compare(deciding(one, other), one, other);
    }

    /** The first rule in which two claims differ. */
    Rule deciding(CompetingClaim one, CompetingClaim other) {
        for (Rule rule : Rule.values()) {
            if (compare(rule, one, other) != 0) {
                return rule;
            }
        }
        return Rule.POSITION;
    }

    /** Negative where the first goes before the second. */
    private int compare(Rule rule, CompetingClaim one, CompetingClaim other) {
        return switch (rule) {
            case RANK -> one.rank().compareTo(other.rank());
            case VERDICT -> Boolean.compare(other.isVerified(), one.isVerified());
            case GRADE ->
                bearing.support(other).grade().compareTo(bearing.support(one).grade());
            case EXACTNESS -> Boolean.compare(isSetAside(one), isSetAside(other));
            case ORIGINS -> Integer.compare(origins(other), origins(one));
            case IMPLICATION -> Integer.compare(implied(other), implied(one));
            case OPPOSITION ->
                Integer.compare(
                        bearing.against(one).size(), bearing.against(other).size());
            case RELIABILITY -> Support.BEST_RELIABILITY_FIRST.compare(rating(one), rating(other));
            case CREDIBILITY ->
                Support.BEST_CREDIBILITY_FIRST.compare(
                        bearing.support(one).credibility(),
                        bearing.support(other).credibility());
            case FRESHNESS -> Bearing.byFreshness(bearing.support(other), bearing.support(one));
            case POSITION -> Long.compare(other.position(), one.position());
        };
    }

    int origins(CompetingClaim claim) {
        return bearing.support(claim).origins().size();
    }

    /** How many of the claims in contention a claim implies. */
    private int implied(CompetingClaim claim) {
        return bearing.impliedBy(
                        claim,
                        left.stream()
                                .filter(it -> areOfOneClassAndGrade(claim, it) && !isSetAside(it))
                                .toList())
                .size();
    }

    @Nullable
    Reliability rating(CompetingClaim claim) {
        return bearing.support(claim).rating();
    }
}
