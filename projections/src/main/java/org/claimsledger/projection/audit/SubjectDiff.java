package org.claimsledger.projection.audit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.claimsledger.subject.Comparison;
import org.claimsledger.subject.Subject;
import org.claimsledger.subject.SubjectDetails;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/** What is different between two states of a subject, field by field. */
final class SubjectDiff {

    private SubjectDiff() {}

    static List<Change> between(@Nullable Subject before, Subject after) {
        Differences differences = new Differences();
        details(differences, before == null ? null : before.details(), after.details());
        differences.entries("/names", before == null ? List.of() : before.namings(), after.namings());
        differences.field("/mergedInto", before == null ? null : before.mergedInto(), after.mergedInto());
        for (SubjectId id : either(before, after, Subject::absorbed)) {
            differences.field("/absorbed/" + id, hasAbsorbed(before, id), hasAbsorbed(after, id));
        }
        for (SubjectId id : either(before, after, SubjectDiff::compared)) {
            differences.field(
                    "/comparisons/" + id, before == null ? null : before.judgementOn(id), after.judgementOn(id));
        }
        return differences.changes();
    }

    private static void details(Differences differences, @Nullable SubjectDetails before, SubjectDetails after) {
        differences.field("/kind", before == null ? null : before.kind(), after.kind());
        differences.field("/name", before == null ? null : before.name(), after.name());
        differences.entries("/alsoKnownAs", before == null ? List.of() : before.alsoKnownAs(), after.alsoKnownAs());
        differences.field("/identified", before == null ? null : before.identified(), after.identified());
        differences.fields("/externalIds", before == null ? null : before.externalIds(), after.externalIds());
    }

    private static Set<SubjectId> either(
            @Nullable Subject before, Subject after, Function<Subject, List<SubjectId>> others) {
        Set<SubjectId> all = new LinkedHashSet<>(before == null ? List.of() : others.apply(before));
        all.addAll(others.apply(after));
        return all;
    }

    private static @Nullable Boolean hasAbsorbed(@Nullable Subject subject, SubjectId id) {
        return subject != null && subject.absorbed().contains(id) ? true : null;
    }

    private static List<SubjectId> compared(Subject subject) {
        return subject.comparisons().stream().map(Comparison::other).toList();
    }
}
