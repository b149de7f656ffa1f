package org.claimsledger.projection.directory;

import java.util.ArrayList;
import java.util.List;
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
        @Nullable SubjectId mergedInto) {

    SubjectState {
        namings = namings == null ? List.of() : List.copyOf(namings);
    }

    static SubjectState evolve(SubjectId id, @Nullable SubjectState before, SubjectEvent event) {
        Subject after = Subject.evolve(id, before == null ? null : before.subject(id), event);
        return new SubjectState(after.revision(), after.details(), after.namings(), after.mergedInto());
    }

    Subject subject(SubjectId id) {
        return new Subject(id, revision, details, namings, mergedInto);
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        names.add(details.name());
        names.addAll(details.alsoKnownAs());
        namings.forEach(naming -> names.add(naming.name()));
        return names;
    }
}
