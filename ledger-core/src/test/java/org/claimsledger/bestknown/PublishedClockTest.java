package org.claimsledger.bestknown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.bestknown.NewsroomFixture.newsroom;
import static org.claimsledger.bestknown.NewsroomFixture.notice;
import static org.claimsledger.bestknown.NewsroomFixture.reinstatement;
import static org.claimsledger.bestknown.NewsroomFixture.retraction;
import static org.claimsledger.bestknown.NewsroomFixture.years;
import static org.claimsledger.claim.ClaimForm.claim;

import java.time.Instant;
import java.time.LocalDate;
import org.claimsledger.claim.ClaimForm;
import org.claimsledger.command.ClaimCommand.RankClaim;
import org.claimsledger.command.SourceCommand.ProtectSource;
import org.claimsledger.command.SourceCommand.WithdrawNotice;
import org.claimsledger.event.ContentChanges.RevisionKind;
import org.claimsledger.event.Notice.NoticeType;
import org.claimsledger.event.Rank;
import org.claimsledger.source.SourceForm;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceRef;
import org.claimsledger.value.ReasonCode;
import org.claimsledger.value.SourceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published clock: what had been published by a day, as far as is recorded now. */
class PublishedClockTest {

    private static ClaimForm sentence() {
        return claim("sentence")
                .predicate("sentenced")
                .qualifier("case", "coup")
                .value(years(20));
    }

    @ParameterizedTest(name = "{0} is reported on {1}, not before")
    @CsvSource({
        "2008-03-26, 2008-03-26",
        "2008-03,    2008-03-31",
        "2008,       2008-12-31",
        "2008~,      2009-12-31",
        "2008-03?,   2008-04-30",
        "2008-02/2008-04, 2008-04-30",
    })
    void evidenceIsReportedAtTheLastInstantOfItsSourcesDate(String published, String reportedOn) {
        NewsroomFixture desk = newsroom()
                .registers("wire", published)
                .files(sentence().source("wire").file());

        assertThat(desk.claim("sentence", reportedOn)).isNotNull();
        assertThat(desk.claim(
                        "sentence", LocalDate.parse(reportedOn).minusDays(1).toString()))
                .isNull();
    }

    @ParameterizedTest(name = "{0} does")
    @CsvSource({"2026", "2008/", "2008/..", "''"})
    void aSourceThatMayBeOfTheFutureOrHasNoEndOrDateCountsFromItsRegistration(String published) {
        NewsroomFixture desk = newsroom()
                .registers("wire", published.isEmpty() ? null : published)
                .files(sentence().source("wire").file());

        assertThat(desk.claim("sentence", "2026-11-01")).isNotNull();
        assertThat(desk.claim("sentence", "2026-10-31")).isNull();
    }

    @Test
    void aSourceUnderEmbargoIsNotReportedBeforeTheFirstInstantOfItsDate() {
        NewsroomFixture desk = newsroom()
                .registers("wire", "2026-12-05")
                .files(sentence().source("wire").file());

        assertThat(desk.claim("sentence", "2026-11-01")).isNull();
        assertThat(desk.claim("sentence", "2026-12-04")).isNull();
        assertThat(desk.claim("sentence", "2026-12-05")).isNotNull();
    }

    @Test
    void aCaptureBeforeRegistrationCountsWhereThereIsNoEarlierDate() {
        NewsroomFixture desk = newsroom()
                .files(SourceForm.source("wire")
                        .retrievedAt("2019-05-01T10:00:00Z")
                        .register())
                .files(sentence().source("wire").file());

        assertThat(desk.claim("sentence", "2019-05-01")).isNotNull();
        assertThat(desk.claim("sentence", "2019-04-30")).isNull();
    }

    @Test
    void aDateThatIsAmendedLaterChangesWhatHadBeenPublished() {
        NewsroomFixture desk = newsroom()
                .registers("wire", "2010")
                .files(sentence().source("wire").file());
        assertThat(desk.claim("sentence", "2008-06-01")).isNull();

        desk.files(SourceForm.source("wire").published("2008-05").amend());

        assertThat(desk.claim("sentence", "2008-06-01")).isNotNull();
    }

    @Test
    void aClaimIsReportedSinceAnEarlierSourceThatIsFoundLater() {
        NewsroomFixture desk = newsroom()
                .registers("book", "2012")
                .registers("wire", "2008-03-26")
                .files(sentence().source("book").file());
        assertThat(desk.claim("sentence", "2009-01-01")).isNull();

        desk.files(sentence().source("wire").attach());

        ClaimState early = desk.claim("sentence", "2009-01-01");
        assertThat(early).isNotNull();
        assertThat(early.evidence()).extracting(it -> it.id().value()).containsExactly("e2");
        assertThat(early.reported()).isEqualTo(Instant.parse("2008-03-26T23:59:59.999999Z"));
    }

