package org.claimsledger.bestknown;

import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Predicate;
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

    /** From best to worst: F (cannot be judged) lies between fairly and not usually reliable. */
    static final Comparator<Reliability> BEST_RELIABILITY_FIRST =
            Comparator.comparingInt(it -> it == Reliability.F ? 5 : 2 * it.ordinal());

    static EvidenceWeight of(Collection<EvidenceState> evidence, SourceHistories sourceHistories) {
        return new EvidenceWeight(
                origins(evidence, EvidenceState::supports),
                origins(evidence, EvidenceState::disputes),
                origins(evidence, EvidenceState::asserts),
                evidence.stream()
                        .filter(EvidenceState::supports)
                        .map(it -> sourceHistories.source(it.testimony().source()))
                        .filter(Objects::nonNull)
                        .map(it -> it.details().reliability())
                        .filter(Objects::nonNull)
                        .min(BEST_RELIABILITY_FIRST)
                        .orElse(null),
                evidence.stream()
                        .filter(EvidenceState::supports)
                        .map(it -> it.testimony().credibility())
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }

    private static int origins(Collection<EvidenceState> evidence, Predicate<EvidenceState> which) {
        return (int) evidence.stream()
                .filter(which)
                .map(EvidenceState::origin)
                .distinct()
                .count();
    }

    /** The status of a claim that is not retracted. */
    ClaimStatus status() {
        if (supporting == 0) {
            return ClaimStatus.UNSUPPORTED;
        }
        if (disputing > 0) {
            return ClaimStatus.DISPUTED;
        }
        return switch (asserting) {
            case 0 -> ClaimStatus.ALLEGED;
            case 1 -> ClaimStatus.SUPPORTED;
            default -> ClaimStatus.CORROBORATED;
        };
    }

    Reliability reliabilityOrUnknown() {
        return reliability == null ? Reliability.F : reliability;
    }

    int credibilityOrUnknown() {
        return credibility == null ? 6 : credibility;
    }
}
