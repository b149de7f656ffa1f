package org.claimsledger.oracle.policy2;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.claimsledger.oracle.policy2.Given.Claim;
import org.claimsledger.oracle.policy2.Given.Rank;
import org.claimsledger.oracle.policy2.Reading.Because;
import org.claimsledger.oracle.policy2.Reading.Fate;
import org.claimsledger.oracle.policy2.Reading.GivenUp;
import org.claimsledger.oracle.policy2.Reading.OfClaim;
import org.claimsledger.oracle.policy2.Reading.Status;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/** R9 and R10: the answer to one question, and how it stands. */
final class OracleQuestion {

    private final Given given;
    private final List<Claim> members;
    private final Times times;
    private final OraclePositions positions;
    private final OracleSupport support;
    private final Forces forces;

    private final List<Claim> candidates;
    private final List<Claim> rest;
    private final List<Claim> left;
    private final Set<String> lessExact = new HashSet<>();
    private final List<Claim> leftOver;
    private final @Nullable Claim answer;

    OracleQuestion(Given given, List<Claim> members) {
        this.given = given;
        this.members = members;
        this.times = new Times(given);
        this.positions = new OraclePositions(given, members);
        this.support = new OracleSupport(given, positions);
        this.forces = new Forces(given, members, support);
        this.candidates = members.stream().filter(forces::r9CanAnswer).toList();
        List<Claim> current = candidates.stream()
                .filter(it -> !r5bIsOver(it) && !r5bHasYetToBegin(it))
                .toList();
        this.rest = current.isEmpty() ? candidates : current;
        List<Claim> best = ofBestGrade(ofBestClass(rest));
        best.stream().filter(it -> r9IsSaidMoreExactly(it, best)).forEach(it -> lessExact.add(it.id()));
        this.left =
                ordered(best.stream().filter(it -> !lessExact.contains(it.id())).toList());
        this.leftOver = rest.stream().filter(it -> !lessExact.contains(it.id())).toList();
        this.answer = left.isEmpty() ? null : left.getFirst();
    }

    /**
     * a is over where a candidate b follows it, has begun by the day, and is asserted or ruled, or a is not. Where an origin
     * moved on, an earlier count is over.
     */
    private boolean r5bIsOver(Claim a) {
        for (Claim b : candidates) {
            boolean weighty = support.r7Grade(b) >= 2 || support.r7Grade(a) < 2;
            if (times.r5aFollows(b, a) && times.r5bHasBegun(b) && weighty) {
                return true;
            }
            if (support.r5cIsEarlierCount(a, b) && support.r5cOriginMovedOn(a, b)) {
                return true;
            }
        }
        return false;
    }

    /** What has not begun by the day does not contend while something has. */
    private boolean r5bHasYetToBegin(Claim claim) {
        return given.predicate().holds()
                && !times.r5bHasBegun(claim)
                && candidates.stream().anyMatch(times::r5bHasBegun);
    }

    /** The best class: preferred before normal; verified first. */
    private static int classOf(Claim claim) {
        return (claim.ranked().rank() == Rank.PREFERRED ? 2 : 0) + (claim.isVerified() ? 1 : 0);
    }

    private static List<Claim> ofBestClass(List<Claim> claims) {
        int best = claims.stream().mapToInt(OracleQuestion::classOf).max().orElse(0);
        return claims.stream().filter(it -> classOf(it) == best).toList();
    }

    private List<Claim> ofBestGrade(List<Claim> claims) {
        int best = claims.stream().mapToInt(support::r7Grade).max().orElse(0);
        return claims.stream().filter(it -> support.r7Grade(it) == best).toList();
    }

    /**
     * Set aside what another says more exactly: o implies c, o is not worth less (rated A, B, C or not at all before D, F),
     * and for unknown o is no less fresh, for quantities both are bounded on the same sides.
     */
    private boolean r9IsSaidMoreExactly(Claim c, List<Claim> all) {
        for (Claim o : all) {
            boolean worthLess = !support.isWorthTrusting(o) && support.isWorthTrusting(c);
            boolean freshEnough =
                    !(c.value() instanceof Value.Unknown) || !support.fresh(c).isWhollyAfter(support.fresh(o));
            if (support.implies(o, c)
                    && !worthLess
                    && freshEnough
                    && Values.areBoundedOnTheSameSides(o.value(), c.value())) {
                return true;
            }
        }
        return false;
    }

