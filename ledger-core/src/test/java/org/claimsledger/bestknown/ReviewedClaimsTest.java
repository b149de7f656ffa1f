package org.claimsledger.bestknown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimsledger.bestknown.NewsroomFixture.newsroom;
import static org.claimsledger.bestknown.NewsroomFixture.retraction;
import static org.claimsledger.bestknown.NewsroomFixture.years;
import static org.claimsledger.claim.ClaimForm.accepted;
import static org.claimsledger.claim.ClaimForm.claim;
import static org.claimsledger.claim.ClaimForm.refused;

import org.claimsledger.claim.ClaimForm;
import org.claimsledger.claim.Review;
import org.claimsledger.command.ClaimCommand.AssessClaim;
import org.claimsledger.command.ClaimCommand.RankClaim;
import org.claimsledger.event.ContentChanges.RevisionKind;
import org.claimsledger.event.Rank;
import org.claimsledger.event.Testimony.Stance;
import org.claimsledger.event.Verdict;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.ReasonCode;
import org.junit.jupiter.api.Test;

/** Filings that wait, were accepted or were refused, on all clocks. */
class ReviewedClaimsTest {

    private static ClaimForm sentence(String id, long years) {
        return claim(id).predicate("sentenced").qualifier("case", "coup").value(years(years));
    }

    /** Two reports, of 2008 and 2010, and one on which all claims of these tests may rest. */
    private static NewsroomFixture desk() {
        return newsroom().registers("early", "2008").registers("late", "2010").registers("wire", "2009");
    }

