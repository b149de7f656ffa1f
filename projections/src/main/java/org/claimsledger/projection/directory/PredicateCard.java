package org.claimsledger.projection.directory;

import org.claimsledger.value.PredicateKey;

/** As much of a predicate as a line that uses it needs. */
public record PredicateCard(PredicateKey key, String label) {}
