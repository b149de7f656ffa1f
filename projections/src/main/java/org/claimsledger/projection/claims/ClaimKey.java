package org.claimsledger.projection.claims;

import org.claimsledger.value.ClaimId;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SubjectId;

/**
 * The part of a claim that never changes.
 *
 * @param claimNo the position at which it was asserted; lists are in this order
 * @param subject the one that it was filed under, whatever was merged later
 */
public record ClaimKey(long claimNo, ClaimId id, SubjectId subject, PredicateKey predicate) {}
