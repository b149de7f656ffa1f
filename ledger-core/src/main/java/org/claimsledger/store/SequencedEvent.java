package org.claimsledger.store;

import java.util.Set;
import org.axonframework.messaging.eventstreaming.EventCriterion;

/** An event with its place in the ledger; its recorded time in microseconds since 1970. */
record SequencedEvent(long position, long recordedAt, PreparedEvent event) {

    boolean matches(EventCriterion criterion) {
        return criterion.matches(event.type().qualifiedName(), Set.copyOf(event.tags()));
    }
}
