package org.claimsledger.predicate;

import java.util.Set;
import org.claimsledger.value.LedgerEvent;
import org.claimsledger.value.Tag;

/** What happens to the vocabulary. */
public sealed interface PredicateEvent extends LedgerEvent {

    /** A predicate entered the vocabulary. */
    record PredicateDefined(Predicate predicate) implements PredicateEvent {
        @Override
        public Set<Tag> tags() {
            return Set.of(Tag.predicate(predicate.key()));
        }
    }
}
