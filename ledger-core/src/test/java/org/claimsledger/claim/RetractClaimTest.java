package org.claimsledger.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.claim.ClaimFixture.desk;
import static org.claimsledger.claim.ClaimForm.claim;
import static org.claimsledger.claim.ClaimForm.filed;

import java.util.List;
import org.claimsledger.command.ClaimCommand;
import org.claimsledger.command.ClaimCommand.ReinstateClaim;
import org.claimsledger.command.ClaimCommand.RetractClaim;
import org.claimsledger.event.Basis;
import org.claimsledger.event.ClaimEvent.ClaimReinstated;
import org.claimsledger.event.ClaimEvent.ClaimRetracted;
import org.claimsledger.event.ContentChanges.RevisionKind;
import org.claimsledger.event.Rank;
import org.claimsledger.event.Verdict;
import org.claimsledger.ledger.InMemoryLedger;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.ReasonCode;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.SourceId;
import org.junit.jupiter.api.Test;

class RetractClaimTest {

    private static final ClaimId C1 = new ClaimId("c1");
    private static final RetractClaim RETRACT = new RetractClaim(C1, List.of(), null, null);
    private static final ReinstateClaim REINSTATE = new ReinstateClaim(C1, List.of(), null, null);

    @Test
    void aClaimIsTakenBackWithReasonsBasisAndNote() {
        Basis ruling = new Basis(new SourceId("ruling"));
        List<ReasonCode> reasons = List.of(ReasonCode.SUPERSEDED_BY_RULING, ReasonCode.OTHER);

        desk(filed("c1"))
                .when(new RetractClaim(C1, reasons, ruling, "Annulled."))
                .then(new ClaimRetracted(C1, reasons, ruling, "Annulled."))
                .when(new ReinstateClaim(C1, reasons, ruling, "Annulled in turn."))
                .then(new ClaimReinstated(C1, reasons, ruling, "Annulled in turn."));
    }

    @Test
    void whatIsRetractedIsNotRetractedAgainUntilItIsReinstated() {
        desk(filed("c1"))
                .when(REINSTATE)
                .thenRefused(RefusalCode.NOT_RETRACTED, "")
                .and(RETRACT)
                .when(RETRACT)
                .thenRefused(RefusalCode.ALREADY_RETRACTED, "")
                .and(REINSTATE)
                .when(REINSTATE)
                .thenRefused(RefusalCode.NOT_RETRACTED, "")
                .when(RETRACT)
                .thenAccepted();
    }

    @Test
    void onlyAReinstatementUndoesARetraction() {
        InMemoryLedger ledger = desk(filed("c1"), RETRACT)
                .and(
                        claim("c1").text("not wanted").revise(RevisionKind.CORRECTION),
                        claim("c1").valid("2006").revise(RevisionKind.UPDATE),
                        claim("c1").statement("Said better.").revise(RevisionKind.CLARIFICATION),
                        claim("c1").source("afp").attach(),
                        new ClaimCommand.AssessClaim(C1, Verdict.VERIFIED, null),
                        new ClaimCommand.RankClaim(C1, Rank.PREFERRED, null));

        assertThat(ledger.claim(C1).retraction()).isNotNull();
        ledger.and(REINSTATE);
        assertThat(ledger.claim(C1).retraction()).isNull();
        assertThat(ledger.claim(C1).content().statement()).isEqualTo("Said better.");
    }

    @Test
    void whatARetractionNamesIsThere() {
        Basis nowhere = new Basis(new SourceId("nowhere"));
        ClaimId c9 = new ClaimId("c9");

        desk(filed("c1"))
                .when(new RetractClaim(c9, List.of(), null, null))
                .thenRefused(RefusalCode.CLAIM_UNKNOWN, "")
                .when(new ReinstateClaim(c9, List.of(), null, null))
                .thenRefused(RefusalCode.CLAIM_UNKNOWN, "")
                .when(new RetractClaim(C1, List.of(), nowhere, null))
                .thenRefused(RefusalCode.SOURCE_UNKNOWN, "/basis/source")
                .when(new RetractClaim(C1, List.of(), null, "\u0001"))
                .thenRefused(RefusalCode.INVALID_TEXT, "/note")
                .and(RETRACT)
                .when(new ReinstateClaim(C1, List.of(), nowhere, null))
                .thenRefused(RefusalCode.SOURCE_UNKNOWN, "/basis/source")
                .when(new ReinstateClaim(C1, List.of(), null, "x".repeat(5_001)))
                .thenRefused(RefusalCode.TEXT_TOO_LONG, "/note");
    }
}
