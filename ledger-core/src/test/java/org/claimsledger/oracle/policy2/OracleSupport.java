package org.claimsledger.oracle.policy2;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.claimsledger.oracle.policy2.Given.Claim;
import org.claimsledger.oracle.policy2.Values.Stand;
import org.jspecify.annotations.Nullable;

/** R6, R7, R5c and the date of an answer: what stands behind each claim of a question, and what against it. */
final class OracleSupport {

    /** A, B, C, none, F, D, E. */
    private static final List<String> RATINGS = List.of("A", "B", "C", "none", "F", "D", "E");

    /** As the letters: probably true before what cannot be judged, that before what is doubtful. */
    private static final List<String> CREDIBILITIES = List.of("1", "2", "3", "none", "6", "4", "5");

    private final Given given;
    private final Values values;
    private final Times times;
    private final OraclePositions positions;
    private final List<OracleStatement> counting;

    OracleSupport(Given given, OraclePositions positions) {
        this.given = given;
        this.values = new Values(given);
        this.times = new Times(given);
        this.positions = positions;
        this.counting = positions.thatCount();
    }

    /**
     * A claim is supported by the live statements, not given up, on claims neither retracted, deprecated nor found false,
     * whose value is the same as its own or implies it, and which stand on it or on a claim that describes one state with
     * it.
     */
    List<OracleStatement> r6For(Claim claim) {
        return counting.stream()
                .filter(it -> it.isSupport() && isUsable(it.claim()))
                .filter(it -> stand(it, claim).isSameOrImplies() && times.r5aDescribeOneState(it.claim(), claim))
                .toList();
    }

    private static boolean isUsable(Claim claim) {
        return claim.retracted() == null && !claim.isDeprecated() && !claim.isFoundFalse();
    }

    private Stand stand(OracleStatement statement, Claim claim) {
        return values.r4(statement.claim(), statement.value(), claim, claim.value());
    }

    /** Against it are live disputes on it, and statements that exclude it unless one is an earlier count. */
    List<OracleStatement> r6Against(Claim claim) {
        List<OracleStatement> against = new ArrayList<>(disputes(claim));
        counting.stream()
                .filter(it -> it.isSupport() && isUsable(it.claim()))
                .filter(it -> stand(it, claim) == Stand.EXCLUDES && times.r5aDescribeOneState(it.claim(), claim))
                .filter(it -> !isOneAnEarlierCount(it.claim(), claim))
                .forEach(against::add);
        return against;
    }

    /**
     * Disputes of what the claim says, on it or on a claim that says the same or less; and support that it lost by a
     * correction and that excludes it now.
     */
    List<OracleStatement> disputes(Claim claim) {
        return counting.stream()
                .filter(it -> it.isDispute() && rejects(it, claim)
                        || it.isSupport() && it.claim().id().equals(claim.id()) && stand(it, claim) == Stand.EXCLUDES)
                .toList();
    }

    List<OracleStatement> denials(Claim claim) {
        return counting.stream()
                .filter(it -> it.isDenial() && rejects(it, claim))
                .toList();
    }

    /** A rejection reaches what it stands on, and whatever is or implies what it rejects, as in R3. */
    private boolean rejects(OracleStatement rejection, Claim claim) {
        boolean onIt = rejection.claim().id().equals(claim.id());
        Stand stand = values.r4(claim, claim.value(), rejection.claim(), rejection.value());
        return onIt || stand.isSameOrImplies() && times.r5aDescribeOneState(rejection.claim(), claim);
    }

    static Set<String> origins(List<OracleStatement> statements) {
        Set<String> origins = new TreeSet<>();
        statements.forEach(it -> origins.add(it.origin()));
        return origins;
    }

    /** A claim has the grade of its best statement. */
    int r7Grade(Claim claim) {
        return r6For(claim).stream().mapToInt(OracleStatement::r7Grade).max().orElse(0);
    }

