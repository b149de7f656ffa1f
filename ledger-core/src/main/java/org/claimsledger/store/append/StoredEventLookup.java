package org.claimsledger.store.append;

import org.axonframework.messaging.eventstreaming.EventCriterion;

/** Looks for stored events, where memory cannot tell whether there are any. */
public interface StoredEventLookup {

    /** Whether an event after the position {@code after}, and up to and with {@code upTo}, matches the criterion. */
    boolean exists(EventCriterion criterion, long after, long upTo);
}
