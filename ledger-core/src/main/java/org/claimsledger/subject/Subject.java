package org.claimsledger.subject;

import java.util.ArrayList;
import java.util.List;
import org.claimsledger.event.SubjectDetails;
import org.claimsledger.event.SubjectDetails.SubjectName;
import org.claimsledger.event.SubjectEvent;
import org.claimsledger.event.SubjectEvent.Judgement;
import org.claimsledger.event.SubjectEvent.SubjectNamed;
import org.claimsledger.event.SubjectEvent.SubjectRegistered;
import org.claimsledger.event.SubjectEvent.SubjectsCompared;
import org.claimsledger.event.SubjectEvent.SubjectsMerged;
import org.claimsledger.event.SubjectEvent.SubjectsSplit;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * A subject as all its events leave it.
 *
 * @param revision how many events it has
 * @param namings the names that were added since it was registered, in that order
 * @param mergedInto the subject that it is read under, while a merge stands
 * @param absorbed the subjects that are merged into this very one, in the order of the merges
 * @param comparisons with whom it was compared, the last finding for each, in the order of these
 */
public record Subject(
        SubjectId id,
        long revision,
        SubjectDetails details,
        List<SubjectName> addedNames,
        @Nullable SubjectId mergedInto,
        List<SubjectId> absorbed,
        List<SubjectComparison> comparisons) {

    public Subject {
        addedNames = List.copyOf(addedNames);
        absorbed = List.copyOf(absorbed);
        comparisons = List.copyOf(comparisons);
    }

    /** The subject after one more event that names it, be it as the one kept or the other one. */
    static Subject evolve(@Nullable Subject subject, SubjectEvent event) {
        if (event instanceof SubjectRegistered registered) {
            return new Subject(registered.subject(), 1, registered.details(), List.of(), null, List.of(), List.of());
        }
        if (subject == null) {
            throw new IllegalStateException("an event of a subject that was never registered: " + event);
        }
        return switch (event) {
            case SubjectRegistered registered -> subject;
            case SubjectNamed named -> subject.withName(named.naming());
            case SubjectsMerged merged ->
                merged.absorbed().equals(subject.id)
                        ? subject.withMergedInto(merged.subject())
                        : subject.withAbsorbed(and(merged.absorbed(), subject.absorbed));
            case SubjectsSplit split ->
                split.restored().equals(subject.id)
                        ? subject.withMergedInto(null)
                        : subject.withAbsorbed(without(split.restored(), subject.absorbed));
            case SubjectsCompared compared -> subject.compared(compared);
        };
    }

    /** Every name that it goes by, the one that the desk uses first. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        names.add(details.name());
        names.addAll(details.alsoKnownAs());
        addedNames.forEach(subjectName -> names.add(subjectName.name()));
        return names;
    }

    /** The judgement of the last comparison with that subject; absent where there was none. */
    public @Nullable Judgement judgementOn(SubjectId other) {
        for (SubjectComparison subjectComparison : comparisons) {
            if (subjectComparison.other().equals(other)) {
                return subjectComparison.judgement();
            }
        }
        return null;
    }

    /** Whether the naming says nothing new: it was added before, or is a bare name that was registered. */
    boolean hasName(SubjectName subjectName) {
        boolean bare = subjectName.language() == null && subjectName.source() == null;
        return addedNames.contains(subjectName)
                || bare
                        && (details.name().equals(subjectName.name())
                                || details.alsoKnownAs().contains(subjectName.name()));
    }

    private Subject withName(SubjectName subjectName) {
        return new Subject(id, revision + 1, details, and(subjectName, addedNames), mergedInto, absorbed, comparisons);
    }

    private Subject withMergedInto(@Nullable SubjectId kept) {
        return new Subject(id, revision + 1, details, addedNames, kept, absorbed, comparisons);
    }

    private Subject withAbsorbed(List<SubjectId> nowAbsorbed) {
        return new Subject(id, revision + 1, details, addedNames, mergedInto, nowAbsorbed, comparisons);
    }

    private Subject compared(SubjectsCompared event) {
        SubjectId other = event.subject().equals(id) ? event.other() : event.subject();
        List<SubjectComparison> others =
                comparisons.stream().filter(it -> !it.other().equals(other)).toList();
        SubjectComparison latest = new SubjectComparison(other, event.judgement(), event.reason());
        return new Subject(id, revision + 1, details, addedNames, mergedInto, absorbed, and(latest, others));
    }

    private static <T> List<T> and(T last, List<T> before) {
        List<T> all = new ArrayList<>(before);
        all.add(last);
        return all;
    }

    private static <T> List<T> without(T one, List<T> all) {
        return all.stream().filter(it -> !it.equals(one)).toList();
    }

    /** The last comparison with another subject. */
    public record SubjectComparison(
            SubjectId other, Judgement judgement, @Nullable String reason) {}
}
