package org.claimsledger.predicate;

import org.claimsledger.event.Predicate;
import org.claimsledger.value.PredicateKey;
import org.jspecify.annotations.Nullable;

/** What a decision may look up about predicates. */
public interface KnownPredicates {

    @Nullable
    Predicate predicate(PredicateKey key);
}
