package org.claimsledger.projection.versions;

import java.util.HashSet;
import java.util.Set;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.EvidenceState;
import org.claimsledger.claim.Attestor;
import org.claimsledger.claim.Basis;
import org.claimsledger.value.SourceId;

/** The sources that a claim's state shows: of its evidence, of their attribution, and of what was decided on a basis. */
final class Cited {

    private Cited() {}

    static Set<SourceId> by(ClaimState state) {
        Set<SourceId> sources = new HashSet<>();
        for (EvidenceState evidence : state.evidence()) {
            sources.add(evidence.testimony().source());
            for (Attestor attestor : evidence.testimony().attribution()) {
                if (attestor instanceof Attestor.BySource by) {
                    sources.add(by.source());
                }
            }
            Basis withdrawn =
                    evidence.withdrawal() == null ? null : evidence.withdrawal().basis();
            if (withdrawn != null) {
                sources.add(withdrawn.source());
            }
        }
        Basis retracted = state.claim().retraction() == null
                ? null
                : state.claim().retraction().basis();
        if (retracted != null) {
            sources.add(retracted.source());
        }
        return sources;
    }
}
