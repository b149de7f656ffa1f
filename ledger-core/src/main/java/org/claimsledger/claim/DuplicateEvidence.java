package org.claimsledger.claim;

import java.util.Objects;
import java.util.function.Predicate;
import org.claimsledger.claim.Claim.Evidence;
import org.claimsledger.event.Testimony;
import org.claimsledger.source.KnownSources;
import org.claimsledger.value.EvidenceRef;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;

/** The same source, stance, modality and attestor say nothing new, unless what they said first has fallen. */
final class DuplicateEvidence {

    private final EvidenceStanding evidenceStanding;

    DuplicateEvidence(KnownSources known) {
        this.evidenceStanding = new EvidenceStanding(known);
    }

    /** @param upheld which of the claim's evidence may be what was said first */
    void requireNone(Testimony testimony, Claim claim, Predicate<Evidence> upheld, String pointer) {
        for (Evidence held : claim.evidence().values()) {
            if (upheld.test(held) && saysTheSame(held, testimony, claim)) {
                throw Refused.because(
                        RefusalCode.EVIDENCE_DUPLICATE, pointer, "Evidence " + held.id() + " says so already");
            }
        }
    }

    private boolean saysTheSame(Evidence held, Testimony testimony, Claim claim) {
        Testimony first = held.testimony();
        return held.withdrawal() == null
                && first.source().equals(testimony.source())
                && first.stance() == testimony.stance()
                && first.modality() == testimony.modality()
                && Objects.equals(first.attestor(), testimony.attestor())
                && evidenceStanding.stands(new EvidenceRef(claim.id(), held.id()), first);
    }
}
