package org.claimsledger.projection.versions;

import java.util.List;
import java.util.Optional;
import org.claimsledger.projection.table.Page;
import org.claimsledger.value.ClaimId;

/** Claims as of any applied position. */
public final class Claims {

    /** The claim as it stood at {@code asOf}; empty where it was not recorded by then. */
    public Optional<ClaimAt> claim(ClaimId id, long asOf) {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * The claims that met the filter at {@code asOf}, in the order in which they were asserted.
     *
     * @param after the {@code claimNo} or {@link Page#next()} after which the page begins, 0 for the first one
     * @param limit the most items that the page may hold
     */
    public Page<ClaimAt> page(ClaimFilter filter, long asOf, long after, int limit) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The states that the claim went through until {@code asOf}, the first one first; none where it is unknown. */
    public List<ClaimVersion> versions(ClaimId id, long asOf) {
        throw new UnsupportedOperationException("not built yet");
    }
}
