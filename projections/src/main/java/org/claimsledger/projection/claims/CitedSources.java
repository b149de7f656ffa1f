package org.claimsledger.projection.claims;

import java.util.HashSet;
import java.util.Set;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.EvidenceState;
import org.claimsledger.event.Attestor;
import org.claimsledger.event.Basis;
import org.claimsledger.value.SourceId;

/** The sources that a claim's state shows: of its evidence, of their attribution, and of what was decided on a basis. */
final class CitedSources {

    private CitedSources() {}

    static Set<SourceId> of(ClaimState state) {
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
