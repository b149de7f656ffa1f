package org.claimsledger.bestknown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.bestknown.Newsroom.newsroom;
import static org.claimsledger.bestknown.Newsroom.notice;
import static org.claimsledger.bestknown.Newsroom.quantity;
import static org.claimsledger.bestknown.Newsroom.source;
import static org.claimsledger.bestknown.Newsroom.subject;
import static org.claimsledger.bestknown.Newsroom.years;
import static org.claimsledger.claim.ClaimForm.claim;
import static org.claimsledger.source.SourceForm.evidence;
import static org.claimsledger.source.SourceForm.lineage;

import java.util.List;
import org.claimsledger.claim.ClaimForm;
import org.claimsledger.claim.Modality;
import org.claimsledger.claim.RevisionKind;
import org.claimsledger.claim.Stance;
import org.claimsledger.source.Lineage.Relation;
import org.claimsledger.source.NoticeType;
import org.claimsledger.source.SourceForm;
import org.claimsledger.subject.SubjectForm;
import org.claimsledger.value.Quantity.Bound;
import org.claimsledger.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a claim stands on its evidence: what speaks for it, what is live, and who really attests it. */
class StandingTest {

    private final Newsroom desk =
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

    private List<SpeaksFor> speaksFor() {
        return desk.claim("sentence").evidence().stream()
                .map(EvidenceState::speaksFor)
                .toList();
    }

    private Status status() {
        return desk.claim("sentence").status();
    }

    private int supporting() {
        return desk.claim("sentence").weight().supporting();
    }

    @Test
    void oneOriginSupportsTwoCorroborateAndOnlyAllegingOnesAllege() {
        desk.files(by("wire").modality(Modality.ALLEGED).file());
        assertThat(status()).isEqualTo(Status.ALLEGED);

        desk.files(by("paper").attach());
        assertThat(status()).isEqualTo(Status.SUPPORTED);

        desk.files(by("ruling").attach());
        assertThat(status()).isEqualTo(Status.CORROBORATED);
        assertThat(supporting()).isEqualTo(3);
    }

    @Test
    void aDisputeShowsAndADenialOrAMentionDoesNot() {
        desk.files(by("wire").file(), by("paper").stance(Stance.DENIES).attach());
        desk.files(by("paper").stance(Stance.MENTIONS).attach());
        assertThat(status()).isEqualTo(Status.SUPPORTED);

        desk.files(by("ruling").stance(Stance.DISPUTES).attach());
        assertThat(status()).isEqualTo(Status.DISPUTED);
    }

    @Test
    void afterACorrectionOnABasisOtherEvidenceStaysWithTheOldValueAndCountsAsDispute() {
        desk.files(
                by("wire").file(), sentence().value(years(15)).basis("ruling").revise(RevisionKind.CORRECTION));

        assertThat(speaksFor()).containsExactly(SpeaksFor.OTHER, SpeaksFor.THIS);
        assertThat(status()).isEqualTo(Status.DISPUTED);
        assertThat(desk.claim("sentence").evidence().getLast().id().value()).isEqualTo("r2");
    }

    @Test
    void theBasisOfACorrectionThatSupportedTheClaimMovesWithIt() {
        desk.files(
                by("wire").file(),
                by("ruling").attach(),
                sentence().value(years(15)).basis("ruling").revise(RevisionKind.CORRECTION));

        assertThat(speaksFor()).containsExactly(SpeaksFor.OTHER, SpeaksFor.THIS);
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

        assertThat(speaksFor()).containsOnly(SpeaksFor.THIS);
        assertThat(status()).isEqualTo(Status.CORROBORATED);
    }

    @Test
    void evidenceForACompatibleValueCountsAsItIs() {
        desk.files(
                by("wire").value(quantity(Bound.AT_LEAST, 15)).file(),
                sentence().value(years(20)).basis("ruling").revise(RevisionKind.CORRECTION));

        assertThat(speaksFor()).containsExactly(SpeaksFor.COMPATIBLE, SpeaksFor.THIS);
        assertThat(status()).isEqualTo(Status.CORROBORATED);
    }

    @Test
    void aDisputeOfAValueThatWasGivenUpCountsForNothing() {
        desk.files(
                by("wire").file(),
                by("paper").stance(Stance.DISPUTES).attach(),
                ClaimForm.withdrawn("sentence", "e1"),
                sentence().value(years(15)).basis("ruling").revise(RevisionKind.CORRECTION));

        assertThat(status()).isEqualTo(Status.SUPPORTED);
        assertThat(desk.claim("sentence").weight().disputing()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"RETRACTION", "WITHDRAWAL"})
    void onlyARetractionOrWithdrawalEndsASourcesStanding(NoticeType type) {
        desk.files(by("wire").file(), notice("wire", type, null));

        assertThat(status()).isEqualTo(Status.UNSUPPORTED);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"RETRACTION", "WITHDRAWAL", "PARTIAL_RETRACTION", "REINSTATEMENT"})
    void otherNoticesUnsayNothing(NoticeType type) {
        desk.files(by("wire").file(), notice("wire", type, null));

        assertThat(status()).isEqualTo(Status.SUPPORTED);
    }

    @Test
    void aPartialRetractionEndsTheEvidenceThatItNamesUntilItIsReinstated() {
        desk.files(by("wire").file(), notice("wire", NoticeType.PARTIAL_RETRACTION, null, evidence("sentence", "e1")));
        assertThat(status()).isEqualTo(Status.UNSUPPORTED);

        desk.files(notice("wire", NoticeType.REINSTATEMENT, null, evidence("sentence", "e1")));
        assertThat(status()).isEqualTo(Status.SUPPORTED);
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

        assertThat(status()).isEqualTo(Status.UNSUPPORTED);
    }

    @Test
    void workOfItsOwnSurvivesWhatItDerivesFromOrCites() {
        desk.files(
                SourceForm.source("analysis")
                        .lineage(lineage(Relation.DERIVES_FROM, "wire"), lineage(Relation.CITES, "paper"))
                        .register(),
                by("analysis").file(),
                notice("wire", NoticeType.RETRACTION, null),
                notice("paper", NoticeType.RETRACTION, null));

        assertThat(status()).isEqualTo(Status.SUPPORTED);
    }

    @Test
    void aSourceInTheAttributionTakesTheEvidenceWithIt() {
        desk.files(
                by("paper").attribution(subject("court"), source("wire")).file(),
                notice("wire", NoticeType.RETRACTION, null));

        assertThat(status()).isEqualTo(Status.UNSUPPORTED);
    }

    @Test
    void lineageThatIsLearntLaterMakesTwoDocumentsOneOrigin() {
        desk.files(by("wire").file(), by("paper").attach());
        assertThat(status()).isEqualTo(Status.CORROBORATED);

        desk.files(SourceForm.source("paper").from("wire").amend());

        assertThat(status()).isEqualTo(Status.SUPPORTED);
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
                        .lineage(new org.claimsledger.source.Lineage(Relation.REPUBLISHES, null, "Wire"))
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
        assertThat(before.status()).isEqualTo(Status.DISPUTED);
        assertThat(before.evidence())
                .extracting(EvidenceState::speaksFor)
                .containsExactly(SpeaksFor.THIS, SpeaksFor.OTHER);
    }

    @Test
    void thereIsNoneExcludesAllButItself() {
        desk.files(
                by("wire").value(new Value.None()).file(),
                sentence().value(new Value.Unknown()).basis("ruling").revise(RevisionKind.CORRECTION));

        assertThat(speaksFor()).containsExactly(SpeaksFor.OTHER, SpeaksFor.THIS);
    }
}
