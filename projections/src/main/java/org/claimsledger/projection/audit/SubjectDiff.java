package org.claimsledger.projection.audit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.projection.directory.SubjectAt;
import org.claimsledger.subject.Subject;
import org.claimsledger.subject.SubjectDetails;
import org.claimsledger.subject.SubjectEvent;
import org.claimsledger.subject.SubjectEvent.SubjectsMerged;
import org.claimsledger.subject.SubjectEvent.SubjectsSplit;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/** What is different between two states of a subject, field by field. */
final class SubjectDiff {

    /**
     * A subject and whom it has absorbed.
     *
     * @param absorbed in the order of the merges
     */
    record State(Subject subject, List<SubjectId> absorbed) {

        static State of(SubjectAt at) {
            return new State(at.subject(), at.absorbed());
        }

        static State evolve(SubjectId id, @Nullable State before, SubjectEvent event) {
            List<SubjectId> absorbed = new ArrayList<>(before == null ? List.of() : before.absorbed);
            if (event instanceof SubjectsMerged merged && merged.subject().equals(id)) {
                absorbed.add(merged.absorbed());
            }
            if (event instanceof SubjectsSplit split && split.subject().equals(id)) {
                absorbed.remove(split.restored());
            }
            return new State(Subject.evolve(id, before == null ? null : before.subject, event), absorbed);
        }
    }

    private SubjectDiff() {}

    static List<Change> between(@Nullable State before, State after) {
        Differences differences = new Differences();
        details(differences, before == null ? null : before.subject.details(), after.subject.details());
        differences.entries("/names", before == null ? List.of() : before.subject.namings(), after.subject.namings());
        differences.field(
                "/mergedInto", before == null ? null : before.subject.mergedInto(), after.subject.mergedInto());
        absorbed(differences, before == null ? List.of() : before.absorbed, after.absorbed);
        return differences.changes();
    }

    private static void details(Differences differences, @Nullable SubjectDetails before, SubjectDetails after) {
        differences.field("/kind", before == null ? null : before.kind(), after.kind());
        differences.field("/name", before == null ? null : before.name(), after.name());
        differences.entries("/alsoKnownAs", before == null ? List.of() : before.alsoKnownAs(), after.alsoKnownAs());
        differences.field("/identified", before == null ? null : before.identified(), after.identified());
        differences.fields("/externalIds", before == null ? null : before.externalIds(), after.externalIds());
    }

    private static void absorbed(Differences differences, List<SubjectId> before, List<SubjectId> after) {
        Set<SubjectId> all = new LinkedHashSet<>(before);
        all.addAll(after);
        for (SubjectId id : all) {
            differences.field("/absorbed/" + id, before.contains(id) ? true : null, after.contains(id) ? true : null);
        }
    }
}
