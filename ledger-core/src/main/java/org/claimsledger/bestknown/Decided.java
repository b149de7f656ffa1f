package org.claimsledger.bestknown;

import java.time.Instant;

/**
 * Where and when a decision of the desk was recorded.
 *
 * @param position of its event
 */
public record Decided(long position, Instant at) {}
