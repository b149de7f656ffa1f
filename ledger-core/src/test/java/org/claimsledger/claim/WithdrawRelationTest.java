package org.claimsledger.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.claim.ClaimForm.filed;
import static org.claimsledger.ledger.InMemoryLedger.given;

import org.claimsledger.command.ClaimCommand.RelateClaims;
import org.claimsledger.command.ClaimCommand.WithdrawRelation;
import org.claimsledger.event.ClaimEvent.RelationWithdrawn;
import org.claimsledger.event.ClaimRelation;
import org.claimsledger.ledger.InMemoryLedger;
import org.claimsledger.predicate.PredicateForm;
import org.claimsledger.source.SourceForm;
import org.claimsledger.subject.SubjectForm;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.RefusalCode;
import org.junit.jupiter.api.Test;

/** A relation that was recorded by mistake is taken back, on both claims. */
class WithdrawRelationTest {

    private static final ClaimId C1 = new ClaimId("c1");
    private static final ClaimId C2 = new ClaimId("c2");

    private static InMemoryLedger related(ClaimRelation relation) {
        return given(
                SourceForm.registered("rferl"),
                SubjectForm.subject("aliev"),
                PredicateForm.defined("wanted"),
                filed("c1"),
                filed("c2"),
                new RelateClaims(C1, relation, C2, null));
    }

    private static WithdrawRelation withdrawal(ClaimId claim, ClaimRelation relation, ClaimId other) {
        return new WithdrawRelation(claim, relation, other, "Two terms.");
    }

    @Test
    void aRelationThatIsTakenBackIsOnNeitherClaimAndMayBeRecordedAgain() {
        InMemoryLedger ledger = related(ClaimRelation.SUPERSEDES);

        ledger.when(withdrawal(C1, ClaimRelation.SUPERSEDES, C2))
                .then(new RelationWithdrawn(C1, ClaimRelation.SUPERSEDES, C2, "Two terms."));

        assertThat(ledger.claim(C1).relations()).isEmpty();
        assertThat(ledger.claim(C2).relations()).isEmpty();
        assertThat(ledger.claim(C2).revision()).isEqualTo(3);
        ledger.when(new RelateClaims(C1, ClaimRelation.SUPERSEDES, C2, null)).thenAccepted();
    }

    @Test
    void aSymmetricRelationIsTakenBackFromEitherClaim() {
        InMemoryLedger ledger = related(ClaimRelation.CONTRADICTS).and(withdrawal(C2, ClaimRelation.CONTRADICTS, C1));

        assertThat(ledger.claim(C1).relations()).isEmpty();
    }

    @Test
    void onlyARelationThatStandsIsTakenBack() {
        related(ClaimRelation.SUPERSEDES)
                .when(withdrawal(C2, ClaimRelation.SUPERSEDES, C1))
                .thenRefused(RefusalCode.RELATION_UNKNOWN, "/relation")
                .when(withdrawal(C1, ClaimRelation.PART_OF, C2))
                .thenRefused(RefusalCode.RELATION_UNKNOWN, "/relation")
                .when(withdrawal(new ClaimId("c9"), ClaimRelation.PART_OF, C2))
                .thenRefused(RefusalCode.CLAIM_UNKNOWN, "")
                .and(withdrawal(C1, ClaimRelation.SUPERSEDES, C2))
                .when(withdrawal(C1, ClaimRelation.SUPERSEDES, C2))
                .thenRefused(RefusalCode.RELATION_UNKNOWN, "/relation");
    }
}