    @Test
    void whatIsReportedAtOneInstantIsAllSeenAtThatInstantInTheOrderOfRecording() {
        NewsroomFixture desk = newsroom()
                .registers("wire", "2008-03-26")
                .registers("ruling", "2008-03-26")
                .files(
                        sentence().source("wire").file(),
                        sentence().value(years(15)).basis("ruling").revise(RevisionKind.CORRECTION),
                        sentence().value(years(18)).basis("ruling").revise(RevisionKind.CORRECTION));

        assertThat(desk.claim("sentence", "2008-03-25")).isNull();
        assertThat(desk.claim("sentence", "2008-03-26").claim().content().value())
                .isEqualTo(years(18));
    }

    @Test
    void aCorrectionIsSeenFromItsBasisOn() {
        NewsroomFixture desk = newsroom()
                .registers("wire", "2008")
                .registers("ruling", "2010")
                .files(
                        sentence().source("wire").file(),
                        sentence().value(years(15)).basis("ruling").revise(RevisionKind.CORRECTION));

        assertThat(desk.claim("sentence", "2009-06-01").claim().content().value())
                .isEqualTo(years(20));
        assertThat(desk.claim("sentence", "2010-12-31").claim().content().value())
                .isEqualTo(years(15));
    }

    @Test
    void aCorrectionWhoseBasisIsOlderThanTheEvidenceBringsTheClaimForwardOnThatBasis() {
        NewsroomFixture desk = newsroom()
                .registers("wire", "2010")
                .registers("ruling", "2008")
                .files(
                        sentence().source("wire").file(),
                        sentence().value(years(15)).basis("ruling").revise(RevisionKind.CORRECTION));

        ClaimState early = desk.claim("sentence", "2009-01-01");

        assertThat(early.claim().content().value()).isEqualTo(years(15));
        assertThat(early.evidence()).extracting(it -> it.id().value()).containsExactly("r2");
        assertThat(early.status()).isEqualTo(ClaimStatus.SUPPORTED);
        assertThat(desk.claim("sentence", "2007-12-31")).isNull();
    }

    @Test
    void aMisreadingWasNeverPublished() {
        NewsroomFixture desk = newsroom()
                .registers("wire", "2008")
                .files(
                        sentence().source("wire").file(),
                        sentence().value(years(15)).revise(RevisionKind.CORRECTION));

        assertThat(desk.claim("sentence", "2008-12-31").claim().content().value())
                .isEqualTo(years(15));
    }

    @Test
    void anUpdateWithoutBasisIsNewsOfTheDayItWasRecorded() {
        NewsroomFixture desk = newsroom()
                .registers("wire", "2008")
                .files(claim("office")
                        .predicate("held_office")
                        .valid("2005/..")
                        .source("wire")
                        .file())
                .on("2026-11-10")
                .files(claim("office").valid("2005/2015").revise(RevisionKind.UPDATE));

        assertThat(desk.claim("office", "2026-11-09").claim().content().valid().text())
                .isEqualTo("2005/..");
        assertThat(desk.claim("office", "2026-11-10").claim().content().valid().text())
                .isEqualTo("2005/2015");
    }

    @Test
    void aLaterRevisionIsNeverSeenBeforeAnEarlierOne() {
        NewsroomFixture desk = newsroom()
                .registers("wire", "2008")
                .registers("late", "2015")
                .registers("early", "2010")
                .files(
                        sentence().source("wire").file(),
                        sentence().value(years(18)).basis("late").revise(RevisionKind.CORRECTION),
                        sentence().value(years(15)).basis("early").revise(RevisionKind.CORRECTION));

        assertThat(desk.claim("sentence", "2014-12-31").claim().content().value())
                .isEqualTo(years(20));
        assertThat(desk.claim("sentence", "2015-12-31").claim().content().value())
                .isEqualTo(years(15));
    }

    @Test
    void aClaimAboutTheWrongPersonWasNeverPublishedAboutThem() {
        NewsroomFixture desk = newsroom()
                .registers("wire", "2008")
                .files(sentence().source("wire").file(), retraction("sentence", null, ReasonCode.WRONG_IDENTITY));

        assertThat(desk.claim("sentence", "2008-12-31").status()).isEqualTo(ClaimStatus.RETRACTED);
    }

