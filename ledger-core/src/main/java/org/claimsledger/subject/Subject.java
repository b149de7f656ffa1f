package org.claimsledger.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.claimsledger.event.SubjectDetails;
import org.claimsledger.event.SubjectDetails.SubjectName;
import org.claimsledger.event.SubjectEvent;
import org.claimsledger.event.SubjectEvent.Judgement;
import org.claimsledger.event.SubjectEvent.NameWithdrawn;
import org.claimsledger.event.SubjectEvent.SubjectDisclosed;
import org.claimsledger.event.SubjectEvent.SubjectNamed;
import org.claimsledger.event.SubjectEvent.SubjectProtected;
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
 * @param addedNames the names that were added since it was registered, in that order
 * @param withdrawnNames the names that were recorded by mistake, each as often as it was recorded, in the order of their
 *     withdrawals
 * @param mergedInto the subject that it is read under, while a merge stands
 * @param absorbed the subjects that are merged into this very one, in the order of the merges
 * @param isProtected whether none but editors may know who or what it is
 * @param comparisons with whom it was compared, the last finding for each, in the order of these
 */
public record Subject(
        SubjectId id,
        long revision,
        SubjectDetails details,
        List<SubjectName> addedNames,
        List<String> withdrawnNames,
        @Nullable SubjectId mergedInto,
        List<SubjectId> absorbed,
        List<SubjectComparison> comparisons,
        boolean isProtected) {

    public Subject {
        addedNames = List.copyOf(addedNames);
        withdrawnNames = List.copyOf(withdrawnNames);
        absorbed = List.copyOf(absorbed);
        comparisons = List.copyOf(comparisons);
    }

    /** The subject after one more event that names it, be it as the one kept or the other one. */
    static Subject evolve(@Nullable Subject subject, SubjectEvent event) {
        if (event instanceof SubjectRegistered registered) {
            return new Subject(
                    registered.subject(),
                    1,
                    registered.details(),
                    List.of(),
                    List.of(),
                    null,
                    List.of(),
                    List.of(),
                    registered.isProtected());
        }
        if (subject == null) {
            throw new IllegalStateException("an event of a subject that was never registered: " + event);
        }
        return switch (event) {
            case SubjectRegistered registered -> subject;
            case SubjectNamed named -> subject.withName(named.naming());
            case NameWithdrawn withdrawn -> subject.withoutName(withdrawn.name());
            case SubjectProtected it -> subject.withProtection(true);
            case SubjectDisclosed it -> subject.withProtection(false);
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
        return Stream.concat(Stream.of(details.name()), otherNames()).toList();
    }

    private Stream<String> otherNames() {
        return Stream.concat(details.alsoKnownAs().stream(), addedNames.stream().map(SubjectName::name));
    }

    /** Whether it has that name beside the one that it was registered under. */
    boolean hasOtherName(String name) {
        return otherNames().anyMatch(name::equals);
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
        return new Subject(
                id,
                revision + 1,
                details,
                and(subjectName, addedNames),
                withdrawnNames,
                mergedInto,
                absorbed,
                comparisons,
                isProtected);
    }

    private Subject withoutName(String withdrawn) {
        List<SubjectName> left =
                addedNames.stream().filter(it -> !it.name().equals(withdrawn)).toList();
        List<String> all = new ArrayList<>(withdrawnNames);
        otherNames().filter(withdrawn::equals).forEach(all::add);
        return new Subject(
                id,
                revision + 1,
                details.withoutOtherName(withdrawn),
                left,
                all,
                mergedInto,
                absorbed,
                comparisons,
                isProtected);
    }

    private Subject withProtection(boolean nowProtected) {
        return new Subject(
                id, revision + 1, details, addedNames, withdrawnNames, mergedInto, absorbed, comparisons, nowProtected);
    }

    private Subject withMergedInto(@Nullable SubjectId kept) {
        return new Subject(
                id, revision + 1, details, addedNames, withdrawnNames, kept, absorbed, comparisons, isProtected);
    }

    private Subject withAbsorbed(List<SubjectId> nowAbsorbed) {
        return new Subject(
                id,
                revision + 1,
                details,
                addedNames,
                withdrawnNames,
                mergedInto,
                nowAbsorbed,
                comparisons,
                isProtected);
    }

    private Subject compared(SubjectsCompared event) {
        SubjectId other = event.subject().equals(id) ? event.other() : event.subject();
        List<SubjectComparison> others =
                comparisons.stream().filter(it -> !it.other().equals(other)).toList();
        SubjectComparison latest = new SubjectComparison(other, event.judgement(), event.reason());
        return new Subject(
                id,
                revision + 1,
                details,
                addedNames,
                withdrawnNames,
                mergedInto,
                absorbed,
                and(latest, others),
                isProtected);
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
