package org.claimsledger.bestknown;

import java.time.Instant;
import org.claimsledger.event.Rank;
import org.claimsledger.event.Verdict;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The policy's view of a claim that answers a question and that the desk has made its own.
 *
 * @param position its place among all claims
 * @param reported when its first evidence counts as published
 * @param ranking the desk's, where it ranked the claim
 * @param assessment the last one, where somebody checked the claim
 */
public record CompetingClaim(
        ClaimId claim,
        long position,
        Value value,
        @Nullable Edtf valid,
        @Nullable String statement,
        ClaimStatus status,
        EvidenceWeight weight,
        Instant reported,
        @Nullable Ranking ranking,
        @Nullable Assessment assessment) {

    public CompetingClaim {
        if (!status.isAccepted()) {
            throw new IllegalArgumentException(claim + " is " + status + " and answers no question");
        }
    }

    /** A decision of the desk about the answers to a question. */
    public record Ranking(Rank rank, Instant at, @Nullable String reason) {}

    /** The result of checking the claim. */
    public record Assessment(
            Verdict verdict, Instant at, @Nullable String rationale) {}

    /** This claim without the date on which it was reported; the end of time stands in its place. */
    CompetingClaim withoutReportDate() {
        return new CompetingClaim(
                claim, position, value, valid, statement, status, weight, Instant.MAX, ranking, assessment);
    }

    public static CompetingClaim of(ClaimState state) {
        var claim = state.claim();
        Instant rankedAt = state.rankedAt();
        Instant assessedAt = state.assessedAt();
        return new CompetingClaim(
                claim.id(),
                state.position(),
                claim.content().value(),
                claim.content().valid(),
                claim.content().statement(),
                state.status(),
                state.weight(),
                state.reported(),
                claim.ranked() == null || rankedAt == null
                        ? null
                        : new Ranking(
                                claim.ranked().rank(), rankedAt, claim.ranked().reason()),
                claim.assessed() == null || assessedAt == null
                        ? null
                        : new Assessment(
                                claim.assessed().verdict(),
                                assessedAt,
                                claim.assessed().rationale()));
    }

    Rank rank() {
        return ranking == null ? Rank.NORMAL : ranking.rank();
    }

    boolean isVerified() {
        return assessment != null && assessment.verdict() == Verdict.VERIFIED;
    }

    boolean isFoundFalse() {
        return assessment != null && assessment.verdict() == Verdict.FALSE;
    }

    /** Whether it was over, on every reading, before the other one began. */
    boolean wasOverBefore(CompetingClaim other) {
        return valid != null && other.valid != null && valid.endsBefore(other.valid);
    }
}