    /**
     * The latest date on which one of the origins that stand by it now began to say it: when it first said so, or came back
     * to it after having said otherwise.
     */
    @Nullable
    When fresh(Claim claim) {
        Map<String, List<When>> byOrigin = new HashMap<>();
        for (OracleStatement statement : r6For(claim)) {
            byOrigin.computeIfAbsent(statement.origin(), it -> new ArrayList<>())
                    .add(positions.r3Onset(statement));
        }
        List<When> beginnings = byOrigin.values().stream().map(When::earliest).toList();
        return beginnings.isEmpty() ? null : When.latest(beginnings);
    }

    /**
     * In a cumulative count, a is an earlier count of b where all of a lies below all of b, a is less fresh, and either an
     * origin gave up a lower figure for b's after a was last newly said, or as many origins stand by b as by a.
     */
    boolean r5cIsEarlierCount(Claim a, Claim b) {
        When freshA = fresh(a);
        When freshB = fresh(b);
        boolean comparable = given.predicate().cumulative() && freshA != null && freshB != null;
        if (!comparable || !values.isAllBelow(a.value(), b.value()) || !freshB.isWhollyAfter(freshA)) {
            return false;
        }
        return r5cOriginMovedOn(a, b)
                || origins(r6For(b)).size() >= origins(r6For(a)).size();
    }

    /** An origin gave up a lower figure for b's after a was last newly said. */
    boolean r5cOriginMovedOn(Claim a, Claim b) {
        When lastNewlySaid = fresh(a);
        for (OracleStatement lower : positions.givenUp()) {
            for (OracleStatement higher : r6For(b)) {
                boolean forB = lower.isSupport()
                        && lower.origin().equals(higher.origin())
                        && !lower.isProtected()
                        && !higher.isProtected()
                        && positions.r3Clash(lower, higher)
                        && positions.r3Onset(higher).isWhollyAfter(positions.r3Onset(lower));
                if (forB
                        && values.isAllBelow(lower.value(), b.value())
                        && lastNewlySaid != null
                        && positions.r3Onset(higher).isWhollyAfter(lastNewlySaid)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isOneAnEarlierCount(Claim a, Claim b) {
        return r5cIsEarlierCount(a, b) || r5cIsEarlierCount(b, a);
    }

    /** Both cannot be true of one state; an earlier count excludes nothing. */
    boolean exclude(Claim a, Claim b) {
        return values.r4(a, b) == Stand.EXCLUDES && times.r5aDescribeOneState(a, b) && !isOneAnEarlierCount(a, b);
    }

    boolean implies(Claim a, Claim b) {
        return values.r4(a, b) == Stand.IMPLIES && times.r5aDescribeOneState(a, b);
    }

    boolean areApart(Claim a, Claim b) {
        return values.r4(a, b) == Stand.APART && times.r5aDescribeOneState(a, b);
    }

    /** The place of its best source in A, B, C, none, F, D, E. */
    int rating(Claim claim) {
        return r6For(claim).stream()
                .map(it -> it.reliability() == null ? "none" : it.reliability().toString())
                .map(RATINGS::indexOf)
                .min(Comparator.naturalOrder())
                .orElse(RATINGS.size());
    }

    static @Nullable Character ratingAt(int place) {
        return RATINGS.get(place).equals("none") ? null : RATINGS.get(place).charAt(0);
    }

    static @Nullable Integer credibilityAt(int place) {
        return CREDIBILITIES.get(place).equals("none") ? null : Integer.valueOf(CREDIBILITIES.get(place));
    }

    /** Rated A, B, C or not at all, before D, F (and E). */
    boolean isWorthTrusting(Claim claim) {
        return rating(claim) <= RATINGS.indexOf("none");
    }

    static int credibility(@Nullable Integer digit) {
        return CREDIBILITIES.indexOf(digit == null ? "none" : digit.toString());
    }

    int credibility(Claim claim) {
        return r6For(claim).stream()
                .map(it -> credibility(it.credibility()))
                .min(Comparator.naturalOrder())
                .orElse(CREDIBILITIES.size());
    }
}
