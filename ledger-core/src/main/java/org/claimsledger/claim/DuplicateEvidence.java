package org.claimsledger.claim;

import java.util.Objects;
import java.util.function.Predicate;
import org.claimsledger.claim.Claim.Evidence;
import org.claimsledger.event.Testimony;
import org.claimsledger.source.KnownSources;
import org.claimsledger.value.EvidenceRef;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;

/** Evidence is a duplicate of earlier evidence with its source, stance, modality and attestor, unless that has fallen. */
final class DuplicateEvidence {

    private final EvidenceStanding evidenceStanding;

    DuplicateEvidence(KnownSources sources) {
        this.evidenceStanding = new EvidenceStanding(sources);
    }

    /** @param upheld which of the claim's evidence may be what was said first */
    void requireNone(Testimony testimony, Claim claim, Predicate<Evidence> upheld, String pointer) {
        for (Evidence earlier : claim.evidence().values()) {
            if (upheld.test(earlier) && saysTheSame(earlier, testimony, claim)) {
                throw Refused.because(
                        RefusalCode.EVIDENCE_DUPLICATE, pointer, "Evidence " + earlier.id() + " says so already");
            }
        }
    }

    private boolean saysTheSame(Evidence earlier, Testimony testimony, Claim claim) {
        Testimony first = earlier.testimony();
        return earlier.withdrawal() == null
                && first.source().equals(testimony.source())
                && first.stance() == testimony.stance()
                && first.modality() == testimony.modality()
                && Objects.equals(first.attestor(), testimony.attestor())
                && evidenceStanding.stands(new EvidenceRef(claim.id(), earlier.id()), first);
    }
}
