package org.claimsledger.projection.search;

import org.claimsledger.projection.directory.SubjectAt;

/** A subject that was found, and by which name. */
public record SubjectHit(SubjectAt subject, NameMatch match) {}
