package org.claimsledger.projection.registry;

import java.util.List;
import org.claimsledger.event.SubjectDetails;
import org.claimsledger.event.SubjectDetails.SubjectName;
import org.claimsledger.event.SubjectEvent;
import org.claimsledger.subject.Subject;
import org.claimsledger.subject.Subject.SubjectComparison;
import org.claimsledger.subject.SubjectDecider;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/** A subject as a row holds it, without the id, which the entity's own row has. */
record StoredSubject(
        long revision,
        SubjectDetails details,
        List<SubjectName> namings,
        List<String> withdrawnNames,
        @Nullable SubjectId mergedInto,
        List<SubjectId> absorbed,
        List<SubjectComparison> comparisons,
        boolean isProtected) {

    StoredSubject {
        namings = orEmpty(namings);
        withdrawnNames = orEmpty(withdrawnNames);
        absorbed = orEmpty(absorbed);
        comparisons = orEmpty(comparisons);
    }

    static StoredSubject evolve(SubjectId id, @Nullable StoredSubject before, SubjectEvent event) {
        return of(new SubjectDecider().evolve(before == null ? null : before.subject(id), event));
    }

    private static StoredSubject of(Subject subject) {
        return new StoredSubject(
                subject.revision(),
                subject.details(),
                subject.addedNames(),
                subject.withdrawnNames(),
                subject.mergedInto(),
                subject.absorbed(),
                subject.comparisons(),
                subject.isProtected());
    }

    Subject subject(SubjectId id) {
        return new Subject(
                id, revision, details, namings, withdrawnNames, mergedInto, absorbed, comparisons, isProtected);
    }

    /** A list that a row leaves out is empty. */
    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
