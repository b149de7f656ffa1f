package org.claimsledger.projection.audit;

import org.claimsledger.projection.table.Page;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;

/**
 * Histories as of any applied position, the earliest event first. A page begins after the position {@code after}, 0 for
 * the first one; the history of what is unknown is empty.
 */
public final class Audit {

    /** Also what relates another claim to this one. */
    public Page<HistoryItem> ofClaim(ClaimId id, long asOf, long after, int limit) {
        throw new UnsupportedOperationException("not built yet");
    }

    public Page<HistoryItem> ofSource(SourceId id, long asOf, long after, int limit) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Also merges and splits in which the subject was the other one. */
    public Page<HistoryItem> ofSubject(SubjectId id, long asOf, long after, int limit) {
        throw new UnsupportedOperationException("not built yet");
    }

    public Page<HistoryItem> ofPredicate(PredicateKey key, long asOf, long after, int limit) {
        throw new UnsupportedOperationException("not built yet");
    }
}
