package org.claimsledger.bestknown;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.claim.Claim;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/**
 * A claim at a viewpoint.
 *
 * @param position its place among all claims: where it was asserted
 * @param claim what its events leave, of those that are reported; its revision counts all that are recorded
 * @param contentAt the position of the event that gave it its content
 * @param evidence all that is reported, withdrawn or not, in the order of filing, with what corrections brought along
 * @param reported when its first evidence was; of a claim that the desk has made its own, of evidence that it has too
 * @param weight what its live evidence comes to
 * @param reviewedAt when an editor last decided on it
 * @param rankedAt when the desk ranked it as it does
 * @param assessedAt when it was assessed as it is
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

    public ClaimState {
        evidence = List.copyOf(evidence);
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
