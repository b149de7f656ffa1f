package org.claimsledger.bestknown;

import org.claimsledger.event.SourceDetails.Reliability;
import org.jspecify.annotations.Nullable;

/**
 * The weight of a claim's live evidence.
 *
 * @param supporting how many origins support it
 * @param disputing how many origins dispute it
 * @param asserting how many origins assert it, neither alleging nor believing it only
 * @param reliability of the best source that supports it; absent where none is rated
 * @param credibility of the best information that supports it, 1 to 6; absent where none is rated
 */
public record EvidenceWeight(
        int supporting,
        int disputing,
        int asserting,
        @Nullable Reliability reliability,
        @Nullable Integer credibility) {

    /** Where nothing is said. */
    static final EvidenceWeight NONE = new EvidenceWeight(0, 0, 0, null, null);

    /** The weight of what is said on one claim, without its rivals. */
    static EvidenceWeight of(CompetingClaim claim, Bearing bearing) {
        Support support = bearing.support(claim);
        return new EvidenceWeight(
                support.origins().size(),
                bearing.against(claim).size(),
                Support.origins(support.statements().stream()
                                .filter(it -> it.grade() != Grade.ALLEGED)
                                .toList())
                        .size(),
                support.rating(),
                support.credibility());
    }
}
