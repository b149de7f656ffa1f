package org.claimsledger.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.claim.ClaimForm.filed;
import static org.claimsledger.ledger.InMemoryLedger.given;
import static org.claimsledger.source.SourceForm.evidence;
import static org.claimsledger.source.SourceForm.noticed;
import static org.claimsledger.source.SourceForm.noticedOn;
import static org.claimsledger.source.SourceForm.registered;

import org.claimsledger.command.SourceCommand.WithdrawNotice;
import org.claimsledger.event.Notice.NoticeType;
import org.claimsledger.event.SourceEvent.NoticeWithdrawn;
import org.claimsledger.ledger.InMemoryLedger;
import org.claimsledger.predicate.PredicateForm;
import org.claimsledger.subject.SubjectForm;
import org.claimsledger.value.EvidenceRef;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.SourceId;
import org.junit.jupiter.api.Test;

/** Notices are held against those of earlier dates, whenever they are found; and what was filed by mistake is taken back. */
class DatedNoticesTest {

    private static final SourceId RFERL = new SourceId("rferl");
    private static final EvidenceRef FIRST = evidence("c1", "e1");

    private static WithdrawNotice withdrawal(int notice) {
        return new WithdrawNotice(RFERL, notice, "It was about another article.");
    }

    @Test
    void anOlderRetractionThatIsFoundLaterIsFiled() {
        given(registered("rferl"), noticedOn("2021", "rferl", NoticeType.RETRACTION))
                .when(noticedOn("2012", "rferl", NoticeType.RETRACTION))
                .thenAccepted();
    }

    @Test
    void aNoticeIsRefusedWhereTheOneBeforeItByDateSaysTheSame() {
        given(registered("rferl"), noticedOn("2018", "rferl", NoticeType.RETRACTION))
                .and(noticedOn("2021", "rferl", NoticeType.REINSTATEMENT))
                .when(noticedOn("2019", "rferl", NoticeType.WITHDRAWAL))
                .thenRefused(RefusalCode.ALREADY_RETRACTED, "")
                .when(noticedOn("2018", "rferl", NoticeType.RETRACTION))
                .thenRefused(RefusalCode.ALREADY_RETRACTED, "")
                .when(noticedOn("2012", "rferl", NoticeType.REINSTATEMENT))
                .thenRefused(RefusalCode.NOT_RETRACTED, "")
                .when(noticed("rferl", NoticeType.REINSTATEMENT))
                .thenRefused(RefusalCode.NOT_RETRACTED, "")
                .when(noticedOn("2019", "rferl", NoticeType.REINSTATEMENT))
                .thenAccepted()
                .when(noticedOn("2012", "rferl", NoticeType.RETRACTION))
                .thenAccepted();
    }

    @Test
    void theLastByDateDecidesHowTheSourceStands() {
        InMemoryLedger ledger = given(
                registered("rferl"),
                noticedOn("2018", "rferl", NoticeType.RETRACTION),
                noticedOn("2021", "rferl", NoticeType.REINSTATEMENT),
                noticedOn("2012", "rferl", NoticeType.RETRACTION));

        assertThat(ledger.source(RFERL).retracted()).isFalse();
    }

    @Test
    void namedEvidenceFollowsTheDatesToo() {
        InMemoryLedger ledger = given(
                        registered("rferl"), SubjectForm.subject("aliev"), PredicateForm.defined("wanted"), filed("c1"))
                .and(
                        noticedOn("2018", "rferl", NoticeType.PARTIAL_RETRACTION, FIRST),
                        noticedOn("2021", "rferl", NoticeType.REINSTATEMENT, FIRST));

        ledger.when(noticedOn("2019", "rferl", NoticeType.PARTIAL_RETRACTION, FIRST))
                .thenRefused(RefusalCode.ALREADY_RETRACTED, "/evidence")
                .when(noticedOn("2012", "rferl", NoticeType.REINSTATEMENT, FIRST))
                .thenRefused(RefusalCode.NOT_RETRACTED, "")
                .when(noticedOn("2012", "rferl", NoticeType.PARTIAL_RETRACTION, FIRST))
                .thenAccepted();
        assertThat(ledger.source(RFERL).standsFor(FIRST)).isTrue();
    }

    @Test
    void aNoticeThatWasFiledByMistakeNeverWas() {
        InMemoryLedger ledger = given(registered("rferl"), noticed("rferl", NoticeType.RETRACTION));

        ledger.when(withdrawal(1)).then(new NoticeWithdrawn(RFERL, 1, "It was about another article."));

        assertThat(ledger.source(RFERL).retracted()).isFalse();
        assertThat(ledger.source(RFERL).revision()).isEqualTo(3);
        ledger.when(noticed("rferl", NoticeType.RETRACTION)).thenAccepted();
        assertThat(ledger.source(RFERL).notices())
                .extracting(RecordedNotice::number)
                .containsExactly(1, 2);
    }

    @Test
    void aWithdrawnReinstatementLeavesTheRetractionBeforeIt() {
        InMemoryLedger ledger = given(
                registered("rferl"),
                noticed("rferl", NoticeType.RETRACTION),
                noticed("rferl", NoticeType.REINSTATEMENT),
                withdrawal(2));

        assertThat(ledger.source(RFERL).retracted()).isTrue();
    }

    @Test
    void onlyANoticeThatStandsIsWithdrawn() {
        given(registered("rferl"), noticed("rferl", NoticeType.ERRATUM))
                .when(withdrawal(2))
                .thenRefused(RefusalCode.NOTICE_UNKNOWN, "")
                .when(withdrawal(0))
                .thenRefused(RefusalCode.NOTICE_UNKNOWN, "")
                .when(new WithdrawNotice(new SourceId("nobody"), 1, null))
                .thenRefused(RefusalCode.SOURCE_UNKNOWN, "")
                .and(withdrawal(1))
                .when(withdrawal(1))
                .thenRefused(RefusalCode.ALREADY_WITHDRAWN, "");
    }
}