    @Test
    void aRetractionForAnotherReasonIsSeenFromItsBasisOn() {
        NewsroomFixture desk = newsroom()
                .registers("wire", "2008")
                .registers("ruling", "2012")
                .files(
                        sentence().source("wire").file(),
                        retraction("sentence", "ruling", ReasonCode.SUPERSEDED_BY_RULING));

        assertThat(desk.claim("sentence", "2011-12-31").status()).isEqualTo(ClaimStatus.SUPPORTED);
        assertThat(desk.claim("sentence", "2012-12-31").status()).isEqualTo(ClaimStatus.RETRACTED);
    }

    @Test
    void aReinstatementOlderThanItsRetractionTakesEffectTogetherWithIt() {
        NewsroomFixture desk = newsroom()
                .registers("wire", "2008")
                .registers("ruling", "2012")
                .registers("appeal", "2010")
                .files(
                        sentence().source("wire").file(),
                        retraction("sentence", "ruling", ReasonCode.SUPERSEDED_BY_RULING),
                        reinstatement("sentence", "appeal"));

        assertThat(desk.claim("sentence", "2010-12-31").status()).isEqualTo(ClaimStatus.SUPPORTED);
        assertThat(desk.claim("sentence", "2012-12-31").status()).isEqualTo(ClaimStatus.SUPPORTED);
        assertThat(desk.claim("sentence").claim().retraction()).isNull();
    }

    @Test
    void aReinstatementWithoutBasisUndoesItsRetractionFromTheStart() {
        NewsroomFixture desk = newsroom()
                .registers("wire", "2008")
                .files(
                        sentence().source("wire").file(),
                        retraction("sentence", null, ReasonCode.WRONG_IDENTITY),
                        reinstatement("sentence", null));

        assertThat(desk.claim("sentence", "2008-12-31").status()).isEqualTo(ClaimStatus.SUPPORTED);
    }

    @Test
    void evidenceThatIsWithdrawnStillTellsWhenTheClaimWasReported() {
        NewsroomFixture desk = newsroom()
                .registers("wire", "2008")
                .files(sentence().source("wire").file(), ClaimForm.withdrawn("sentence", "e1"));

        assertThat(desk.claim("sentence", "2008-12-31").status()).isEqualTo(ClaimStatus.SUPPORTED);
        assertThat(desk.claim("sentence").status()).isEqualTo(ClaimStatus.UNSUPPORTED);
    }

    @Test
    void evidenceThatIsWithdrawnAndGivenAgainCountsAgain() {
        NewsroomFixture desk = newsroom()
                .registers("wire", "2008")
                .files(
                        sentence().source("wire").file(),
                        ClaimForm.withdrawn("sentence", "e1"),
                        sentence().source("wire").attach());

        ClaimState now = desk.claim("sentence");
        assertThat(now.evidence()).extracting(EvidenceState::live).containsExactly(false, true);
        assertThat(now.weight().supporting()).isEqualTo(1);
    }

    @Test
    void aRetractionOfTheSourceIsSeenFromTheDateOfItsNotice() {
        NewsroomFixture desk = newsroom()
                .registers("wire", "2008")
                .files(sentence().source("wire").file(), notice("wire", NoticeType.RETRACTION, "2011-05-02"));

        assertThat(desk.claim("sentence", "2011-05-01").status()).isEqualTo(ClaimStatus.SUPPORTED);
        assertThat(desk.claim("sentence", "2011-05-02").status()).isEqualTo(ClaimStatus.UNSUPPORTED);
        assertThat(desk.history("sentence").breakpoints())
                .containsExactly(
                        Instant.parse("2008-12-31T23:59:59.999999Z"), Instant.parse("2011-05-02T23:59:59.999999Z"));
    }

    @Test
    void noticesAreReadInTheOrderOfTheirDatesWheneverTheyWereFound() {
        NewsroomFixture desk = newsroom()
                .registers("wire", "2008")
                .files(
                        sentence().source("wire").file(),
                        notice("wire", NoticeType.RETRACTION, "2018"),
                        notice("wire", NoticeType.REINSTATEMENT, "2021"),
                        notice("wire", NoticeType.RETRACTION, "2012"));

        assertThat(statusOn(desk, "2011-06-01")).isEqualTo(ClaimStatus.SUPPORTED);
        assertThat(statusOn(desk, "2013-06-01")).isEqualTo(ClaimStatus.UNSUPPORTED);
        assertThat(statusOn(desk, "2019-06-01")).isEqualTo(ClaimStatus.UNSUPPORTED);
        assertThat(statusOn(desk, "2023-06-01")).isEqualTo(ClaimStatus.SUPPORTED);
        assertThat(desk.claim("sentence").status()).isEqualTo(ClaimStatus.SUPPORTED);
    }

