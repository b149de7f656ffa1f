package org.claimsledger.bestknown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.bestknown.NewsroomFixture.newsroom;
import static org.claimsledger.bestknown.NewsroomFixture.notice;
import static org.claimsledger.bestknown.NewsroomFixture.quantity;
import static org.claimsledger.bestknown.NewsroomFixture.source;
import static org.claimsledger.bestknown.NewsroomFixture.subject;
import static org.claimsledger.bestknown.NewsroomFixture.years;
import static org.claimsledger.claim.ClaimForm.claim;
import static org.claimsledger.source.SourceForm.evidence;
import static org.claimsledger.source.SourceForm.lineage;

import java.util.List;
import org.claimsledger.claim.ClaimForm;
import org.claimsledger.event.ContentChanges.RevisionKind;
import org.claimsledger.event.Lineage.Relation;
import org.claimsledger.event.Notice.NoticeType;
import org.claimsledger.event.Testimony.Modality;
import org.claimsledger.event.Testimony.Stance;
import org.claimsledger.source.SourceForm;
import org.claimsledger.subject.SubjectForm;
import org.claimsledger.value.Quantity.BoundKind;
import org.claimsledger.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A claim's support: the values that its evidence speaks for, the live evidence, and the origins. */
class SourceStandingTest {

    private final NewsroomFixture desk =
            newsroom().registers("wire", "2008").registers("paper", "2009").registers("ruling", "2010");

    private static ClaimForm sentence() {
        return claim("sentence")
                .predicate("sentenced")
                .qualifier("case", "coup")
                .value(years(20));
    }

    private static ClaimForm by(String source) {
        return sentence().source(source);
    }

    private List<ValueAgreement> speaksFor() {
        return desk.claim("sentence").evidence().stream()
                .map(EvidenceState::speaksFor)
                .toList();
    }

    private ClaimStatus status() {
        return desk.claim("sentence").status();
    }

    private int supporting() {
        return desk.claim("sentence").weight().supporting();
    }

    @Test
    void oneOriginSupportsTwoCorroborateAndOnlyAllegingOnesAllege() {
        desk.files(by("wire").modality(Modality.ALLEGED).file());
        assertThat(status()).isEqualTo(ClaimStatus.ALLEGED);

        desk.files(by("paper").attach());
        assertThat(status()).isEqualTo(ClaimStatus.SUPPORTED);

        desk.files(by("ruling").attach());
        assertThat(status()).isEqualTo(ClaimStatus.CORROBORATED);
        assertThat(supporting()).isEqualTo(3);
    }

    @Test
    void aDenialQuestionsADisputeDisputesAndAMentionDoesNothing() {
        desk.files(by("wire").file(), by("paper").stance(Stance.MENTIONS).attach());
        assertThat(status()).isEqualTo(ClaimStatus.SUPPORTED);

        desk.files(by("paper").stance(Stance.DENIES).attach());
        assertThat(status()).isEqualTo(ClaimStatus.QUESTIONED);

        desk.files(by("ruling").stance(Stance.DISPUTES).attach());
        assertThat(status()).isEqualTo(ClaimStatus.DISPUTED);
    }

    @Test
    void afterACorrectionOnABasisOtherEvidenceStaysWithTheOldValueAndCountsAsDispute() {
        desk.files(
                by("wire").file(), sentence().value(years(15)).basis("ruling").revise(RevisionKind.CORRECTION));

        assertThat(speaksFor()).containsExactly(ValueAgreement.OTHER, ValueAgreement.THIS);
        assertThat(status()).isEqualTo(ClaimStatus.DISPUTED);
        assertThat(desk.claim("sentence").evidence().getLast().id().value()).isEqualTo("r2");
    }

    @Test
    void theBasisOfACorrectionThatSupportedTheClaimMovesWithIt() {
        desk.files(
                by("wire").file(),
                by("ruling").attach(),
                sentence().value(years(15)).basis("ruling").revise(RevisionKind.CORRECTION));

        assertThat(speaksFor()).containsExactly(ValueAgreement.OTHER, ValueAgreement.THIS);
        assertThat(desk.claim("sentence").evidence()).hasSize(2);
    }

    @Test
    void aBasisWhoseOnlySupportWasWithdrawnBecomesEvidenceItself() {
        desk.files(
                by("wire").file(),
                by("ruling").attach(),
                ClaimForm.withdrawn("sentence", "e2"),
                sentence().value(years(15)).basis("ruling").revise(RevisionKind.CORRECTION));

        assertThat(desk.claim("sentence").evidence())
                .extracting(it -> it.id().value())
                .containsExactly("e1", "e2", "r4");
    }

