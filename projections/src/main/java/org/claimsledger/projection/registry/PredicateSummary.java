package org.claimsledger.projection.registry;

import org.claimsledger.value.PredicateKey;

/** The part of a predicate that lists show. */
public record PredicateSummary(PredicateKey key, String label) {}
