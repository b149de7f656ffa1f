package org.claimsledger.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.claim.ClaimForm.claim;
import static org.claimsledger.claim.ClaimForm.filed;
import static org.claimsledger.ledger.InMemoryLedger.given;
import static org.claimsledger.source.SourceForm.evidence;
import static org.claimsledger.source.SourceForm.noticed;
import static org.claimsledger.source.SourceForm.registered;

import org.claimsledger.event.Notice.NoticeType;
import org.claimsledger.event.SourceEvent.SourceNoticed;
import org.claimsledger.ledger.InMemoryLedger;
import org.claimsledger.predicate.PredicateForm;
import org.claimsledger.subject.SubjectForm;
import org.claimsledger.value.EvidenceRef;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.SourceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoticeSourceTest {

    private static final SourceId RFERL = new SourceId("rferl");
    private static final EvidenceRef FIRST = evidence("c1", "e1");
    private static final EvidenceRef SECOND = evidence("c2", "e1");

    private static InMemoryLedger twoClaimsOnOneSource() {
        return given(
                registered("rferl"),
                registered("afp"),
                SubjectForm.subject("aliev"),
                PredicateForm.defined("wanted"),
                filed("c1"),
                filed("c2"),
                claim("c1").source("afp").attach());
    }

    @ParameterizedTest
    @EnumSource(
            value = NoticeType.class,
            names = {"RETRACTION", "WITHDRAWAL", "PARTIAL_RETRACTION", "REINSTATEMENT"},
            mode = EnumSource.Mode.EXCLUDE)
    void mostNoticesLeaveTheSourceStandingAndMayBeRepeated(NoticeType type) {
        InMemoryLedger ledger = given(registered("rferl"));

        ledger.when(noticed("rferl", type))
                .then(new SourceNoticed(RFERL, noticed("rferl", type).notice()))
                .when(noticed("rferl", type))
                .thenAccepted();

        assertThat(ledger.source(RFERL).retracted()).isFalse();
        assertThat(ledger.source(RFERL).revision()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(
            value = NoticeType.class,
            names = {"RETRACTION", "WITHDRAWAL"})
    void aRetractionOrWithdrawalEndsItsStandingUntilAReinstatement(NoticeType end) {
        InMemoryLedger ledger = twoClaimsOnOneSource().and(noticed("rferl", end));

        assertThat(ledger.source(RFERL).standsFor(FIRST)).isFalse();
        ledger.when(noticed("rferl", NoticeType.RETRACTION)).thenRefused(RefusalCode.ALREADY_RETRACTED, "");
        ledger.when(noticed("rferl", NoticeType.WITHDRAWAL)).thenRefused(RefusalCode.ALREADY_RETRACTED, "");
        ledger.when(noticed("rferl", NoticeType.CORRECTION)).thenAccepted();
        assertThat(ledger.source(RFERL).standsFor(FIRST)).isFalse();

        ledger.when(noticed("rferl", NoticeType.REINSTATEMENT)).thenAccepted();
        assertThat(ledger.source(RFERL).standsFor(FIRST)).isTrue();
        ledger.when(noticed("rferl", end)).thenAccepted();
    }

    @Test
    void whatStandsIsNotReinstated() {
        twoClaimsOnOneSource()
                .when(noticed("rferl", NoticeType.REINSTATEMENT))
                .thenRefused(RefusalCode.NOT_RETRACTED, "")
                .when(noticed("rferl", NoticeType.REINSTATEMENT, FIRST))
                .thenRefused(RefusalCode.NOT_RETRACTED, "")
                .and(noticed("rferl", NoticeType.PARTIAL_RETRACTION, FIRST))
                .when(noticed("rferl", NoticeType.REINSTATEMENT, SECOND))
                .thenRefused(RefusalCode.NOT_RETRACTED, "");
    }

    @Test
    void aPartialRetractionEndsTheEvidenceThatItNames() {
        InMemoryLedger ledger = twoClaimsOnOneSource().and(noticed("rferl", NoticeType.PARTIAL_RETRACTION, FIRST));

        assertThat(ledger.source(RFERL).standsFor(FIRST)).isFalse();
        assertThat(ledger.source(RFERL).standsFor(SECOND)).isTrue();
        ledger.when(noticed("rferl", NoticeType.PARTIAL_RETRACTION, FIRST))
                .thenRefused(RefusalCode.ALREADY_RETRACTED, "/evidence");
        ledger.when(noticed("rferl", NoticeType.PARTIAL_RETRACTION, FIRST, SECOND))
                .thenAccepted();
        assertThat(ledger.source(RFERL).standsFor(SECOND)).isFalse();
    }

    @Test
    void aReinstatementRestoresTheEvidenceThatItNames() {
        InMemoryLedger ledger = twoClaimsOnOneSource()
                .and(
                        noticed("rferl", NoticeType.PARTIAL_RETRACTION, FIRST, SECOND),
                        noticed("rferl", NoticeType.REINSTATEMENT, SECOND));

        assertThat(ledger.source(RFERL).endedEvidence()).containsExactly(FIRST);
        ledger.when(noticed("rferl", NoticeType.REINSTATEMENT)).thenAccepted();
        assertThat(ledger.source(RFERL).endedEvidence()).isEmpty();
    }

    @Test
    void aPartialRetractionNamesEvidence() {
        twoClaimsOnOneSource()
                .when(noticed("rferl", NoticeType.PARTIAL_RETRACTION))
                .thenRefused(RefusalCode.EVIDENCE_MISSING, "/evidence");
    }

    @Test
    void aNoticeNamesEvidenceOfItsOwnSource() {
        twoClaimsOnOneSource()
                .when(noticed("rferl", NoticeType.PARTIAL_RETRACTION, FIRST, evidence("c1", "e2")))
                .thenRefused(RefusalCode.EVIDENCE_UNKNOWN, "/evidence/1")
                .when(noticed("rferl", NoticeType.PARTIAL_RETRACTION, evidence("c1", "e9")))
                .thenRefused(RefusalCode.EVIDENCE_UNKNOWN, "/evidence/0")
                .when(noticed("rferl", NoticeType.PARTIAL_RETRACTION, evidence("c9", "e1")))
                .thenRefused(RefusalCode.EVIDENCE_UNKNOWN, "/evidence/0")
                .when(noticed("afp", NoticeType.PARTIAL_RETRACTION, evidence("c1", "e2")))
                .thenAccepted();
    }

    @Test
    void aSourceThatIsNotThereHasNoNotices() {
        given().when(noticed("rferl", NoticeType.RETRACTION)).thenRefused(RefusalCode.SOURCE_UNKNOWN, "");
    }
}
