package org.claimsledger.projection.search;

import org.claimsledger.projection.registry.SubjectAt;

/** A subject that was found, and by which name. */
public record SubjectHit(SubjectAt subject, NameMatch match) {}
