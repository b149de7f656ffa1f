package org.claimsledger.projection.registry;

import org.claimsledger.event.Predicate;

/**
 * A predicate as it stood at a position of the log.
 *
 * @param registered the position at which it was defined; lists are in this order
 * @param lastChange the position of the last event until then that changed it
 */
public record PredicateAt(Predicate predicate, long registered, long lastChange) {}
