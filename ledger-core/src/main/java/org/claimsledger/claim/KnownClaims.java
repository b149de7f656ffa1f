package org.claimsledger.claim;

import org.claimsledger.value.ClaimId;
import org.jspecify.annotations.Nullable;

/** What a decision may look up about claims. */
public interface KnownClaims {

    @Nullable
    Claim claim(ClaimId id);
}
