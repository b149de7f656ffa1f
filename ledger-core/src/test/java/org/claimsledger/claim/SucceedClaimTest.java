package org.claimsledger.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.claim.ClaimFixture.desk;
import static org.claimsledger.claim.ClaimForm.claim;
import static org.claimsledger.claim.ClaimForm.filed;

import org.claimsledger.command.ClaimCommand.AssertClaim;
import org.claimsledger.event.Basis;
import org.claimsledger.event.ClaimEvent.ClaimAsserted;
import org.claimsledger.event.ClaimEvent.ClaimRevised;
import org.claimsledger.event.ClaimEvent.ClaimsRelated;
import org.claimsledger.event.ClaimRelation;
import org.claimsledger.event.ContentChanges.RevisionKind;
import org.claimsledger.ledger.InMemoryLedger;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.RefusalCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SucceedClaimTest {

    private static final ClaimId C1 = new ClaimId("c1");
    private static final ClaimId C2 = new ClaimId("c2");

    @Test
    void aSuccessionEndsTheOldStateAssertsTheNewOneAndRelatesThemAtOnce() {
        AssertClaim successor = claim("c2").text("released").valid("2013/..").file();

        desk(claim("c1").text("in prison").valid("2006~/..").file())
                .when(claim("c1")
                        .basis("ruling")
                        .because("He was released.")
                        .succeed("2013", claim("c2").text("released").valid("2013/..")))
                .then(
                        new ClaimRevised(
                                C1,
                                RevisionKind.UPDATE,
                                claim("c1").valid("2006~/2013").changes(),
                                new Basis(new org.claimsledger.value.SourceId("ruling")),
                                "He was released."),
                        new ClaimAsserted(C2, successor.content(), new EvidenceId("e1"), successor.testimony()),
                        new ClaimsRelated(C2, ClaimRelation.SUPERSEDES, C1, "He was released."));
    }

    @ParameterizedTest
    @CsvSource({
        "2006~/.., 2013, 2006~/2013",
        "2006~/, 2013, 2006~/2013",
        "2006~/2020, 2013-05~, 2006~/2013-05~",
        ", 2013, /2013",
        "2006, 2013, 2006/2013",
        "2013, 2013, 2013/2013",
        "../2020, 2013, ../2013",
        "/2020, 2013, /2013"
    })
    void theEndIsTheNewOneAndTheStartStays(String valid, String ended, Edtf now) {
        InMemoryLedger ledger = desk((valid == null ? claim("c1") : claim("c1").valid(valid)).file());

        ledger.when(claim("c1").succeed(ended, claim("c2").text("other"))).thenAccepted();

        assertThat(ledger.claim(C1).content().valid()).isEqualTo(now);
        assertThat(ledger.claim(C1).revision()).isEqualTo(3);
        assertThat(ledger.claim(C2).revision()).isEqualTo(2);
        assertThat(ledger.claim(C2).relations()).isEqualTo(ledger.claim(C1).relations());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2010/2013", "2013/..", "../2013", "/2013"})
    void theEndIsASingleDate(String interval) {
        desk(claim("c1").valid("2006~/..").file())
                .when(claim("c1").succeed(interval, claim("c2")))
                .thenRefused(RefusalCode.INVALID_EDTF, "/ended");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2005", "2005-12-31", "0001"})
    void theEndIsNotBeforeTheStart(String ended) {
        desk(claim("c1").valid("2006/..").file())
                .when(claim("c1").succeed(ended, claim("c2")))
                .thenRefused(RefusalCode.INVALID_EDTF, "/ended");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2006", "2006-01", "2006-12-31"})
    void theEndMayLieWithinTheStart(String ended) {
        desk(claim("c1").valid("2006/..").file())
                .when(claim("c1").succeed(ended, claim("c2")))
                .thenAccepted();
    }

    @Test
    void whatEndedThenAlreadyIsNotEndedAgain() {
        desk(claim("c1").valid("2006/2013").file())
                .when(claim("c1").succeed("2013", claim("c2")))
                .thenRefused(RefusalCode.REVISION_WITHOUT_CHANGE, "/ended");
    }

    @Test
    void aSuccessionIsRefusedAsAWhole() {
        desk(filed("c1"), filed("c2"))
                .when(claim("c9").succeed("2013", claim("c3")))
                .thenRefused(RefusalCode.CLAIM_UNKNOWN, "")
                .when(claim("c1").basis("nowhere").succeed("2013", claim("c3")))
                .thenRefused(RefusalCode.SOURCE_UNKNOWN, "/basis/source")
                .when(claim("c1").because("").succeed("2013", claim("c3")))
                .thenRefused(RefusalCode.INVALID_TEXT, "/reason")
                .when(claim("c1").succeed("2013", claim("c1")))
                .thenRefused(RefusalCode.ID_TAKEN, "/claim/id")
                .when(claim("c1").succeed("2013", claim("c2")))
                .thenRefused(RefusalCode.ID_TAKEN, "/claim/id")
                .when(claim("c1").succeed("2013", claim("c3").subject("nobody")))
                .thenRefused(RefusalCode.SUBJECT_UNKNOWN, "/claim/subject")
                .when(claim("c1").succeed("2013", claim("c3").source("nowhere")))
                .thenRefused(RefusalCode.SOURCE_UNKNOWN, "/claim/evidence/source")
                .when(claim("c1").succeed("2013", claim("c3").evidence("r1")))
                .thenRefused(RefusalCode.INVALID_ID, "/claim/evidence/id");
    }
}
