package org.claimsledger.bestknown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.bestknown.NewsroomFixture.newsroom;
import static org.claimsledger.bestknown.NewsroomFixture.notice;
import static org.claimsledger.bestknown.NewsroomFixture.quantity;
import static org.claimsledger.bestknown.NewsroomFixture.retraction;
import static org.claimsledger.bestknown.NewsroomFixture.years;
import static org.claimsledger.claim.ClaimForm.claim;

import org.claimsledger.bestknown.BestKnown.Alternative;
import org.claimsledger.bestknown.BestKnown.QuestionStatus;
import org.claimsledger.claim.ClaimForm;
import org.claimsledger.command.ClaimCommand.AssessClaim;
import org.claimsledger.command.ClaimCommand.RankClaim;
import org.claimsledger.event.Notice.NoticeType;
import org.claimsledger.event.Rank;
import org.claimsledger.event.SourceDetails.Reliability;
import org.claimsledger.event.Testimony.Modality;
import org.claimsledger.event.Testimony.Stance;
import org.claimsledger.event.Verdict;
import org.claimsledger.source.SourceForm;
import org.claimsledger.subject.SubjectForm;
import org.claimsledger.time.InForce;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.Quantity.BoundKind;
import org.claimsledger.value.ReasonCode;
import org.claimsledger.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The answer to a question, its status, and the reasons. */
class BestKnownTest {

    private final NewsroomFixture desk = newsroom()
            .registers("wire", "2008")
            .registers("paper", "2009")
            .registers("ruling", "2010")
            .registers("book", "2012");

    private static ClaimForm sentence(String id, long years) {
        return claim(id).predicate("sentenced").qualifier("case", "coup").value(years(years));
    }

    private String answer() {
        CompetingClaim answer = desk.answer().answer();
        return answer == null ? null : answer.claim().value();
    }

    private static RankClaim rank(String claim, Rank rank, String reason) {
        return new RankClaim(new ClaimId(claim), rank, reason);
    }

    private static AssessClaim assess(String claim, Verdict verdict) {
        return new AssessClaim(new ClaimId(claim), verdict, null);
    }

    @Test
    void aSingleClaimIsTheAnswerAndUncontested() {
        desk.files(sentence("twenty", 20).source("wire").file());

        assertThat(desk.answer().status()).isEqualTo(QuestionStatus.UNCONTESTED);
        assertThat(desk.answer().because())
                .containsExactly(
                        "It is the only claim on this question.",
                        "One independent origin asserts it: wire.",
                        "Nobody on file disputes or denies it.");
    }

    @Test
    void claimsOfAnotherCaseAnswerAnotherQuestion() {
        desk.files(
                sentence("twenty", 20).source("wire").file(),
                sentence("three", 3)
                        .qualifier("case", "kidnapping")
                        .source("wire")
                        .file());

        assertThat(desk.questions())
                .extracting(it -> it.question().qualifiers().toString())
                .containsExactly("{case=coup}", "{case=kidnapping}");
    }

    @Test
    void underManyEachClaimIsAQuestionOfItsOwn() {
        desk.files(
                claim("one").predicate("said").text("yes").source("wire").file(),
                claim("two").predicate("said").text("no").source("wire").file());

        assertThat(desk.questions()).hasSize(2).allMatch(it -> it.bestKnown().status() == QuestionStatus.UNCONTESTED);
    }

    @Test
    void moreIndependentOriginsDecideAndTheSentenceSaysHowMany() {
        desk.files(
                sentence("twenty", 20).source("wire").file(),
                sentence("fifteen", 15).source("paper").file(),
                sentence("fifteen", 15).source("ruling").attach());

        assertThat(answer()).isEqualTo("fifteen");
        assertThat(desk.answer().status()).isEqualTo(QuestionStatus.DISPUTED);
        assertThat(desk.answer().because())
                .containsExactly(
                        "Two origins for “15 years” against one for “20 years”.",
                        "Two independent origins assert it: paper and ruling.",
                        "It cannot be true together with “20 years”.");
        assertThat(desk.answer().alternatives())
                .extracting(Alternative::why)
                .containsExactly("Two origins for “15 years” against one for “20 years”.");
    }

    @Test
    void assertedGoesBeforeAllegedHoweverManyAllege() {
        desk.files(
                sentence("twenty", 20).source("wire").file(),
                sentence("fifteen", 15)
                        .source("paper")
                        .modality(Modality.ALLEGED)
                        .file(),
                sentence("fifteen", 15)
                        .source("ruling")
                        .modality(Modality.BELIEVED)
                        .attach());

        assertThat(answer()).isEqualTo("twenty");
        assertThat(desk.answer().status()).isEqualTo(QuestionStatus.QUESTIONED);
        assertThat(desk.answer().because())
                .first()
                .isEqualTo("“20 years” is asserted; “15 years” is only alleged or believed.");
    }

