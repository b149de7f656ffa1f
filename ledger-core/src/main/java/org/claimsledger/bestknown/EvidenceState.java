package org.claimsledger.bestknown;

import java.time.Instant;
import org.claimsledger.claim.Claim.Evidence;
import org.claimsledger.claim.Review;
import org.claimsledger.event.ClaimEvent.EvidenceWithdrawn;
import org.claimsledger.event.Testimony;
import org.claimsledger.event.Testimony.Stance;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence at a viewpoint: the evidence itself, and what follows for it there.
 *
 * @param evidence its testimony, withdrawal and review, as far as they are reported
 * @param filed false where nobody filed it, because a correction made its basis evidence
 * @param position the event that attached it, or the correction
 * @param reported when it counts as published
 * @param live whether the desk has made it its own, it is not withdrawn, and every source that it rests on stands
 * @param value the value that it speaks for
 * @param valuePosition the position of the event that gave the claim this value
 * @param speaksFor how that value relates to the value of the claim
 * @param attestation who really attests it, and when
 * @param reviewedAt when an editor last decided on it
 */
public record EvidenceState(
        Evidence evidence,
        boolean filed,
        long position,
        Instant reported,
        boolean live,
        Value value,
        long valuePosition,
        ValueAgreement speaksFor,
        Attestation attestation,
        @Nullable Instant reviewedAt) {

    public EvidenceId id() {
        return evidence.id();
    }

    public Testimony testimony() {
        return evidence.testimony();
    }

    /** Its withdrawal, if there is one. */
    public @Nullable EvidenceWithdrawn withdrawal() {
        return evidence.withdrawal();
    }

    /** Its review by an editor; absent where it never had to wait. */
    public @Nullable Review review() {
        return evidence.review();
    }

    /** Who really attests it. */
    public Origin origin() {
        return attestation.origin();
    }

    /** Whether it counts for the claim. */
    public boolean supports() {
        return live && testimony().stance() == Stance.SUPPORTS && speaksFor == ValueAgreement.THIS;
    }

    /** Whether it counts against the claim, as support for an excluded value does. */
    public boolean disputes() {
        Stance against = speaksFor == ValueAgreement.OTHER ? Stance.SUPPORTS : Stance.DISPUTES;
        return live && testimony().stance() == against;
    }

    /** It as the policy reads it, on its claim. */
    Statement statementOn(ClaimId claim) {
        return new Statement(claim, position, testimony().stance(), testimony().modality(), value, attestation);
    }
}
