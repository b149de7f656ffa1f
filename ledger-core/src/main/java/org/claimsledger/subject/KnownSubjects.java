package org.claimsledger.subject;

import java.util.HashSet;
import java.util.Set;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/** The look-ups about subjects. */
@FunctionalInterface
public interface KnownSubjects {

    @Nullable
    Subject subject(SubjectId id);

    /**
     * The subject that this one is read under: itself, or the last one in a chain of merges. No merge leads back to where
     * it began, and if one did, this would still end.
     */
    default SubjectId canonicalSubject(SubjectId id) {
        Set<SubjectId> visited = new HashSet<>();
        SubjectId at = id;
        while (visited.add(at)) {
            Subject subject = subject(at);
            SubjectId next = subject == null ? null : subject.mergedInto();
            if (next == null) {
                return at;
            }
            at = next;
        }
        return at;
    }
}
