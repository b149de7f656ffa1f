package org.claimsledger.projection.claims;

import java.util.Set;
import org.claimsledger.bestknown.ClaimStatus;
import org.claimsledger.event.Verdict;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Selects the claims that meet all given conditions.
 *
 * @param subjects claims about any of these, or about a subject that is merged with one of them; empty for all
 * @param source claims that name this source in evidence, in an attribution or as a basis, withdrawn or not
 * @param verdict claims with this verdict in the assessment that stands
 * @param status claims with this status
 */
public record ClaimFilter(
        Set<SubjectId> subjects,
        @Nullable PredicateKey predicate,
        @Nullable SourceId source,
        @Nullable Verdict verdict,
        @Nullable ClaimStatus status) {

    /** Every claim. */
    public static final ClaimFilter ALL = new ClaimFilter(Set.of(), null, null, null, null);

    public ClaimFilter {
        subjects = Set.copyOf(subjects);
    }

    /** This filter with another source. */
    ClaimFilter withSource(SourceId other) {
        return new ClaimFilter(subjects, predicate, other, verdict, status);
    }

    public static ClaimFilter about(SubjectId subject) {
        return new ClaimFilter(Set.of(subject), null, null, null, null);
    }

    public static ClaimFilter restingOn(SourceId source) {
        return new ClaimFilter(Set.of(), null, source, null, null);
    }
}
