package org.claimsledger.history;

import java.util.Set;
import org.claimsledger.bestknown.ClaimHistory;
import org.claimsledger.bestknown.SourceHistories;
import org.claimsledger.bestknown.SubjectIdentities;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.Predicate;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.PredicateKey;
import org.jspecify.annotations.Nullable;

/** All that was known at one recorded time, for readings of claims at every published time. */
public interface KnownAt extends SourceHistories, SubjectIdentities {

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
    Set<ClaimId> claimsAffectedBy(LedgerEvent event);
}
