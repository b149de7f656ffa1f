package org.claimsledger.projection.search;

import java.util.List;
import org.claimsledger.projection.claims.ClaimAt;

/** A claim that was found, and in which of its texts. */
public record ClaimHit(ClaimAt claim, List<FieldMatch> fields) {

    public ClaimHit {
        fields = List.copyOf(fields);
    }
}
