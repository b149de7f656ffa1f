package org.claimsledger.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.claim.ClaimFixture.desk;
import static org.claimsledger.claim.ClaimForm.claim;
import static org.claimsledger.claim.ClaimForm.filed;
import static org.claimsledger.claim.ClaimForm.withdrawn;
import static org.claimsledger.source.SourceForm.noticed;
import static org.claimsledger.source.SourceForm.source;

import java.util.List;
import org.claimsledger.command.ClaimCommand.WithdrawEvidence;
import org.claimsledger.event.Attestor;
import org.claimsledger.event.Basis;
import org.claimsledger.event.ClaimEvent.EvidenceAttached;
import org.claimsledger.event.ClaimEvent.EvidenceWithdrawn;
import org.claimsledger.event.Notice.NoticeType;
import org.claimsledger.event.Testimony.Modality;
import org.claimsledger.event.Testimony.Stance;
import org.claimsledger.ledger.InMemoryLedger;
import org.claimsledger.source.SourceForm;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.ReasonCode;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceTest {

    private static final ClaimId C1 = new ClaimId("c1");

    @Test
    void evidenceIsNumberedInItsOrder() {
        desk(filed("c1"))
                .when(claim("c1").source("afp").attach())
                .then(new EvidenceAttached(
                        C1, new EvidenceId("e2"), claim("c1").source("afp").testimony()))
                .when(claim("c1").source("ruling").attach())
                .then(new EvidenceAttached(
                        C1, new EvidenceId("e3"), claim("c1").source("ruling").testimony()));
    }

    @Test
    void numbersSkipWhatSomebodyNamedSo() {
        InMemoryLedger ledger = desk(filed("c1"))
                .and(
                        claim("c1").source("afp").evidence("e3").attach(),
                        claim("c1").source("ruling").attach());

        assertThat(ledger.claim(C1).evidence().keySet())
                .extracting(EvidenceId::value)
                .containsExactly("e1", "e3", "e4");
    }

    @Test
    void aNameIsTakenOnceWithdrawnOrNot() {
        desk(filed("c1"))
                .when(claim("c1").source("afp").evidence("e1").attach())
                .thenRefused(RefusalCode.ID_TAKEN, "/id")
                .and(withdrawn("c1", "e1"))
                .when(claim("c1").source("afp").evidence("e1").attach())
                .thenRefused(RefusalCode.ID_TAKEN, "/id")
                .when(claim("c1").source("afp").evidence("e2").attach())
                .thenAccepted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"r1", "r0", "r123"})
    void theNamesThatCorrectionsGiveAreNobodyElses(String name) {
        desk().when(claim("c1").evidence(name).file()).thenRefused(RefusalCode.INVALID_ID, "/evidence/id");
        desk(filed("c1"))
                .when(claim("c1").source("afp").evidence(name).attach())
                .thenRefused(RefusalCode.INVALID_ID, "/id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"r1a", "ruling", "re1", "1r"})
    void otherNamesMayBeginWithTheSameLetter(String name) {
        desk(filed("c1"))
                .when(claim("c1").source("afp").evidence(name).attach())
                .thenAccepted();
    }

    @Test
    void whatEvidenceNamesIsThere() {
        desk(filed("c1"))
                .when(claim("c9").attach())
                .thenRefused(RefusalCode.CLAIM_UNKNOWN, "")
                .when(claim("c1").source("nowhere").attach())
                .thenRefused(RefusalCode.SOURCE_UNKNOWN, "/source")
                .when(claim("c1")
                        .attribution(new Attestor.BySubject(new SubjectId("nobody")))
                        .attach())
                .thenRefused(RefusalCode.SUBJECT_UNKNOWN, "/attribution/0/subject")
                .when(claim("c1")
                        .attribution(new Attestor.BySource(new SourceId("nowhere")))
                        .attach())
                .thenRefused(RefusalCode.SOURCE_UNKNOWN, "/attribution/0/source");
    }

    @Test
    void theSameSourceSaysTheSameOnce() {
        desk(filed("c1")).when(claim("c1").attach()).thenRefused(RefusalCode.EVIDENCE_DUPLICATE, "/source");
    }

    @Test
    void onlyTheAttestorTellsAttributionsApart() {
        desk(claim("c1").attribution("court", "RFE/RL").file())
                .when(claim("c1").attribution("court").attach())
                .thenRefused(RefusalCode.EVIDENCE_DUPLICATE, "/source")
                .when(claim("c1").attribution("RFE/RL", "court").attach())
                .thenAccepted()
                .when(claim("c1").attach())
                .thenAccepted();
    }

    @Test
    void anotherStanceModalityOrSourceIsAnotherEvidence() {
        desk(filed("c1"))
                .when(claim("c1").stance(Stance.MENTIONS).attach())
                .thenAccepted()
                .when(claim("c1").modality(Modality.ALLEGED).attach())
                .thenAccepted()
                .when(claim("c1").source("afp").attach())
                .thenAccepted();
    }

    @Test
    void afterAWithdrawalTheSourceMaySayItAgain() {
        desk(filed("c1"), withdrawn("c1", "e1"))
                .when(claim("c1").attach())
                .then(new EvidenceAttached(C1, new EvidenceId("e2"), claim("c1").testimony()))
                .when(claim("c1").attach())
                .thenRefused(RefusalCode.EVIDENCE_DUPLICATE, "/source");
    }

    @Test
    void afterItsRetractionASourceMaySayItAgainUntilItIsReinstated() {
        desk(filed("c1"), noticed("rferl", NoticeType.RETRACTION))
                .when(claim("c1").attach())
                .thenAccepted();
        desk(filed("c1"), noticed("rferl", NoticeType.RETRACTION), noticed("rferl", NoticeType.REINSTATEMENT))
                .when(claim("c1").attach())
                .thenRefused(RefusalCode.EVIDENCE_DUPLICATE, "/source");
    }

    @Test
    void aRemovalUnsaysNothing() {
        desk(filed("c1"), noticed("rferl", NoticeType.REMOVAL))
                .when(claim("c1").attach())
                .thenRefused(RefusalCode.EVIDENCE_DUPLICATE, "/source");
    }

    @Test
    void afterAPartialRetractionThatNamesItTheSourceMaySayItAgain() {
        InMemoryLedger ledger = desk(
                filed("c1"),
                filed("c2"),
                noticed("rferl", NoticeType.PARTIAL_RETRACTION, SourceForm.evidence("c1", "e1")));

        ledger.when(claim("c2").attach()).thenRefused(RefusalCode.EVIDENCE_DUPLICATE, "/source");
        ledger.when(claim("c1").attach()).thenAccepted();
        ledger.when(claim("c1").attach()).thenRefused(RefusalCode.EVIDENCE_DUPLICATE, "/source");
    }

    @Test
    void afterItsReinstatementNamedEvidenceStandsAgain() {
        desk(
                        filed("c1"),
                        noticed("rferl", NoticeType.PARTIAL_RETRACTION, SourceForm.evidence("c1", "e1")),
                        noticed("rferl", NoticeType.REINSTATEMENT, SourceForm.evidence("c1", "e1")))
                .when(claim("c1").attach())
                .thenRefused(RefusalCode.EVIDENCE_DUPLICATE, "/source");
    }

    @Test
    void evidenceFallsWithASourceThatItCameThrough() {
        desk(
                        claim("c1")
                                .attribution(
                                        new Attestor.ByName("court"), new Attestor.BySource(new SourceId("ruling")))
                                .file(),
                        noticed("ruling", NoticeType.WITHDRAWAL))
                .when(claim("c1").attribution("court").attach())
                .thenAccepted();
    }

    @Test
    void evidenceFallsWithTheOriginOfItsSource() {
        InMemoryLedger ledger = desk(
                source("echo").from("afp").register(),
                source("echo2").from("echo").register(),
                claim("c1").source("echo2").file());

        ledger.when(claim("c1").source("echo2").attach()).thenRefused(RefusalCode.EVIDENCE_DUPLICATE, "/source");
        ledger.and(noticed("afp", NoticeType.RETRACTION))
                .when(claim("c1").source("echo2").attach())
                .thenAccepted();
    }

    @Test
    void evidenceStandsWhereItsSourceOnlyCitedWhatFell() {
        desk(
                        source("study")
                                .lineage(SourceForm.lineage(org.claimsledger.event.Lineage.Relation.CITES, "afp"))
                                .register(),
                        claim("c1").source("study").file(),
                        noticed("afp", NoticeType.RETRACTION))
                .when(claim("c1").source("study").attach())
                .thenRefused(RefusalCode.EVIDENCE_DUPLICATE, "/source");
    }

    @Test
    void evidenceIsWithdrawnOnce() {
        WithdrawEvidence command = new WithdrawEvidence(
                C1,
                new EvidenceId("e1"),
                new Basis(new SourceId("afp")),
                List.of(ReasonCode.MISATTRIBUTED),
                "It was AFP's.");

        desk(filed("c1"))
                .when(command)
                .then(new EvidenceWithdrawn(C1, command.evidence(), command.basis(), command.reasons(), command.note()))
                .when(withdrawn("c1", "e1"))
                .thenRefused(RefusalCode.ALREADY_WITHDRAWN, "");
    }

    @Test
    void whatAWithdrawalNamesIsThere() {
        desk(filed("c1"))
                .when(withdrawn("c9", "e1"))
                .thenRefused(RefusalCode.CLAIM_UNKNOWN, "")
                .when(withdrawn("c1", "e9"))
                .thenRefused(RefusalCode.EVIDENCE_UNKNOWN, "")
                .when(new WithdrawEvidence(
                        C1, new EvidenceId("e1"), new Basis(new SourceId("nowhere")), List.of(), null))
                .thenRefused(RefusalCode.SOURCE_UNKNOWN, "/basis/source")
                .when(new WithdrawEvidence(C1, new EvidenceId("e1"), null, List.of(), ""))
                .thenRefused(RefusalCode.INVALID_TEXT, "/note");
    }

    @Test
    void aWithdrawalKeepsTheEvidenceInItsPlace() {
        InMemoryLedger ledger = desk(filed("c1"), claim("c1").source("afp").attach(), withdrawn("c1", "e1"));

        Claim claim = ledger.claim(C1);
        assertThat(claim.revision()).isEqualTo(3);
        assertThat(claim.evidence().keySet()).extracting(EvidenceId::value).containsExactly("e1", "e2");
        assertThat(claim.evidence().get(new EvidenceId("e1")).withdrawal()).isNotNull();
        assertThat(claim.evidence().get(new EvidenceId("e2")).withdrawal()).isNull();
    }
}
