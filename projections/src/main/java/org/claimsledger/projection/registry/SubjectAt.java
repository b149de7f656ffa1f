package org.claimsledger.projection.registry;

import org.claimsledger.subject.Subject;

/**
 * A subject as it stood at a position of the log.
 *
 * @param registered the position at which it was registered; lists are in this order
 * @param lastChange the position of the last event until then that changed it
 */
public record SubjectAt(Subject subject, long registered, long lastChange) {}
