package org.claimsledger.subject;

import java.util.ArrayList;
import java.util.List;
import org.claimsledger.subject.SubjectEvent.SubjectNamed;
import org.claimsledger.subject.SubjectEvent.SubjectRegistered;
import org.claimsledger.subject.SubjectEvent.SubjectsMerged;
import org.claimsledger.subject.SubjectEvent.SubjectsSplit;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * A subject as all its events leave it.
 *
 * @param revision how many events it has
 * @param namings the names that were added since it was registered, in that order
 * @param mergedInto the subject that it is read under, while a merge stands
 */
public record Subject(
        SubjectId id,
        long revision,
        SubjectDetails details,
        List<Naming> namings,
        @Nullable SubjectId mergedInto) {

    public Subject {
        namings = List.copyOf(namings);
    }

    /** The subject after one more event that names it, be it as the one kept or the other one. */
    public static Subject evolve(SubjectId id, @Nullable Subject subject, SubjectEvent event) {
        if (event instanceof SubjectRegistered registered) {
            return new Subject(id, 1, registered.details(), List.of(), null);
        }
        if (subject == null) {
            throw new IllegalStateException("an event of a subject that was never registered: " + event);
        }
        return switch (event) {
            case SubjectRegistered registered -> subject;
            case SubjectNamed named -> subject.withName(named.naming());
            case SubjectsMerged merged ->
                subject.with(merged.absorbed().equals(id) ? merged.subject() : subject.mergedInto);
            case SubjectsSplit split -> subject.with(split.restored().equals(id) ? null : subject.mergedInto);
        };
    }

    /** Whether the naming says nothing new: it was added before, or is a bare name that was registered. */
    boolean goesBy(Naming naming) {
        boolean bare = naming.language() == null && naming.source() == null;
        return namings.contains(naming)
                || bare
                        && (details.name().equals(naming.name())
                                || details.alsoKnownAs().contains(naming.name()));
    }

    private Subject withName(Naming naming) {
        List<Naming> more = new ArrayList<>(namings);
        more.add(naming);
        return new Subject(id, revision + 1, details, more, mergedInto);
    }

    private Subject with(@Nullable SubjectId nowMergedInto) {
        return new Subject(id, revision + 1, details, namings, nowMergedInto);
    }
}
