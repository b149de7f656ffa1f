package org.claimsledger.oracle.policy2;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What the oracle says of one question.
 *
 * @param answer the claim that answers; null where the question is open
 * @param inForce of the answer
 * @param because what put the answer before the next best; null where the question is open
 * @param commonGround the claims that all those that are left say more exactly
 * @param claims in the order of the answer and its alternatives
 */
public record Reading(
        List<String> members,
        Status status,
        @Nullable String answer,
        @Nullable InForce inForce,
        @Nullable Because because,
        Set<String> commonGround,
        List<OfClaim> claims,
        List<GivenUp> givenUp) {

    public enum Status {
        OPEN,
        ALLEGED,
        DISPUTED,
        UNKNOWN,
        QUESTIONED,
        UNCONTESTED
    }

    public enum InForce {
        YES,
        POSSIBLY,
        NO,
        PRESUMED
    }

    public enum OwnStatus {
        RETRACTED,
        FOUND_FALSE,
        UNSUPPORTED,
        ALLEGED,
        DISPUTED,
        QUESTIONED,
        CORROBORATED,
        SUPPORTED
    }

    /** How far a claim came; in the order in which alternatives are listed. */
    public enum Fate {
        LEFT,
        LESS_EXACT,
        OF_LOWER_GRADE,
        OF_LOWER_CLASS,
        OVER,
        NOT_BEGUN,
        CANNOT_ANSWER
    }

    /** The first rule that told the answer from the next best. */
    public enum Because {
        ONLY_ONE,
        ORIGINS,
        IMPLIES_MORE,
        FEWER_AGAINST,
        RATING,
        CREDIBILITY,
        FRESHER,
        RECORDED_LATER
    }

    /**
     * A claim of the question.
     *
     * @param supporting the origins that support it (R6)
     * @param against the origins that dispute it or support what excludes it
     * @param disputing the origins that dispute it in so many words
     * @param denying the origins and parties that deny it
     * @param grade 0 without support
     * @param fresh the date of the answer; null without support
     */
    public record OfClaim(
            String id,
            OwnStatus status,
            Fate fate,
            InForce inForce,
            Set<String> supporting,
            Set<String> against,
            Set<String> disputing,
            Set<String> denying,
            int grade,
            @Nullable When fresh) {}

    /** "Daily A said 'electrical fault' until 5 June": what an origin no longer says. */
    public record GivenUp(String origin, String claim, String evidence, Value value, When until) {}

    /**
     * A claim by itself.
     *
     * @param supporting how many origins support it
     * @param disputing how many origins dispute it
     * @param asserting how many origins assert it or ruled it
     * @param rating of its best source; null where none is rated
     * @param credibility the best one; null where none is rated
     * @param attested each piece of evidence that is seen, by its id, live or not
     */
    public record Alone(
            OwnStatus status,
            int supporting,
            int disputing,
            int asserting,
            @Nullable Character rating,
            @Nullable Integer credibility,
            Map<String, Attested> attested) {}

    /** What R1 and R2 make of a piece of evidence. */
    public record Attested(
            String origin,
            String carrier,
            When date,
            @Nullable Character rating,
            @Nullable Integer credibility,
            boolean isProtected,
            boolean isDoubtful) {}

    public OfClaim of(String claim) {
        return claims.stream().filter(it -> it.id().equals(claim)).findFirst().orElseThrow();
    }

    public List<String> order() {
        return claims.stream().map(OfClaim::id).toList();
    }
}
