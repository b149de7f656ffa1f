package org.claimsledger.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.claim.ClaimFixture.desk;
import static org.claimsledger.claim.ClaimForm.accepted;
import static org.claimsledger.claim.ClaimForm.claim;
import static org.claimsledger.claim.ClaimForm.filed;
import static org.claimsledger.claim.ClaimForm.refused;
import static org.claimsledger.claim.ClaimForm.withdrawn;
import static org.claimsledger.source.SourceForm.noticed;

import java.util.List;
import java.util.Objects;
import org.claimsledger.command.ClaimCommand.AssessClaim;
import org.claimsledger.command.ClaimCommand.RankClaim;
import org.claimsledger.command.ClaimCommand.RelateClaims;
import org.claimsledger.command.ClaimCommand.RetractClaim;
import org.claimsledger.command.ClaimCommand.ReviewClaim;
import org.claimsledger.event.ClaimEvent.ClaimAsserted;
import org.claimsledger.event.ClaimEvent.ClaimReviewed;
import org.claimsledger.event.ClaimEvent.EvidenceAttached;
import org.claimsledger.event.ClaimRelation;
import org.claimsledger.event.ContentChanges.RevisionKind;
import org.claimsledger.event.Notice.NoticeType;
import org.claimsledger.event.Rank;
import org.claimsledger.event.ReviewDecision;
import org.claimsledger.event.Verdict;
import org.claimsledger.ledger.InMemoryLedger;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.ReasonCode;
import org.claimsledger.value.RefusalCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReviewClaimTest {

    private static final ClaimId C1 = new ClaimId("c1");
    private static final EvidenceId E1 = new EvidenceId("e1");
    private static final EvidenceId E2 = new EvidenceId("e2");
    private static final EvidenceId E3 = new EvidenceId("e3");

    private static InMemoryLedger proposed() {
        return desk(claim("c1").propose());
    }

    private static InMemoryLedger proposedOnAClaimThatStands() {
        return desk(filed("c1"), claim("c1").source("afp").proposeToAttach());
    }

    private static Review.@Nullable ReviewState stateOf(InMemoryLedger ledger, EvidenceId evidence) {
        Review review = Objects.requireNonNull(ledger.claim(C1).evidence().get(evidence))
                .review();
        return review == null ? null : review.state();
    }

    @Test
    void aProposalSaysOfItselfThatItWaits() {
        desk().when(claim("c1").propose())
                .then(new ClaimAsserted(
                        C1, claim("c1").content(), E1, claim("c1").testimony(), true))
                .when(claim("c1").source("afp").proposeToAttach())
                .then(new EvidenceAttached(C1, E2, claim("c1").source("afp").testimony(), true));
    }

    @Test
    void whatIsProposedIsHeldToTheSameRules() {
        desk().when(claim("c1").subject("nobody").propose())
                .thenRefused(RefusalCode.SUBJECT_UNKNOWN, "/subject")
                .when(claim("c1").source("nowhere").propose())
                .thenRefused(RefusalCode.SOURCE_UNKNOWN, "/evidence/source");
        proposed()
                .when(claim("c1").propose())
                .thenRefused(RefusalCode.ID_TAKEN, "/id")
                .when(claim("c1").proposeToAttach())
                .thenRefused(RefusalCode.EVIDENCE_DUPLICATE, "/source")
                .when(claim("c1").attach())
                .thenRefused(RefusalCode.EVIDENCE_DUPLICATE, "/source");
    }

    @Test
    void aClaimIsAcceptedWithWhatItWasFiledWithAndNothingElse() {
        InMemoryLedger ledger = proposed()
                .and(claim("c1").source("afp").proposeToAttach())
                .when(new ReviewClaim(C1, ReviewDecision.ACCEPTED, List.of(), "Read against the ruling."))
                .then(new ClaimReviewed(C1, ReviewDecision.ACCEPTED, List.of(E1), "Read against the ruling."));

        assertThat(ledger.claim(C1).isAccepted()).isTrue();
        assertThat(ledger.claim(C1).revision()).isEqualTo(3);
        assertThat(stateOf(ledger, E1)).isEqualTo(Review.ReviewState.ACCEPTED);
        assertThat(stateOf(ledger, E2)).isEqualTo(Review.ReviewState.PROPOSED);
    }

    @Test
    void aClaimIsRefusedWithEverythingThatWaitsOnIt() {
        InMemoryLedger ledger = proposed()
                .and(
                        claim("c1").source("afp").proposeToAttach(),
                        claim("c1").source("ruling").attach())
                .when(refused("c1"))
                .then(new ClaimReviewed(C1, ReviewDecision.REFUSED, List.of(E1, E2), null));

        assertThat(ledger.claim(C1).isAccepted()).isFalse();
        assertThat(stateOf(ledger, E2)).isEqualTo(Review.ReviewState.REFUSED);
        assertThat(stateOf(ledger, E3)).isNull();
    }

    @Test
    void evidenceThatIsNamedIsDecidedOnAloneAndItsFirstStandsForTheClaim() {
        InMemoryLedger ledger = proposed().and(claim("c1").source("afp").proposeToAttach());

        ledger.when(accepted("c1", "e2")).then(new ClaimReviewed(C1, ReviewDecision.ACCEPTED, List.of(E2), null));
        assertThat(ledger.claim(C1).isAccepted()).isFalse();
        ledger.when(accepted("c1", "e1")).then(new ClaimReviewed(C1, ReviewDecision.ACCEPTED, List.of(E1), null));
        assertThat(ledger.claim(C1).isAccepted()).isTrue();
    }

    @Test
    void severalAreDecidedOnTogetherOrNotAtAll() {
        InMemoryLedger ledger = proposed().and(claim("c1").source("afp").proposeToAttach());

        ledger.when(accepted("c1", "e2", "e9"))
                .thenRefused(RefusalCode.EVIDENCE_UNKNOWN, "/evidence/1")
                .when(accepted("c1", "e2", "e1", "e2"))
                .then(new ClaimReviewed(C1, ReviewDecision.ACCEPTED, List.of(E2, E1), null));
    }

    @Test
    void onlyWhatWaitsIsDecidedOn() {
        desk(filed("c1"))
                .when(accepted("c1"))
                .thenRefused(RefusalCode.NOT_PROPOSED, "")
                .when(refused("c1"))
                .thenRefused(RefusalCode.NOT_PROPOSED, "")
                .when(accepted("c9"))
                .thenRefused(RefusalCode.CLAIM_UNKNOWN, "");
        proposedOnAClaimThatStands()
                .when(accepted("c1"))
                .thenRefused(RefusalCode.NOT_PROPOSED, "")
                .when(accepted("c1", "e2", "e1"))
                .thenRefused(RefusalCode.NOT_PROPOSED, "/evidence/1");
    }

    @Test
    void anAcceptanceIsForGoodAndARefusalUntilSomebodyThinksBetterOfIt() {
        proposed()
                .and(refused("c1"))
                .when(refused("c1"))
                .thenRefused(RefusalCode.ALREADY_REFUSED, "")
                .and(accepted("c1"))
                .when(refused("c1"))
                .thenRefused(RefusalCode.NOT_PROPOSED, "")
                .when(accepted("c1", "e1"))
                .thenRefused(RefusalCode.NOT_PROPOSED, "/evidence/0");
    }

    @Test
    void whatIsFiledOnARefusedClaimWaitsForItself() {
        InMemoryLedger ledger = proposed()
                .and(refused("c1"), claim("c1").source("afp").proposeToAttach())
                .when(refused("c1"))
                .thenRefused(RefusalCode.ALREADY_REFUSED, "")
                .and(refused("c1", "e2"));

        assertThat(stateOf(ledger, E2)).isEqualTo(Review.ReviewState.REFUSED);
    }

    @Test
    void whatWasRefusedMayBeSaidAgain() {
        proposedOnAClaimThatStands()
                .and(refused("c1", "e2"))
                .when(claim("c1").source("afp").proposeToAttach())
                .then(new EvidenceAttached(C1, E3, claim("c1").source("afp").testimony(), true));
    }

    @Test
    void whatWasRefusedIsNotAcceptedBesideTheSameThatWasSaidSince() {
        InMemoryLedger ledger = proposedOnAClaimThatStands()
                .and(refused("c1", "e2"), claim("c1").source("afp").attach());

        ledger.when(accepted("c1", "e2"))
                .thenRefused(RefusalCode.EVIDENCE_DUPLICATE, "/evidence/0")
                .and(withdrawn("c1", "e3"))
                .when(accepted("c1", "e2"))
                .thenAccepted();
    }

    @Test
    void ofTwoThatWereRefusedAndSayTheSameOnlyOneIsAccepted() {
        proposedOnAClaimThatStands()
                .and(refused("c1", "e2"), claim("c1").source("afp").proposeToAttach(), refused("c1", "e3"))
                .when(accepted("c1", "e2", "e3"))
                .thenRefused(RefusalCode.EVIDENCE_DUPLICATE, "/evidence/0")
                .when(accepted("c1", "e3"))
                .thenAccepted();
    }

    @Test
    void anEditorMayReviseRankCheckAndRelateWhatWaits() {
        desk(claim("c1").text("in Vienna").propose(), filed("c2"))
                .when(claim("c1").text("in Almaty").revise(RevisionKind.CORRECTION))
                .thenAccepted()
                .when(new RankClaim(C1, Rank.PREFERRED, null))
                .thenAccepted()
                .when(new AssessClaim(C1, Verdict.IN_PROGRESS, null))
                .thenAccepted()
                .when(new RelateClaims(C1, ClaimRelation.CONTRADICTS, new ClaimId("c2"), null))
                .thenAccepted();
    }

    @Test
    void whatTheDeskHasNotMadeItsOwnItCannotTakeBack() {
        RetractClaim retraction = new RetractClaim(C1, List.of(ReasonCode.RECORDED_IN_ERROR), null, null);

        proposed()
                .when(retraction)
                .thenRefused(RefusalCode.NOT_ACCEPTED, "")
                .when(withdrawn("c1", "e1"))
                .thenRefused(RefusalCode.NOT_ACCEPTED, "")
                .and(refused("c1"))
                .when(retraction)
                .thenRefused(RefusalCode.NOT_ACCEPTED, "")
                .and(accepted("c1"))
                .when(retraction)
                .thenAccepted()
                .when(withdrawn("c1", "e1"))
                .thenAccepted();
    }

    @Test
    void aPublishersNoticeReachesWhatWaitsToo() {
        desk(filed("c1"), claim("c1").source("afp").proposeToAttach(), noticed("afp", NoticeType.RETRACTION))
                .when(claim("c1").source("afp").proposeToAttach())
                .thenAccepted();
    }

    @Test
    void theReasonOfADecisionIsText() {
        proposed()
                .when(new ReviewClaim(C1, ReviewDecision.ACCEPTED, List.of(), ""))
                .thenRefused(RefusalCode.INVALID_TEXT, "/reason");
    }
}
