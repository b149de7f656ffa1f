package org.claimsledger.projection.directory;

import org.claimsledger.value.SubjectId;

/**
 * As much of a subject as a line that names it needs.
 *
 * @param name the name that the desk uses for it
 * @param readAs the subject that it is read under: itself, or the last one in a chain of merges
 * @param readAsName the name that the desk uses for that
 */
public record SubjectCard(SubjectId id, String name, SubjectId readAs, String readAsName) {}
