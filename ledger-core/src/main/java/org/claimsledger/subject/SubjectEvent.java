package org.claimsledger.subject;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimsledger.value.LedgerEvent;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Tag;
import org.claimsledger.value.Texts;
import org.jspecify.annotations.Nullable;

/** What happens to a subject. */
public sealed interface SubjectEvent extends LedgerEvent {

    /** The subject that the event is told about first; the one that is kept, in a merge or split. */
    SubjectId subject();

    /** All whose event it is: two, where it is about two. */
    default List<SubjectId> subjects() {
        return List.of(subject());
    }

    @Override
    default Set<Tag> tags() {
        return subjects().stream().map(Tag::subject).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A subject entered the ledger. */
    record SubjectRegistered(SubjectId subject, SubjectDetails details) implements SubjectEvent {}

    /** One more name was learnt. */
    record SubjectNamed(SubjectId subject, Naming naming) implements SubjectEvent {
        @Override
        public Set<Tag> tags() {
            Set<Tag> tags = SubjectEvent.super.tags();
            SourceId source = naming.source();
            if (source != null) {
                tags.add(Tag.cites(source));
            }
            return tags;
        }
    }

    /** Two subjects were found to be one; what is absorbed is read under the one that is kept. */
    record SubjectsMerged(
            SubjectId subject, SubjectId absorbed, @Nullable String reason) implements SubjectEvent {
        public SubjectsMerged {
            Texts.linesAt("/reason", reason, Texts.NOTE);
        }

        @Override
        public List<SubjectId> subjects() {
            return List.of(subject, absorbed);
        }
    }

    /** A merge was undone; what was absorbed stands for itself again. */
    record SubjectsSplit(
            SubjectId subject, SubjectId restored, @Nullable String reason) implements SubjectEvent {
        public SubjectsSplit {
            Texts.linesAt("/reason", reason, Texts.NOTE);
        }

        @Override
        public List<SubjectId> subjects() {
            return List.of(subject, restored);
        }
    }

    /** Somebody looked whether two subjects are one; the last such finding stands. */
    record SubjectsCompared(
            SubjectId subject,
            SubjectId other,
            Judgement judgement,
            @Nullable String reason) implements SubjectEvent {
        public SubjectsCompared {
            Texts.linesAt("/reason", reason, Texts.NOTE);
        }

        @Override
        public List<SubjectId> subjects() {
            return List.of(subject, other);
        }
    }
}
