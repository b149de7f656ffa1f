package org.claimsledger.event;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.TextRules;
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
    default Set<EventTag> tags() {
        return subjects().stream().map(EventTag::subject).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A subject entered the ledger. */
    record SubjectRegistered(SubjectId subject, SubjectDetails details) implements SubjectEvent {}

    /** One more name was learnt. */
    record SubjectNamed(SubjectId subject, SubjectName naming) implements SubjectEvent {
        @Override
        public Set<EventTag> tags() {
            Set<EventTag> eventTags = SubjectEvent.super.tags();
            SourceId source = naming.source();
            if (source != null) {
                eventTags.add(EventTag.cites(source));
            }
            return eventTags;
        }
    }

    /** Two subjects were found to be one; what is absorbed is read under the one that is kept. */
    record SubjectsMerged(
            SubjectId subject, SubjectId absorbed, @Nullable String reason) implements SubjectEvent {
        public SubjectsMerged {
            TextRules.linesAt("/reason", reason, TextRules.NOTE);
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
            TextRules.linesAt("/reason", reason, TextRules.NOTE);
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
            TextRules.linesAt("/reason", reason, TextRules.NOTE);
        }

        @Override
        public List<SubjectId> subjects() {
            return List.of(subject, other);
        }
    }
}
