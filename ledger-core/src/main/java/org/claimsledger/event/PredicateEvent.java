package org.claimsledger.event;

import java.util.Set;

/** What happens to the vocabulary. */
public sealed interface PredicateEvent extends LedgerEvent {

    /** A predicate entered the vocabulary. */
    record PredicateDefined(Predicate predicate) implements PredicateEvent {
        @Override
        public Set<EventTag> tags() {
            return Set.of(EventTag.predicate(predicate.key()));
        }
    }
}
