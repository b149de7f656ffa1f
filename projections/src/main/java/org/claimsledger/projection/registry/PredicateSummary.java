package org.claimsledger.projection.registry;

import org.claimsledger.value.PredicateKey;

/** As much of a predicate as a line that uses it needs. */
public record PredicateSummary(PredicateKey key, String label) {}
