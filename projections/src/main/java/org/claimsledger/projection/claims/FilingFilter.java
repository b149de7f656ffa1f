package org.claimsledger.projection.claims;

import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Which filings a list holds: those that meet all conditions that are given.
 *
 * @param batch filed by this request
 * @param actor filed by him
 * @param subject on claims about whoever counts as this one by a merge
 */
public record FilingFilter(
        @Nullable String batch,
        @Nullable String actor,
        @Nullable SubjectId subject) {

    /** Everything that waits. */
    public static final FilingFilter ALL = new FilingFilter(null, null, null);

    public static FilingFilter ofBatch(String batch) {
        return new FilingFilter(batch, null, null);
    }
}
