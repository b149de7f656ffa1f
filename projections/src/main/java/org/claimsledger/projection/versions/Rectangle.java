package org.claimsledger.projection.versions;

import org.claimsledger.claim.ClaimEvent;
import org.claimsledger.claim.ClaimEvent.ClaimAsserted;
import org.claimsledger.claim.ClaimEvent.ClaimAssessed;
import org.claimsledger.claim.ClaimEvent.ClaimRanked;
import org.claimsledger.claim.ClaimEvent.ClaimReinstated;
import org.claimsledger.claim.ClaimEvent.ClaimRetracted;
import org.claimsledger.claim.ClaimEvent.ClaimRevised;
import org.claimsledger.claim.ClaimEvent.ClaimsRelated;
import org.claimsledger.claim.ClaimEvent.EvidenceAttached;
import org.claimsledger.claim.ClaimEvent.EvidenceWithdrawn;
import org.claimsledger.claim.Rank;
import org.claimsledger.claim.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One state of a claim as a row holds it: what lists and seeks need, and of all texts no more than where they are.
 *
 * @param claimNo the position of the claim's assertion
 * @param from the position that brought it about
 */
record Rectangle(
        long claimNo,
        long from,
        long revision,
        Rank rank,
        @Nullable Verdict verdict,
        boolean retracted,
        Parts parts) {

    static Rectangle ofAssertion(long position) {
        return new Rectangle(position, position, 1, Rank.NORMAL, null, false, Parts.ofAssertion(position));
    }

    /** @param saysAnotherThing for a revision, whether the value or a qualifier changed */
    Rectangle after(long position, ClaimEvent event, boolean saysAnotherThing) {
        return switch (event) {
            case ClaimAsserted asserted ->
                throw new IllegalStateException("a claim that was asserted before: " + asserted.claim());
            case EvidenceAttached attached -> with(position, rank, verdict, retracted, parts.withEvidence(position));
            case EvidenceWithdrawn withdrawn ->
                with(position, rank, verdict, retracted, parts.withWithdrawal(position));
            case ClaimRevised revised ->
                with(
                        position,
                        saysAnotherThing ? Rank.NORMAL : rank,
                        saysAnotherThing ? null : verdict,
                        retracted,
                        parts.withContent(position, saysAnotherThing));
            case ClaimRetracted it -> with(position, rank, verdict, true, parts.withRetraction(position));
            case ClaimReinstated it -> with(position, rank, verdict, false, parts.withRetraction(0));
            case ClaimRanked ranked -> with(position, ranked.rank(), verdict, retracted, parts.withRank(position));
            case ClaimAssessed it -> with(position, rank, it.verdict(), retracted, parts.withAssessment(position));
            case ClaimsRelated related -> with(position, rank, verdict, retracted, parts.withRelation(position));
        };
    }

    private Rectangle with(long position, Rank rank, @Nullable Verdict verdict, boolean retracted, Parts parts) {
        return new Rectangle(claimNo, position, revision + 1, rank, verdict, retracted, parts);
    }
}