    /** The rules of the order, one after the other. */
    private Map<Because, Comparator<Claim>> r9Order(List<Claim> among) {
        Map<Because, Comparator<Claim>> rules = new LinkedHashMap<>();
        rules.put(Because.ORIGINS, Comparator.comparing(it -> -OracleSupport.origins(support.r6For(it))
                .size()));
        rules.put(Because.IMPLIES_MORE, Comparator.comparing(it -> -among.stream()
                .filter(other -> support.implies(it, other))
                .count()));
        rules.put(Because.FEWER_AGAINST, Comparator.comparing(it -> OracleSupport.origins(support.r6Against(it))
                .size()));
        rules.put(Because.RATING, Comparator.comparing(support::rating));
        rules.put(Because.CREDIBILITY, Comparator.comparing(support::credibility));
        rules.put(Because.FRESHER, (a, b) -> compareFreshness(support.fresh(b), support.fresh(a)));
        rules.put(Because.RECORDED_LATER, Comparator.comparing(it -> -it.position()));
        return rules;
    }

    private static int compareFreshness(@Nullable When a, @Nullable When b) {
        if (a == null || b == null) {
            return a == b ? 0 : a == null ? -1 : 1;
        }
        return a.compareFreshness(b);
    }

    /** More origins; implies more of the others; fewer origins against; rating; credibility; fresher; recorded later. */
    private List<Claim> ordered(List<Claim> claims) {
        List<Claim> sorted = new ArrayList<>(claims);
        sorted.sort(r9Order(claims).values().stream()
                .reduce(Comparator::thenComparing)
                .orElseThrow());
        return sorted;
    }

