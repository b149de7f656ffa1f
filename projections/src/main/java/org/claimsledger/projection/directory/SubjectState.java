package org.claimsledger.projection.directory;

import java.util.List;
import org.claimsledger.subject.Comparison;
import org.claimsledger.subject.Naming;
import org.claimsledger.subject.Subject;
import org.claimsledger.subject.SubjectDetails;
import org.claimsledger.subject.SubjectEvent;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/** A subject as a row keeps it: all but its id, which the entry has. */
record SubjectState(
        long revision,
        SubjectDetails details,
        List<Naming> namings,
        @Nullable SubjectId mergedInto,
        List<SubjectId> absorbed,
        List<Comparison> comparisons) {

    SubjectState {
        namings = listed(namings);
        absorbed = listed(absorbed);
        comparisons = listed(comparisons);
    }

    static SubjectState evolve(SubjectId id, @Nullable SubjectState before, SubjectEvent event) {
        return of(Subject.evolve(id, before == null ? null : before.subject(id), event));
    }

    private static SubjectState of(Subject subject) {
        return new SubjectState(
                subject.revision(),
                subject.details(),
                subject.namings(),
                subject.mergedInto(),
                subject.absorbed(),
                subject.comparisons());
    }

    Subject subject(SubjectId id) {
        return new Subject(id, revision, details, namings, mergedInto, absorbed, comparisons);
    }

    /** What a row does not spell out is empty. */
    private static <T> List<T> listed(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
