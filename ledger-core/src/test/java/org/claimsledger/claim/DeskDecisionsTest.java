package org.claimsledger.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.claim.ClaimForm.filed;
import static org.claimsledger.claim.Desk.desk;

import org.claimsledger.claim.ClaimCommand.AssessClaim;
import org.claimsledger.claim.ClaimCommand.RankClaim;
import org.claimsledger.claim.ClaimCommand.RelateClaims;
import org.claimsledger.claim.ClaimEvent.ClaimAssessed;
import org.claimsledger.claim.ClaimEvent.ClaimRanked;
import org.claimsledger.claim.ClaimEvent.ClaimsRelated;
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

    private static RelateClaims related(ClaimId claim, Relation relation, ClaimId other) {
        return new RelateClaims(claim, relation, other, null);
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
                .when(related(C9, Relation.PART_OF, C1))
                .thenRefused(RefusalCode.CLAIM_UNKNOWN, "")
                .when(related(C1, Relation.PART_OF, C9))
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
                .when(new RelateClaims(C1, Relation.PART_OF, C2, tooLong))
                .thenRefused(RefusalCode.TEXT_TOO_LONG, "/reason");
    }

    @ParameterizedTest
    @EnumSource(Relation.class)
    void aRelationIsRecordedOnBothClaimsOnce(Relation relation) {
        InMemoryLedger ledger = desk(filed("c1"), filed("c2"));

        ledger.when(related(C1, relation, C2))
                .then(new ClaimsRelated(C1, relation, C2, null))
                .when(related(C1, relation, C2))
                .thenRefused(RefusalCode.RELATION_DUPLICATE, "/relation");

        assertThat(ledger.claim(C2).relations()).isEqualTo(ledger.claim(C1).relations());
        assertThat(ledger.claim(C2).revision()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Relation.class,
            names = {"CONTRADICTS", "SAME_AS"})
    void aSymmetricRelationSaysTheSameTheOtherWayRound(Relation relation) {
        desk(filed("c1"), filed("c2"), filed("c3"), related(C1, relation, C2))
                .when(related(C2, relation, C1))
                .thenRefused(RefusalCode.RELATION_DUPLICATE, "/relation")
                .when(related(C2, relation, new ClaimId("c3")))
                .thenAccepted();
    }

    @ParameterizedTest
    @EnumSource(
            value = Relation.class,
            names = {"SUPERSEDES", "PART_OF"})
    void anyOtherRelationSaysAnotherThingTheOtherWayRound(Relation relation) {
        desk(filed("c1"), filed("c2"), related(C1, relation, C2))
                .when(related(C2, relation, C1))
                .thenAccepted();
    }

    @Test
    void twoClaimsMayBeRelatedInSeveralWays() {
        desk(filed("c1"), filed("c2"), related(C1, Relation.PART_OF, C2))
                .when(related(C1, Relation.CONTRADICTS, C2))
                .thenAccepted();
    }

    @Test
    void aClaimIsNotRelatedToItself() {
        desk(filed("c1")).when(related(C1, Relation.SAME_AS, C1)).thenRefused(RefusalCode.SELF_REFERENCE, "/other");
    }
}
