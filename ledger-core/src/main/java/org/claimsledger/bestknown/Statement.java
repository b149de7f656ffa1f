package org.claimsledger.bestknown;

import org.claimsledger.event.SourceDetails.Reliability;
import org.claimsledger.event.Testimony.Modality;
import org.claimsledger.event.Testimony.Stance;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.Value;

/**
 * A live piece of evidence as the policy reads it.
 *
 * @param claim the claim on which it was filed
 * @param position where it was recorded; with the claim it tells one statement from another
 * @param value the value that it speaks for, disputes or denies
 */
public record Statement(
        ClaimId claim, long position, Stance stance, Modality modality, Value value, Attestation attestation) {

    /** Information of this credibility is improbable. */
    private static final Integer IMPROBABLE = 5;

    boolean supports() {
        return stance == Stance.SUPPORTS;
    }

    /** Whether it rejects the value. */
    boolean rejects() {
        return stance == Stance.DISPUTES || stance == Stance.DENIES;
    }

    Origin origin() {
        return attestation.origin();
    }

    DateSpan date() {
        return attestation.date();
    }

    Grade grade() {
        return switch (modality) {
            case RULED -> Grade.RULED;
            case ALLEGED, BELIEVED -> Grade.ALLEGED;
            case ASSERTED ->
                attestation.rating() == Reliability.E || IMPROBABLE.equals(attestation.credibility())
                        ? Grade.ALLEGED
                        : Grade.ASSERTED;
        };
    }
}
