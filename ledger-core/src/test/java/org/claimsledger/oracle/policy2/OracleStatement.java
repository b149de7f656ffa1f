package org.claimsledger.oracle.policy2;

import org.claimsledger.oracle.policy2.Given.Claim;
import org.claimsledger.oracle.policy2.Given.Evidence;
import org.claimsledger.oracle.policy2.Given.Modality;
import org.claimsledger.oracle.policy2.Given.Stance;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A live piece of evidence, with what R1 and R2 make of it.
 *
 * @param carrier the publisher that carried it
 * @param isProtected whether it comes from a protected source, and so takes no part in R3
 */
record OracleStatement(
        Claim claim,
        Evidence evidence,
        String origin,
        String carrier,
        When date,
        @Nullable Character reliability,
        @Nullable Integer credibility,
        boolean isProtected) {

    Value value() {
        return evidence.value();
    }

    boolean isSupport() {
        return evidence.stance() == Stance.SUPPORTS;
    }

    boolean isDispute() {
        return evidence.stance() == Stance.DISPUTES;
    }

    boolean isDenial() {
        return evidence.stance() == Stance.DENIES;
    }

    /** Ruled 3; asserted 2; alleged, believed, or asserted by a source whose root is rated E or with credibility 5: 1. */
    int r7Grade() {
        Modality modality = evidence.modality();
        if (modality == Modality.RULED) {
            return 3;
        }
        boolean doubtful =
                Character.valueOf('E').equals(reliability) || Integer.valueOf(5).equals(credibility);
        return modality == Modality.ASSERTED && !doubtful ? 2 : 1;
    }
}
