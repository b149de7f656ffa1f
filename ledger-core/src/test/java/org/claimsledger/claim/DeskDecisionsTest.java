package org.claimsledger.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.claim.ClaimFixture.desk;
import static org.claimsledger.claim.ClaimForm.filed;

import org.claimsledger.command.ClaimCommand.AssessClaim;
import org.claimsledger.command.ClaimCommand.RankClaim;
import org.claimsledger.command.ClaimCommand.RelateClaims;
import org.claimsledger.event.ClaimEvent.ClaimAssessed;
import org.claimsledger.event.ClaimEvent.ClaimRanked;
import org.claimsledger.event.ClaimEvent.ClaimsRelated;
import org.claimsledger.event.ClaimRelation;
import org.claimsledger.event.Rank;
import org.claimsledger.event.Verdict;
import org.claimsledger.ledger.InMemoryLedger;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.RefusalCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeskDecisionsTest {

    private static final ClaimId C1 = new ClaimId("c1");
    private static final ClaimId C2 = new ClaimId("c2");
    private static final ClaimId C9 = new ClaimId("c9");

    private static RelateClaims related(ClaimId claim, ClaimRelation claimRelation, ClaimId other) {
        return new RelateClaims(claim, claimRelation, other, null);
    }

    @Test
    void theLastRankingAndTheLastAssessmentHold() {
        InMemoryLedger ledger = desk(filed("c1"));
        assertThat(ledger.claim(C1).rank()).isEqualTo(Rank.NORMAL);
        assertThat(ledger.claim(C1).verdict()).isNull();

        ledger.when(new RankClaim(C1, Rank.DEPRECATED, "old"))
                .then(new ClaimRanked(C1, Rank.DEPRECATED, "old"))
                .and(new RankClaim(C1, Rank.PREFERRED, null))
                .when(new AssessClaim(C1, Verdict.IN_PROGRESS, "asked the court"))
                .then(new ClaimAssessed(C1, Verdict.IN_PROGRESS, "asked the court"))
                .and(new AssessClaim(C1, Verdict.FALSE, null));

        assertThat(ledger.claim(C1).rank()).isEqualTo(Rank.PREFERRED);
        assertThat(ledger.claim(C1).verdict()).isEqualTo(Verdict.FALSE);
    }

    @Test
    void decisionsAreAboutClaimsThatAreThere() {
        desk(filed("c1"))
                .when(new RankClaim(C9, Rank.PREFERRED, null))
                .thenRefused(RefusalCode.CLAIM_UNKNOWN, "")
                .when(new AssessClaim(C9, Verdict.FALSE, null))
                .thenRefused(RefusalCode.CLAIM_UNKNOWN, "")
                .when(related(C9, ClaimRelation.PART_OF, C1))
                .thenRefused(RefusalCode.CLAIM_UNKNOWN, "")
                .when(related(C1, ClaimRelation.PART_OF, C9))
                .thenRefused(RefusalCode.CLAIM_UNKNOWN, "/other");
    }

    @Test
    void aReasonHasALimit() {
        String tooLong = "x".repeat(5_001);

        desk(filed("c1"), filed("c2"))
                .when(new RankClaim(C1, Rank.PREFERRED, tooLong))
                .thenRefused(RefusalCode.TEXT_TOO_LONG, "/reason")
                .when(new AssessClaim(C1, Verdict.FALSE, tooLong))
                .thenRefused(RefusalCode.TEXT_TOO_LONG, "/rationale")
                .when(new RelateClaims(C1, ClaimRelation.PART_OF, C2, tooLong))
                .thenRefused(RefusalCode.TEXT_TOO_LONG, "/reason");
    }

    @ParameterizedTest
    @EnumSource(ClaimRelation.class)
    void aRelationIsRecordedOnBothClaimsOnce(ClaimRelation claimRelation) {
        InMemoryLedger ledger = desk(filed("c1"), filed("c2"));

        ledger.when(related(C1, claimRelation, C2))
                .then(new ClaimsRelated(C1, claimRelation, C2, null))
                .when(related(C1, claimRelation, C2))
                .thenRefused(RefusalCode.RELATION_DUPLICATE, "/relation");

        assertThat(ledger.claim(C2).relations()).isEqualTo(ledger.claim(C1).relations());
        assertThat(ledger.claim(C2).revision()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = ClaimRelation.class,
            names = {"CONTRADICTS", "SAME_AS"})
    void aSymmetricRelationSaysTheSameTheOtherWayRound(ClaimRelation claimRelation) {
        desk(filed("c1"), filed("c2"), filed("c3"), related(C1, claimRelation, C2))
                .when(related(C2, claimRelation, C1))
                .thenRefused(RefusalCode.RELATION_DUPLICATE, "/relation")
                .when(related(C2, claimRelation, new ClaimId("c3")))
                .thenAccepted();
    }

    @ParameterizedTest
    @EnumSource(
            value = ClaimRelation.class,
            names = {"SUPERSEDES", "PART_OF"})
    void anyOtherRelationSaysAnotherThingTheOtherWayRound(ClaimRelation claimRelation) {
        desk(filed("c1"), filed("c2"), related(C1, claimRelation, C2))
                .when(related(C2, claimRelation, C1))
                .thenAccepted();
    }

    @Test
    void twoClaimsMayBeRelatedInSeveralWays() {
        desk(filed("c1"), filed("c2"), related(C1, ClaimRelation.PART_OF, C2))
                .when(related(C1, ClaimRelation.CONTRADICTS, C2))
                .thenAccepted();
    }

    @Test
    void aClaimIsNotRelatedToItself() {
        desk(filed("c1"))
                .when(related(C1, ClaimRelation.SAME_AS, C1))
                .thenRefused(RefusalCode.SELF_REFERENCE, "/other");
    }
}
