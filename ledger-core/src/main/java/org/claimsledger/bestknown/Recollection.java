package org.claimsledger.bestknown;

import java.util.Set;
import org.claimsledger.predicate.Predicate;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.LedgerEvent;
import org.claimsledger.value.PredicateKey;
import org.jspecify.annotations.Nullable;

/** All that was known at one recorded time, for readings of claims at every published time. */
public interface Recollection extends Sources, Identities {

    /** Absent where there is no such claim. */
    @Nullable
    ClaimHistory history(ClaimId claim);

    @Nullable
    Predicate predicate(PredicateKey key);

    /**
     * All claims whose state an event can change, which may be the next one or one that is known already; others may be
     * among them. A claim changes with its own events, with those of sources that it rests on, also over echoes, and with
     * merges of subjects that it names.
     */
    Set<ClaimId> touchedBy(LedgerEvent event);
}