    @Test
    void fewerDisputingOriginsDecideWhereSupportIsEqual() {
        desk.files(
                sentence("twenty", 20).source("wire").file(),
                sentence("twenty", 20).source("paper").stance(Stance.DISPUTES).attach(),
                sentence("fifteen", 15).source("ruling").file());

        assertThat(answer()).isEqualTo("fifteen");
        assertThat(desk.answer().because())
                .first()
                .isEqualTo("Against “15 years” one origin, against “20 years” two origins.");
    }

    @ParameterizedTest(name = "{0} goes before {1}")
    @CsvSource({"A, B", "C, F", "F, D", "D, E", "C, ", ", F", ", D"})
    void aBetterSourceDecidesAndAnUnratedOneComesAfterC(Reliability better, Reliability worse) {
        SourceForm good = SourceForm.source("good").publisher("Good").published("2008");
        SourceForm bad = SourceForm.source("bad").publisher("Bad").published("2020");
        desk.files(
                (better == null ? good : good.reliability(better)).register(),
                (worse == null ? bad : bad.reliability(worse)).register(),
                sentence("twenty", 20).source("good").file(),
                sentence("fifteen", 15).source("bad").file());

        assertThat(answer()).isEqualTo("twenty");
    }

    @Test
    void laterReportedDecidesAndThenLaterRecorded() {
        desk.files(
                sentence("twenty", 20).source("book").file(),
                sentence("fifteen", 15).source("wire").file());
        assertThat(desk.answer().because())
                .first()
                .isEqualTo("Nothing but its date decides between “20 years” and “15 years”: it was newly said in 2012,"
                        + " the other in 2008.");

        desk.registers("other", "2012")
                .files(sentence("ten", 10).source("other").file());
        assertThat(answer()).isEqualTo("ten");
        assertThat(desk.answer().because())
                .first()
                .isEqualTo("Nothing but the order of recording decides between “10 years” and “20 years”.");
    }

    @Test
    void whatTheDeskPrefersWinsWithItsReason() {
        desk.files(
                sentence("twenty", 20).source("wire").file(),
                sentence("fifteen", 15).source("paper").file(),
                sentence("fifteen", 15).source("ruling").attach(),
                rank("twenty", Rank.PREFERRED, "the ruling itself was read"));

        assertThat(answer()).isEqualTo("twenty");
        assertThat(desk.answer().status()).isEqualTo(QuestionStatus.QUESTIONED);
        assertThat(desk.answer().because())
                .containsExactly(
                        "Preferred by the desk on 1 November 2026: the ruling itself was read.",
                        "One independent origin asserts it: wire.",
                        "The desk decided for it with “15 years” in view.");
        assertThat(desk.answer().alternatives())
                .extracting(Alternative::why)
                .containsExactly("The desk prefers “20 years”.");
    }

    @Test
    void whatIsVerifiedStandsAboveAllOtherVerdicts() {
        desk.files(
                sentence("twenty", 20).source("wire").file(),
                sentence("fifteen", 15).source("book").file(),
                assess("fifteen", Verdict.UNDETERMINED),
                assess("twenty", Verdict.VERIFIED));

        assertThat(answer()).isEqualTo("twenty");
        assertThat(desk.answer().because()).first().isEqualTo("Verified on 1 November 2026.");
    }

