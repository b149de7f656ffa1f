package org.claimsledger.projection.search;

import org.claimsledger.value.SubjectId;

/**
 * A name that the index has found.
 *
 * @param subject the one that holds it, whoever that is read under
 * @param registered the position at which that subject was registered
 * @param recorded the position at which the name was recorded
 */
public record NameHit(SubjectId subject, String name, long registered, long recorded) {}