    @Test
    void afterAMisreadingAllEvidenceMoves() {
        desk.files(
                by("wire").file(),
                by("paper").attach(),
                sentence().value(years(15)).revise(RevisionKind.CORRECTION));

        assertThat(speaksFor()).containsOnly(ValueAgreement.THIS);
        assertThat(status()).isEqualTo(ClaimStatus.CORROBORATED);
    }

    @Test
    void evidenceForACompatibleValueSupportsNothing() {
        desk.files(
                by("wire").value(quantity(BoundKind.AT_LEAST, 15)).file(),
                sentence().value(years(20)).basis("ruling").revise(RevisionKind.CORRECTION));

        assertThat(speaksFor()).containsExactly(ValueAgreement.COMPATIBLE, ValueAgreement.THIS);
        assertThat(status()).isEqualTo(ClaimStatus.SUPPORTED);
    }

    @Test
    void aDisputeOfAValueThatWasGivenUpCountsForNothing() {
        desk.files(
                by("wire").file(),
                by("paper").stance(Stance.DISPUTES).attach(),
                ClaimForm.withdrawn("sentence", "e1"),
                sentence().value(years(15)).basis("ruling").revise(RevisionKind.CORRECTION));

        assertThat(status()).isEqualTo(ClaimStatus.SUPPORTED);
        assertThat(desk.claim("sentence").weight().disputing()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"RETRACTION", "WITHDRAWAL"})
    void onlyARetractionOrWithdrawalEndsASourcesStanding(NoticeType type) {
        desk.files(by("wire").file(), notice("wire", type, null));

        assertThat(status()).isEqualTo(ClaimStatus.UNSUPPORTED);
    }

    @ParameterizedTest
    @EnumSource(names = {"CORRECTION", "CORRIGENDUM", "ERRATUM", "EXPRESSION_OF_CONCERN"})
    void aNoticeOfConcernOrCorrectionQuestionsWhatItsSourceSays(NoticeType type) {
        desk.files(by("wire").file(), notice("wire", type, null));

        assertThat(status()).isEqualTo(ClaimStatus.QUESTIONED);
    }

    @Test
    void aCorrectionThatNamesTheEvidenceItTouchesQuestionsNoOther() {
        desk.files(
                by("wire").file(),
                claim("other")
                        .predicate("sentenced")
                        .qualifier("case", "kidnapping")
                        .value(years(3))
                        .source("wire")
                        .file(),
                notice("wire", NoticeType.CORRECTION, null, evidence("other", "e1")));

        assertThat(status()).isEqualTo(ClaimStatus.SUPPORTED);
        assertThat(desk.claim("other").status()).isEqualTo(ClaimStatus.QUESTIONED);
    }

    @ParameterizedTest
    @EnumSource(names = {"ADDENDUM", "CLARIFICATION", "NEW_VERSION", "REMOVAL"})
    void otherNoticesUnsayNothing(NoticeType type) {
        desk.files(by("wire").file(), notice("wire", type, null));

        assertThat(status()).isEqualTo(ClaimStatus.SUPPORTED);
    }

    @Test
    void aPartialRetractionEndsTheEvidenceThatItNamesUntilItIsReinstated() {
        desk.files(by("wire").file(), notice("wire", NoticeType.PARTIAL_RETRACTION, null, evidence("sentence", "e1")));
        assertThat(status()).isEqualTo(ClaimStatus.UNSUPPORTED);

        desk.files(notice("wire", NoticeType.REINSTATEMENT, null, evidence("sentence", "e1")));
        assertThat(status()).isEqualTo(ClaimStatus.SUPPORTED);
    }

    @Test
    void aKillAtTheOriginReachesAClaimThatCitesOnlyTheEchoOfAnEcho() {
        desk.files(
                SourceForm.source("echo").from("wire").register(),
                SourceForm.source("echo2")
                        .lineage(lineage(Relation.REPEATS, "echo"))
                        .register(),
                by("echo2").file(),
                notice("wire", NoticeType.RETRACTION, null));

        assertThat(status()).isEqualTo(ClaimStatus.UNSUPPORTED);
    }

    @Test
    void workOfItsOwnSurvivesWhatItCites() {
        desk.files(
                SourceForm.source("analysis")
                        .lineage(lineage(Relation.CITES, "paper"))
                        .register(),
                by("analysis").file(),
                notice("paper", NoticeType.RETRACTION, null));

        assertThat(status()).isEqualTo(ClaimStatus.SUPPORTED);
    }

    @Test
    void workOfItsOwnIsQuestionedWhereWhatItDerivesFromWasTakenBack() {
        desk.files(
                SourceForm.source("analysis")
                        .lineage(lineage(Relation.DERIVES_FROM, "wire"))
                        .register(),
                by("analysis").file(),
                notice("wire", NoticeType.RETRACTION, null));

        assertThat(status()).isEqualTo(ClaimStatus.QUESTIONED);
    }