    private @Nullable Because because() {
        if (left.size() < 2) {
            return left.isEmpty() ? null : Because.ONLY_ONE;
        }
        return r9Order(left).entrySet().stream()
                .filter(it -> it.getValue().compare(left.get(0), left.get(1)) != 0)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** The status of the question, the first that fits. */
    private Status r10Status() {
        if (answer == null) {
            return Status.OPEN;
        }
        if (support.r7Grade(answer) == 1) {
            return Status.ALLEGED;
        }
        if (r10IsDisputed(answer)) {
            return Status.DISPUTED;
        }
        if (answer.value() instanceof Value.Unknown) {
            return Status.UNKNOWN;
        }
        return r10IsQuestioned(answer) ? Status.QUESTIONED : Status.UNCONTESTED;
    }

    private List<Claim> others() {
        return leftOver.stream().filter(it -> it != answer).toList();
    }

    /**
     * A claim left over, of grade 2 or 3, excludes it, unless it was weighed; or two others left over, both of grade 2 or 3,
     * exclude each other; or a statement of grade 2 or 3 disputes it.
     */
    private boolean r10IsDisputed(Claim answer) {
        List<Claim> serious = others().stream()
                .filter(it -> support.r7Grade(it) >= 2 && !r10IsWeighed(it))
                .toList();
        for (Claim one : serious) {
            if (support.exclude(one, answer)
                    || serious.stream().anyMatch(other -> other != one && support.exclude(one, other))) {
                return true;
            }
        }
        return support.disputes(answer).stream().anyMatch(it -> it.r7Grade() >= 2);
    }

    /**
     * Weighed: the desk put the answer into a better class after all support of that claim was recorded. What an origin says
     * once more with no more weight is no new support.
     */
    private boolean r10IsWeighed(Claim claim) {
        if (classOf(answer) <= classOf(claim)) {
            return false;
        }
        long ranked = answer.ranked().rank() == Rank.PREFERRED ? answer.ranked().position() : 0;
        long assessed = answer.isVerified() ? answer.assessed().position() : 0;
        long decided = Math.max(ranked, assessed);
        List<OracleStatement> all = support.r6For(claim);
        return all.stream().allMatch(late -> all.stream()
                .anyMatch(early -> early.origin().equals(late.origin())
                        && early.r7Grade() >= late.r7Grade()
                        && early.evidence().position() < decided));
    }

    /**
     * A rival is alleged, believed or weighed; or somebody of grade 1 disputes it; or a party denies it (also by a claim that
     * says so) and it is not ruled; or a claim is apart from it; or a supporting source stands under a notice of concern or
     * correction, or derives from one that was taken back.
     */
    private boolean r10IsQuestioned(Claim answer) {
        boolean rival = others().stream().anyMatch(it -> support.exclude(it, answer));
        boolean disputed = !support.disputes(answer).isEmpty();
        boolean denied = !denying(answer).isEmpty() && support.r7Grade(answer) < 3;
        boolean apart = others().stream().anyMatch(it -> support.areApart(it, answer));
        return rival || disputed || denied || apart || new Doubts(given).restOnDoubtfulSources(support.r6For(answer));
    }

    private Set<String> denying(Claim claim) {
        Set<String> denying = new TreeSet<>(OracleSupport.origins(support.denials(claim)));
        claim.deniedBy().forEach(it -> denying.add(it.party()));
        return denying;
    }

    private Fate fate(Claim claim) {
        if (!candidates.contains(claim)) {
            return Fate.CANNOT_ANSWER;
        }
        if (!rest.contains(claim)) {
            return r5bHasYetToBegin(claim) ? Fate.NOT_BEGUN : Fate.OVER;
        }
        if (left.contains(claim)) {
            return Fate.LEFT;
        }
        boolean ofLowerClass = classOf(claim) < classOf(answer);
        return lessExact.contains(claim.id())
                ? Fate.LESS_EXACT
                : ofLowerClass ? Fate.OF_LOWER_CLASS : Fate.OF_LOWER_GRADE;
    }

    /**
     * The answer, then the next best of those that are neither over nor to come, by class and grade, in each what is said more
     * exactly last; then what is over or to come, then what cannot answer, as filed.
     */
    private List<Claim> inOrder() {
        List<Claim> all = new ArrayList<>(rest);
        all.sort(Comparator.comparing((Claim it) -> -classOf(it))
                .thenComparing(it -> -support.r7Grade(it))
                .thenComparing(it -> r9IsSaidMoreExactly(it, ofItsClassAndGrade(it)))
                .thenComparing((one, other) -> r9Order(contendersLike(one)).values().stream()
                        .reduce(Comparator::thenComparing)
                        .orElseThrow()
                        .compare(one, other)));
        members.stream()
                .filter(it -> candidates.contains(it) && !rest.contains(it))
                .forEach(all::add);
        members.stream().filter(it -> !candidates.contains(it)).forEach(all::add);
        return all;
    }

    private List<Claim> ofItsClassAndGrade(Claim claim) {
        return rest.stream()
                .filter(it -> classOf(it) == classOf(claim) && support.r7Grade(it) == support.r7Grade(claim))
                .toList();
    }

    private List<Claim> contendersLike(Claim claim) {
        List<Claim> like = ofItsClassAndGrade(claim);
        return like.stream().filter(it -> !r9IsSaidMoreExactly(it, like)).toList();
    }

    Reading reading() {
        List<OfClaim> claims = new ArrayList<>();
        inOrder().forEach(it -> claims.add(ofClaim(it)));
        Set<String> commonGround = new TreeSet<>();
        members.stream()
                .filter(it -> lessExact.contains(it.id()))
                .filter(it -> left.stream().allMatch(exact -> support.implies(exact, it)))
                .forEach(it -> commonGround.add(it.id()));
        return new Reading(
                members.stream().map(Claim::id).sorted().toList(),
                r10Status(),
                answer == null ? null : answer.id(),
                answer == null ? null : forces.r8(answer),
                because(),
                commonGround,
                claims,
                givenUp());
    }

    private OfClaim ofClaim(Claim claim) {
        return new OfClaim(
                claim.id(),
                Alone.status(given, claim),
                fate(claim),
                forces.r8(claim),
                OracleSupport.origins(support.r6For(claim)),
                OracleSupport.origins(support.r6Against(claim)),
                OracleSupport.origins(support.disputes(claim)),
                denying(claim),
                support.r7Grade(claim),
                support.fresh(claim));
    }

    private List<GivenUp> givenUp() {
        return positions.givenUp().stream()
                .map(it -> new GivenUp(
                        it.origin(),
                        it.claim().id(),
                        it.evidence().id(),
                        it.value(),
                        positions.r3GivenUpOn(it).orElseThrow()))
                .sorted(Comparator.comparing(GivenUp::claim).thenComparing(GivenUp::evidence))
                .toList();
    }
}
