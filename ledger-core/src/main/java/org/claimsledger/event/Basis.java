package org.claimsledger.event;

import org.claimsledger.value.SourceId;

/** The source that a decision rests on. */
public record Basis(SourceId source) {}
