package org.claimsledger.projection.audit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.claimsledger.event.SubjectDetails;
import org.claimsledger.subject.Subject;
import org.claimsledger.subject.Subject.SubjectComparison;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/** The differences between two states of a subject, field by field. */
final class SubjectDiff {

    private SubjectDiff() {}

    static List<FieldChange> between(@Nullable Subject before, Subject after) {
        FieldDifferences fieldDifferences = new FieldDifferences();
        details(fieldDifferences, before == null ? null : before.details(), after.details());
        fieldDifferences.field("/protected", before != null && before.isProtected(), after.isProtected());
        fieldDifferences.entries("/names", before == null ? List.of() : before.addedNames(), after.addedNames());
        fieldDifferences.field("/mergedInto", before == null ? null : before.mergedInto(), after.mergedInto());
        for (SubjectId id : either(before, after, Subject::absorbed)) {
            fieldDifferences.field("/absorbed/" + id, hasAbsorbed(before, id), hasAbsorbed(after, id));
        }
        for (SubjectId id : either(before, after, SubjectDiff::compared)) {
            fieldDifferences.field(
                    "/comparisons/" + id, before == null ? null : before.judgementOn(id), after.judgementOn(id));
        }
        return fieldDifferences.changes();
    }

    private static void details(
            FieldDifferences fieldDifferences, @Nullable SubjectDetails before, SubjectDetails after) {
        fieldDifferences.field("/kind", before == null ? null : before.kind(), after.kind());
        fieldDifferences.field("/name", before == null ? null : before.name(), after.name());
        fieldDifferences.entries(
                "/alsoKnownAs", before == null ? List.of() : before.alsoKnownAs(), after.alsoKnownAs());
        fieldDifferences.field("/identified", before == null ? null : before.identified(), after.identified());
        fieldDifferences.entries("/externalIds", before == null ? Map.of() : before.externalIds(), after.externalIds());
        fieldDifferences.field("/parent", before == null ? null : before.parent(), after.parent());
        fieldDifferences.field("/zone", before == null ? null : before.zone(), after.zone());
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
        return subject.comparisons().stream().map(SubjectComparison::other).toList();
    }
}