    private static EvidenceState evidence(ClaimState state, String id) {
        return state.evidence().stream()
                .filter(it -> it.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aProposedClaimIsReadAndAsksNoQuestion() {
        NewsroomFixture desk = desk().files(sentence("c1", 20).source("early").propose());

        assertThat(desk.claim("c1").status()).isEqualTo(ClaimStatus.PROPOSED);
        assertThat(desk.claim("c1").weight().supporting()).isZero();
        assertThat(evidence(desk.claim("c1"), "e1").live()).isFalse();
        assertThat(desk.questions()).isEmpty();
    }

    @Test
    void itIsNeitherAnAnswerNorAnAlternativeOfAQuestionThatOthersAsk() {
        NewsroomFixture desk = desk().files(
                        sentence("c1", 20).source("early").file(),
                        sentence("c2", 15).source("late").propose(),
                        sentence("c3", 15).source("wire").propose(),
                        refused("c3"));

        assertThat(desk.claim("c3").status()).isEqualTo(ClaimStatus.REFUSED);
        assertThat(desk.answer().status()).isEqualTo(BestKnown.QuestionStatus.UNCONTESTED);
        assertThat(desk.answer().alternatives()).isEmpty();
        desk.files(accepted("c2"));
        assertThat(desk.answer().status()).isEqualTo(BestKnown.QuestionStatus.DISPUTED);
        assertThat(desk.answer().alternatives()).hasSize(1);
    }

    @Test
    void whoeverFoldsItIntoAnAnswerIsStopped() {
        ClaimState proposed =
                desk().files(sentence("c1", 20).source("early").propose()).claim("c1");

        assertThatThrownBy(() -> CompetingClaim.of(proposed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onceAcceptedItStandsAtEveryPublishedTimeAsIfNobodyHadWaited() {
        NewsroomFixture waited = desk().files(
                        sentence("c1", 20).source("early").propose(),
                        claim("c1").source("late").proposeToAttach(),
                        accepted("c1", "e1", "e2"));
        NewsroomFixture never = desk().files(
                        sentence("c1", 20).source("early").file(),
                        claim("c1").source("late").attach());

        for (String day : new String[] {"2008-12-31", "2009-12-31", "2010-12-31", "2026-12-31"}) {
            ClaimState one = waited.claim("c1", day);
            ClaimState other = never.claim("c1", day);
            assertThat(one.status()).isEqualTo(other.status());
            assertThat(one.weight()).isEqualTo(other.weight());
            assertThat(one.reported()).isEqualTo(other.reported());
            assertThat(waited.questions(day, null)).isEqualTo(never.questions(day, null));
        }
        assertThat(waited.claim("c1", "2008-12-30")).isNull();
    }

    @Test
    void aDecisionHoldsHoweverEarlyThePublishedTime() {
        NewsroomFixture desk = desk().files(sentence("c1", 20).source("early").propose());
        assertThat(desk.claim("c1", "2008-12-31").status()).isEqualTo(ClaimStatus.PROPOSED);

        desk.on("2026-11-20").files(refused("c1"));
        assertThat(desk.claim("c1", "2008-12-31").status()).isEqualTo(ClaimStatus.REFUSED);
        assertThat(desk.claim("c1", "2008-12-31").reviewedAt()).isEqualTo("2026-11-20T09:00:01Z");

        desk.on("2026-11-21").files(accepted("c1"));
        assertThat(desk.claim("c1", "2008-12-31").status()).isEqualTo(ClaimStatus.SUPPORTED);
        assertThat(desk.claim("c1", "2008-12-31").reviewedAt()).isEqualTo("2026-11-21T09:00:01Z");
    }

    @Test
    void evidenceThatWaitsIsShownAndCountsForNothing() {
        NewsroomFixture desk = desk().files(
                        sentence("c1", 20).source("late").file(),
                        claim("c1").source("wire").proposeToAttach(),
                        claim("c1").source("early").stance(Stance.DISPUTES).proposeToAttach());

        ClaimState waiting = desk.claim("c1");
        assertThat(waiting.status()).isEqualTo(ClaimStatus.SUPPORTED);
        assertThat(waiting.weight().supporting()).isEqualTo(1);
        assertThat(waiting.evidence()).extracting(EvidenceState::live).containsExactly(true, false, false);
        assertThat(evidence(waiting, "e2").review().state()).isEqualTo(Review.ReviewState.PROPOSED);

        desk.files(refused("c1", "e3"), accepted("c1", "e2"));
        ClaimState decided = desk.claim("c1");
        assertThat(decided.status()).isEqualTo(ClaimStatus.CORROBORATED);
        assertThat(evidence(decided, "e3").review().state()).isEqualTo(Review.ReviewState.REFUSED);
        assertThat(evidence(decided, "e3").live()).isFalse();
    }

    @Test
    void evidenceThatWaitsDoesNotBringAClaimUpEarlier() {
        NewsroomFixture desk = desk().files(
                        sentence("c1", 20).source("late").file(),
                        claim("c1").source("early").proposeToAttach());

        assertThat(desk.claim("c1", "2009-12-31")).isNull();
        assertThat(desk.claim("c1", "2010-12-31").reported()).isEqualTo("2010-12-31T23:59:59.999999Z");
        desk.files(accepted("c1", "e2"));
        assertThat(desk.claim("c1", "2009-12-31").status()).isEqualTo(ClaimStatus.SUPPORTED);
        assertThat(desk.claim("c1", "2010-12-31").reported()).isEqualTo("2008-12-31T23:59:59.999999Z");
    }

    @Test
    void aClaimThatWaitsIsThereFromItsFirstEvidenceOfAnyKind() {
        NewsroomFixture desk = desk().files(
                        sentence("c1", 20).source("late").propose(),
                        claim("c1").source("early").proposeToAttach());

        assertThat(desk.claim("c1", "2009-12-31").status()).isEqualTo(ClaimStatus.PROPOSED);
        desk.files(accepted("c1"));
        assertThat(desk.claim("c1", "2009-12-31")).isNull();
    }

    @Test
    void anAttestorThatWaitsIsNobodysOrigin() {
        NewsroomFixture desk = desk().files(
                        org.claimsledger.source.SourceForm.source("reprint")
                                .publisher("reprint")
                                .published("2011")
                                .from("early")
                                .register(),
                        sentence("c1", 20).source("wire").file(),
                        claim("c1").source("reprint").attach(),
                        claim("c1").source("early").attribution("court").proposeToAttach());

        assertThat(evidence(desk.claim("c1"), "e2").origin().name()).isEqualTo("early");
        desk.files(accepted("c1", "e3"));
        assertThat(evidence(desk.claim("c1"), "e2").origin().name()).isEqualTo("court");
    }

    @Test
    void aCorrectionsBasisIsEvidenceWhereItsSourceHasNothingButWhatWaits() {
        NewsroomFixture desk = desk().files(
                        sentence("c1", 20).source("late").file(),
                        claim("c1").source("early").proposeToAttach(),
                        claim("c1").value(years(15)).basis("early").revise(RevisionKind.CORRECTION));

        assertThat(desk.claim("c1").evidence())
                .extracting(it -> it.id().value())
                .containsExactly("e1", "e2", "r3");
        desk.files(accepted("c1", "e2"));
        assertThat(desk.claim("c1").evidence())
                .extracting(it -> it.id().value())
                .containsExactly("e1", "e2");
        assertThat(evidence(desk.claim("c1"), "e2").speaksFor()).isEqualTo(ValueAgreement.THIS);
    }

    @Test
    void whatAnEditorDidToAClaimThatWaitedHoldsOnceItIsAccepted() {
        NewsroomFixture desk = desk().files(
                        sentence("c1", 20).source("early").propose(),
                        claim("c1").value(years(15)).revise(RevisionKind.CORRECTION),
                        new RankClaim(new ClaimId("c1"), Rank.PREFERRED, null),
                        new AssessClaim(new ClaimId("c1"), Verdict.VERIFIED, null));
        assertThat(desk.claim("c1").status()).isEqualTo(ClaimStatus.PROPOSED);

        desk.files(accepted("c1"));
        assertThat(desk.answer().answer().value()).isEqualTo(years(15));
        assertThat(desk.answer().because()).anyMatch(it -> it.startsWith("Preferred by the desk"));
    }

    @Test
    void whatWasAcceptedIsTakenBackLikeEverythingElse() {
        NewsroomFixture desk = desk().files(
                        sentence("c1", 20).source("early").propose(),
                        accepted("c1"),
                        retraction("c1", "late", ReasonCode.FABRICATED));

        assertThat(desk.claim("c1", "2009-12-31").status()).isEqualTo(ClaimStatus.SUPPORTED);
        assertThat(desk.claim("c1").status()).isEqualTo(ClaimStatus.RETRACTED);
    }
}