    @Test
    void aPartialRetractionThatIsFoundLaterIsReadAtItsDateToo() {
        EvidenceRef evidence = SourceForm.evidence("sentence", "e1");
        NewsroomFixture desk = newsroom()
                .registers("wire", "2008")
                .files(
                        sentence().source("wire").file(),
                        notice("wire", NoticeType.PARTIAL_RETRACTION, "2018", evidence),
                        notice("wire", NoticeType.REINSTATEMENT, "2021", evidence),
                        notice("wire", NoticeType.PARTIAL_RETRACTION, "2012", evidence));

        assertThat(statusOn(desk, "2013-06-01")).isEqualTo(ClaimStatus.UNSUPPORTED);
        assertThat(statusOn(desk, "2023-06-01")).isEqualTo(ClaimStatus.SUPPORTED);
    }

    @Test
    void aNoticeWithoutADateCountsFromItsRecording() {
        NewsroomFixture desk = newsroom()
                .registers("wire", "2008")
                .files(sentence().source("wire").file())
                .on("2026-11-10")
                .files(notice("wire", NoticeType.RETRACTION, null))
                .on("2026-11-20")
                .files(notice("wire", NoticeType.REINSTATEMENT, "2026-11-15"));

        assertThat(statusOn(desk, "2026-11-09")).isEqualTo(ClaimStatus.SUPPORTED);
        assertThat(statusOn(desk, "2026-11-12")).isEqualTo(ClaimStatus.UNSUPPORTED);
        assertThat(statusOn(desk, "2026-11-16")).isEqualTo(ClaimStatus.SUPPORTED);
    }

    @Test
    void theNoticesOfAProtectedSourceCountFromTheirRecordingsInTheOrderOfTheirDates() {
        NewsroomFixture desk = newsroom()
                .registers("wire", "2008")
                .files(
                        sentence().source("wire").file(),
                        notice("wire", NoticeType.RETRACTION, "2018"),
                        notice("wire", NoticeType.REINSTATEMENT, "2021"))
                .on("2026-11-20")
                .files(notice("wire", NoticeType.RETRACTION, "2012"), new ProtectSource(new SourceId("wire"), null));

        assertThat(statusOn(desk, "2026-11-10")).isEqualTo(ClaimStatus.SUPPORTED);
        assertThat(desk.claim("sentence").status()).isEqualTo(ClaimStatus.SUPPORTED);
    }

    @Test
    void aNoticeThatTheDeskWithdrewWasNeverMadeOnAnyDate() {
        NewsroomFixture desk = newsroom()
                .registers("wire", "2008")
                .files(sentence().source("wire").file(), notice("wire", NoticeType.RETRACTION, "2012"));
        assertThat(statusOn(desk, "2013-06-01")).isEqualTo(ClaimStatus.UNSUPPORTED);

        desk.files(new WithdrawNotice(new SourceId("wire"), 1, "another article"));

        assertThat(statusOn(desk, "2013-06-01")).isEqualTo(ClaimStatus.SUPPORTED);
        assertThat(desk.claim("sentence").status()).isEqualTo(ClaimStatus.SUPPORTED);
    }

    private static ClaimStatus statusOn(NewsroomFixture desk, String publishedBy) {
        return desk.claim("sentence", publishedBy).status();
    }

    @Test
    void aRankIsADecisionOfTheDayItWasRecorded() {
        NewsroomFixture desk = newsroom()
                .registers("wire", "2008")
                .files(sentence().source("wire").file())
                .on("2026-11-12")
                .files(new RankClaim(new ClaimId("sentence"), Rank.PREFERRED, "the ruling is at hand"));

        assertThat(desk.claim("sentence", "2026-11-11").claim().ranked()).isNull();
        assertThat(desk.claim("sentence", "2026-11-12").ranked().at()).isEqualTo(Instant.parse("2026-11-12T09:00:01Z"));
    }

    @Test
    void aChangedValueClearsTheRankFromWhereverTheChangeIsSeen() {
        NewsroomFixture desk = newsroom()
                .registers("wire", "2008")
                .registers("ruling", "2010")
                .files(
                        sentence().source("wire").file(),
                        new RankClaim(new ClaimId("sentence"), Rank.PREFERRED, null),
                        sentence().value(years(15)).basis("ruling").revise(RevisionKind.CORRECTION));

        assertThat(desk.claim("sentence").claim().ranked()).isNull();
        assertThat(desk.claim("sentence").ranked()).isNull();
    }
}
