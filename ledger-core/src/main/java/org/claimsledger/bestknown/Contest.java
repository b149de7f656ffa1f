package org.claimsledger.bestknown;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.event.ClaimRelation;
import org.claimsledger.event.Predicate.Tense;
import org.claimsledger.time.Bound;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/** The claims that compete to answer one question, how their values stand to each other, and which state follows which. */
final class Contest {

    private record ValuePair(Value one, Value other) {}

    private final Tense tense;
    private final ValueRelations valueRelations;
    private final List<CompetingClaim> claims;
    private final Map<ClaimId, CompetingClaim> byId = new HashMap<>();
    private final Map<ValuePair, ValueRelation> relations = new HashMap<>();

    /** @param claims in the order in which they were asserted */
    Contest(Tense tense, ValueRelations valueRelations, List<CompetingClaim> claims) {
        this.tense = tense;
        this.valueRelations = valueRelations;
        this.claims = List.copyOf(claims);
        this.claims.forEach(it -> byId.put(it.claim(), it));
    }

    List<CompetingClaim> claims() {
        return claims;
    }

    boolean hasStates() {
        return tense == Tense.HOLDS;
    }

    CompetingClaim claimOf(Statement statement) {
        CompetingClaim claim = byId.get(statement.claim());
        if (claim == null) {
            throw new IllegalArgumentException(statement.claim() + " is not in the contest");
        }
        return claim;
    }

    /**
     * All that is said on claims that are not retracted, in the order of filing. What was disputed or denied of a value that
     * its claim no longer has counts for nothing.
     */
    List<Statement> statements() {
        List<Statement> all = new ArrayList<>();
        for (CompetingClaim claim : claims) {
            if (!claim.isRetracted()) {
                for (Statement each : claim.statements()) {
                    if (each.supports() || relation(each, claim) != ValueRelation.EXCLUDES) {
                        all.add(each);
                    }
                }
            }
        }
        return all;
    }

    /** How the values of two claims stand to each other; what the desk recorded goes before all else. */
    ValueRelation relation(CompetingClaim one, CompetingClaim other) {
        ValueRelation recorded = recorded(one, other);
        return recorded == null ? relation(one.value(), other.value()) : recorded;
    }

    /** How the value that a statement is about stands to that of a claim. */
    ValueRelation relation(Statement statement, CompetingClaim claim) {
        ValueRelation recorded = speaksForItsClaim(statement) ? recorded(claimOf(statement), claim) : null;
        return recorded == null ? relation(statement.value(), claim.value()) : recorded;
    }

    /** How the values that two statements are about stand to each other. */
    ValueRelation relation(Statement one, Statement other) {
        ValueRelation recorded =
                speaksForItsClaim(one) && speaksForItsClaim(other) ? recorded(claimOf(one), claimOf(other)) : null;
        return recorded == null ? relation(one.value(), other.value()) : recorded;
    }

    private static @Nullable ValueRelation recorded(CompetingClaim one, CompetingClaim other) {
        return one == other || one.relations().isEmpty() ? null : one.recordedRelationTo(other);
    }

    /** What is recorded of two claims is recorded of what they say now. */
    private boolean speaksForItsClaim(Statement statement) {
        return relation(statement.value(), claimOf(statement).value()) == ValueRelation.SAME;
    }

    private ValueRelation relation(Value one, Value other) {
        return relations.computeIfAbsent(
                new ValuePair(one, other), pair -> valueRelations.between(pair.one, pair.other));
    }

    boolean isWhollyBelow(Value one, Value other) {
        return valueRelations.isWhollyBelow(one, other);
    }

    boolean areBoundedAlike(Value one, Value other) {
        return valueRelations.areBoundedAlike(one, other);
    }

    /** Whether one claim tells of a state that came after that of the other. */
    boolean follows(CompetingClaim later, CompetingClaim earlier) {
        if (!hasStates() || later == earlier) {
            return false;
        }
        boolean recorded = later.isRecordedAs(ClaimRelation.SUPERSEDES, earlier);
        boolean recordedReversed = earlier.isRecordedAs(ClaimRelation.SUPERSEDES, later);
        if (recorded || recordedReversed) {
            return recorded && !recordedReversed;
        }
        Edtf after = later.valid();
        Edtf before = earlier.valid();
        return after != null && before != null && after.follows(before);
    }

    /** Whether two claims tell of the same state, so that their values can exclude each other. */
    boolean areOneState(CompetingClaim one, CompetingClaim other) {
        if (!hasStates() || one == other) {
            return true;
        }
        Edtf mine = one.valid();
        Edtf theirs = other.valid();
        return !follows(one, other)
                && !follows(other, one)
                && (mine == null || theirs == null || !mine.isDisjointFrom(theirs));
    }

    /** Whether one claim says all that the other says, of one state, and more. */
    boolean implies(CompetingClaim one, CompetingClaim other) {
        return relation(one, other) == ValueRelation.IMPLIES && areOneState(one, other);
    }

    /** Whether a rejection is of what a claim says, or of less than that: on it, or on another claim of one state. */
    boolean rejects(Statement rejection, CompetingClaim claim) {
        CompetingClaim its = claimOf(rejection);
        return its == claim || relation(rejection, claim).reversed().isSameOrImplies() && areOneState(its, claim);
    }

    boolean areOneState(Statement one, Statement other) {
        return areOneState(claimOf(one), claimOf(other));
    }

    /** Whether what a claim tells of can have begun by a day. */
    static boolean hasBegun(CompetingClaim claim, LocalDate day) {
        return !(claim.valid() != null
                && claim.valid().start() instanceof Bound.Between start
                && day.isBefore(start.earliestDay()));
    }
}