    @Test
    void whatCannotAnswerIsShownWithTheReason() {
        desk.files(
                sentence("one", 1).source("wire").file(),
                sentence("two", 2).source("wire").file(),
                sentence("three", 3).source("wire").file(),
                sentence("four", 4).source("paper").file(),
                sentence("five", 5).source("book").file(),
                retraction("one", null, ReasonCode.WRONG_IDENTITY),
                rank("two", Rank.DEPRECATED, "a misprint"),
                assess("three", Verdict.FALSE),
                notice("paper", NoticeType.RETRACTION, null));

        assertThat(answer()).isEqualTo("five");
        assertThat(desk.answer().status()).isEqualTo(QuestionStatus.UNCONTESTED);
        assertThat(desk.answer().alternatives())
                .extracting(it -> it.candidate().claim().value(), Alternative::why)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("one", "Retracted by the desk."),
                        org.assertj.core.groups.Tuple.tuple(
                                "two", "Deprecated by the desk on 1 November 2026: a misprint."),
                        org.assertj.core.groups.Tuple.tuple("three", "Found false on 1 November 2026."),
                        org.assertj.core.groups.Tuple.tuple("four", "No live evidence supports it."));
    }

    @Test
    void aQuestionWhoseClaimsAllFellIsOpen() {
        desk.files(sentence("twenty", 20).source("wire").file(), retraction("twenty", null, ReasonCode.FABRICATED));

        assertThat(desk.answer().status()).isEqualTo(QuestionStatus.OPEN);
        assertThat(desk.answer().answer()).isNull();
        assertThat(desk.answer().because()).containsExactly("The only claim cannot answer: retracted by the desk.");
    }

    @Test
    void aQuestionWhoseClaimsWereNothingButErrorsOfTheDeskIsNotAsked() {
        desk.files(sentence("twenty", 20).source("wire").file(), retraction("twenty", null, ReasonCode.WRONG_IDENTITY));

        assertThat(desk.questions()).isEmpty();
    }

    @Test
    void whatIsOverYieldsToWhatCameAfterHoweverWellAttested() {
        desk.files(
                claim("minister")
                        .predicate("held_office")
                        .text("minister")
                        .valid("2001/2004")
                        .source("wire")
                        .file(),
                claim("minister").source("paper").attach(),
                claim("envoy")
                        .predicate("held_office")
                        .text("envoy")
                        .valid("2005/2007")
                        .source("wire")
                        .file());

        assertThat(answer()).isEqualTo("envoy");
        assertThat(desk.answer().status()).isEqualTo(QuestionStatus.UNCONTESTED);
        assertThat(desk.answer().because())
                .containsExactly(
                        "“minister” was over when this began.",
                        "One independent origin asserts it: wire.",
                        "Nobody on file disputes or denies it.",
                        "It ended in 2007.");
        assertThat(desk.answer().alternatives())
                .extracting(Alternative::why)
                .containsExactly("Over when “envoy” began.");
    }

    @Test
    void valuesThatMayOverlapInTimeContend() {
        desk.files(
                claim("minister")
                        .predicate("held_office")
                        .value(new Value.Term("minister"))
                        .valid("2001/2005~")
                        .source("wire")
                        .file(),
                claim("envoy")
                        .predicate("held_office")
                        .value(new Value.Term("envoy"))
                        .valid("2005/..")
                        .source("wire")
                        .file());

        assertThat(desk.answer().status()).isEqualTo(QuestionStatus.DISPUTED);
    }

    @Test
    void textsInOtherWordsAreQuestionedBecauseNobodyCanTellWhetherTheyAreOne() {
        desk.files(
                claim("gun")
                        .predicate("died_of")
                        .text("a gunshot")
                        .source("wire")
                        .file(),
                claim("shot")
                        .predicate("died_of")
                        .text("being shot")
                        .source("paper")
                        .file());

        assertThat(desk.answer().status()).isEqualTo(QuestionStatus.QUESTIONED);
    }

    @Test
    void onADayOnlyWhatMayHaveBeenInForceThenCanAnswer() {
        desk.files(
                claim("minister")
                        .predicate("held_office")
                        .text("minister")
                        .valid("2001/2004")
                        .source("wire")
                        .file(),
                claim("envoy")
                        .predicate("held_office")
                        .text("envoy")
                        .valid("2005/..")
                        .source("wire")
                        .file());

        BestKnown then = desk.questions(null, "2003-01-01").getFirst().bestKnown();
        assertThat(then.answer().claim().value()).isEqualTo("minister");
        assertThat(then.inForce()).isEqualTo(InForce.YES);
        assertThat(then.alternatives()).extracting(Alternative::why).containsExactly("Not in force on 1 January 2003.");
    }

    @Test
    void compatibleValuesDoNotDisputeEachOther() {
        desk.files(
                sentence("about", 0)
                        .value(quantity(BoundKind.ABOUT, 21))
                        .source("wire")
                        .file(),
                sentence("twenty", 20).source("paper").file());

        assertThat(desk.answer().status()).isEqualTo(QuestionStatus.UNCONTESTED);
    }

    @Test
    void aMergeBringsTheAnswersOfBothTogetherAndASplitRestoresThem() {
        desk.files(
                SubjectForm.subject("aliyev"),
                sentence("twenty", 20).source("wire").file(),
                sentence("fifteen", 15).subject("aliyev").source("paper").file());
        assertThat(desk.questions()).hasSize(2);

        desk.files(SubjectForm.merged("aliyev", "aliev"));
        assertThat(desk.questions()).hasSize(1);
        assertThat(desk.questions().getFirst().question().subject().value()).isEqualTo("aliyev");
        assertThat(desk.answer().status()).isEqualTo(QuestionStatus.DISPUTED);

        desk.files(SubjectForm.split("aliyev", "aliev"));
        assertThat(desk.questions()).hasSize(2);
    }

    @Test
    void whatHadBeenPublishedByThenIsAllThatAnswersThen() {
        desk.files(
                sentence("twenty", 20).source("wire").file(),
                sentence("fifteen", 15).source("book").file());

        assertThat(desk.questions("2010-01-01", null)
                        .getFirst()
                        .bestKnown()
                        .answer()
                        .claim()
                        .value())
                .isEqualTo("twenty");
        assertThat(desk.questions("2007-01-01", null)).isEmpty();
    }
}