    @Test
    void aSourceInTheAttributionTakesTheEvidenceWithIt() {
        desk.files(
                by("paper").attribution(subject("court"), source("wire")).file(),
                notice("wire", NoticeType.RETRACTION, null));

        assertThat(status()).isEqualTo(ClaimStatus.UNSUPPORTED);
    }

    @Test
    void lineageThatIsLearntLaterMakesTwoDocumentsOneOrigin() {
        desk.files(by("wire").file(), by("paper").attach());
        assertThat(status()).isEqualTo(ClaimStatus.CORROBORATED);

        desk.files(SourceForm.source("paper").from("wire").amend());

        assertThat(status()).isEqualTo(ClaimStatus.SUPPORTED);
        assertThat(supporting()).isEqualTo(1);
    }

    @Test
    void anAttestorIsOneOriginThroughHoweverManyPapers() {
        desk.files(
                by("wire").attribution("Kazakh  Court").file(),
                by("paper").attribution("kazakh court", "Reuters").attach());

        assertThat(supporting()).isEqualTo(1);
    }

    @Test
    void aCourtAndAPublisherOfTheSameNameAreOneOrigin() {
        desk.files(
                SourceForm.source("bulletin").publisher("COURT").register(),
                by("bulletin").file(),
                by("paper").attribution(subject("court")).attach());

        assertThat(supporting()).isEqualTo(1);
    }

    @Test
    void anAttestorThatWasMergedIsTheOneThatIsKept() {
        desk.files(
                SubjectForm.subject("supreme-court"),
                by("wire").attribution(subject("court")).file(),
                by("paper").attribution(subject("supreme-court")).attach());
        assertThat(supporting()).isEqualTo(2);

        desk.files(SubjectForm.merged("supreme-court", "court"));

        assertThat(supporting()).isEqualTo(1);
    }

    @Test
    void aReprintFiledWithoutAttestorInheritsThatOfItsOriginal() {
        desk.files(
                SourceForm.source("echo").publisher("Echo").from("wire").register(),
                by("wire").attribution("Kazakh court").file(),
                by("echo").attach(),
                by("paper").attribution("Kazakh court").attach());

        assertThat(supporting()).isEqualTo(1);
        assertThat(desk.claim("sentence").evidence())
                .extracting(it -> it.origin().name())
                .containsOnly("Kazakh court");
    }

    @Test
    void withdrawnEvidenceLendsItsAttestorToNoReprint() {
        desk.files(
                SourceForm.source("echo").publisher("Echo").from("wire").register(),
                by("wire").attribution("Kazakh court").file(),
                by("echo").attach(),
                by("wire").attribution("Kazakh prosecutor").attach(),
                ClaimForm.withdrawn("sentence", "e1"));

        assertThat(supporting()).isEqualTo(1);
    }

    @Test
    void twoSourcesOfUnknownPublishersAreTwoOrigins() {
        desk.files(
                SourceForm.source("leaflet").register(),
                SourceForm.source("leaflet2").register(),
                by("leaflet").file(),
                by("leaflet2").attach());

        assertThat(supporting()).isEqualTo(2);
    }

    @Test
    void anOutletKnownByNameOnlyIsTheOriginOfItsEchoes() {
        desk.files(
                SourceForm.source("echo")
                        .publisher("Echo")
                        .lineage(new org.claimsledger.event.Lineage(Relation.REPUBLISHES, null, "Wire"))
                        .register(),
                by("echo").file(),
                by("wire").attach());

        assertThat(supporting()).isEqualTo(1);
    }

    @Test
    void evidenceAttachedAfterACorrectionThatIsNotSeenYetSpeaksForTheValueThatItWasFiledFor() {
        desk.registers("early", "2005")
                .files(
                        by("wire").file(),
                        sentence().value(years(15)).basis("ruling").revise(RevisionKind.CORRECTION),
                        sentence().source("early").attach());

        ClaimState before = desk.claim("sentence", "2009-06-01");

        assertThat(before.claim().content().value()).isEqualTo(years(20));
        assertThat(before.status()).isEqualTo(ClaimStatus.DISPUTED);
        assertThat(before.evidence())
                .extracting(EvidenceState::speaksFor)
                .containsExactly(ValueAgreement.THIS, ValueAgreement.OTHER);
    }

    @Test
    void thereIsNoneExcludesAllButItself() {
        desk.files(
                by("wire").value(new Value.None()).file(),
                sentence().value(new Value.Unknown()).basis("ruling").revise(RevisionKind.CORRECTION));

        assertThat(speaksFor()).containsExactly(ValueAgreement.OTHER, ValueAgreement.THIS);
    }
}
