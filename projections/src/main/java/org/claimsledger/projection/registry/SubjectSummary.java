package org.claimsledger.projection.registry;

import org.claimsledger.value.SubjectId;

/**
 * The part of a subject that lists show.
 *
 * @param name the name that the desk uses for it
 * @param readAs the subject that it is read under: itself, or the last one in a chain of merges
 * @param readAsName the name that the desk uses for that
 */
public record SubjectSummary(SubjectId id, String name, SubjectId kept, String keptName) {}
