package org.claimsledger.bestknown;

import java.time.Instant;
import org.claimsledger.claim.Review;
import org.claimsledger.event.ClaimEvent.EvidenceWithdrawn;
import org.claimsledger.event.Modality;
import org.claimsledger.event.Stance;
import org.claimsledger.event.Testimony;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence at a viewpoint.
 *
 * @param position where it was attached; for evidence that a correction brought along, the correction
 * @param reported when it counts as published
 * @param withdrawal how it was taken back, if it was
 * @param live whether the desk has made it its own, it is not withdrawn, and every source that it rests on stands
 * @param value what it speaks for
 * @param valueAt the position of the event that gave the claim this value
 * @param speaksFor how that stands to the value of the claim
 * @param origin who really attests it
 * @param review how it stands with the editors; absent where it never had to wait
 * @param reviewedAt when that was decided
 */
public record EvidenceState(
        EvidenceId id,
        long position,
        Testimony testimony,
        Instant reported,
        @Nullable EvidenceWithdrawn withdrawal,
        boolean live,
        Value value,
        long valuePosition,
        ValueAgreement speaksFor,
        Origin origin,
        @Nullable Review review,
        @Nullable Instant reviewedAt) {

    /** Whether it counts for the claim. */
    public boolean supports() {
        return live && testimony.stance() == Stance.SUPPORTS && speaksFor != ValueAgreement.OTHER;
    }

    /** Whether it counts against the claim: what supports an excluded value does. */
    public boolean disputes() {
        Stance against = speaksFor == ValueAgreement.OTHER ? Stance.SUPPORTS : Stance.DISPUTES;
        return live && testimony.stance() == against;
    }

    boolean asserts() {
        return supports() && testimony.modality() == Modality.ASSERTED;
    }
}
