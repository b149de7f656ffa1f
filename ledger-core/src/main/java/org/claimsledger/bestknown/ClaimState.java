package org.claimsledger.bestknown;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimsledger.claim.Claim;
import org.claimsledger.claim.Claim.Evidence;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/**
 * A claim at a viewpoint. Its evidence is held once, in {@code evidence}: the claim's own map always follows from it.
 *
 * @param position its place among all claims: where it was asserted
 * @param claim the claim after those of its events that are reported; its revision counts all that are recorded
 * @param contentPosition the position of the event that gave it its content
 * @param evidence all that is reported, withdrawn or not, in the order of filing, with what corrections brought along
 * @param reported when its first evidence was reported; for an accepted claim, only accepted evidence counts
 * @param weight the weight of its live evidence
 * @param reviewedAt when an editor last decided on it
 * @param rankedAt when the desk gave it its rank
 * @param assessedAt when it got its verdict
 */
public record ClaimState(
        long position,
        Claim claim,
        long contentPosition,
        List<EvidenceState> evidence,
        Instant reported,
        ClaimStatus status,
        EvidenceWeight weight,
        @Nullable Instant reviewedAt,
        @Nullable Instant rankedAt,
        @Nullable Instant assessedAt) {

    /** @param claim whose own evidence is replaced by what was filed of {@code evidence} */
    public ClaimState {
        evidence = List.copyOf(evidence);
        claim = claim.withEvidence(filed(evidence));
    }

    private static Map<EvidenceId, Evidence> filed(List<EvidenceState> evidence) {
        Map<EvidenceId, Evidence> filed = new LinkedHashMap<>();
        for (EvidenceState state : evidence) {
            if (state.filed()) {
                filed.put(state.id(), state.evidence());
            }
        }
        return filed;
    }

    /** The sources that it shows: of its evidence, of their attribution, and of what was decided on a basis. */
    public Set<SourceId> citedSources() {
        Set<SourceId> sources = new HashSet<>();
        for (EvidenceState each : evidence) {
            sources.addAll(each.testimony().sources());
            if (each.withdrawal() != null) {
                sources.addAll(each.withdrawal().citedSources());
            }
        }
        if (claim.retraction() != null) {
            sources.addAll(claim.retraction().citedSources());
        }
        return sources;
    }
}
