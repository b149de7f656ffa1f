package org.claimsledger.event;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimsledger.event.LedgerEvent.EventReason;
import org.claimsledger.event.SubjectDetails.SubjectName;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.TextRules;
import org.jspecify.annotations.Nullable;

/** An event of a subject. */
public sealed interface SubjectEvent extends LedgerEvent {

    /** The first of its subjects; the one that is kept, in a merge or split. */
    SubjectId subject();

    /** All subjects whose event it is: two, where it is about two. */
    default List<SubjectId> subjects() {
        return List.of(subject());
    }

    @Override
    default Set<EventTag> tags() {
        return Stream.concat(
                        subjects().stream().map(EventTag::subject),
                        citedSources().stream().map(EventTag::cites))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    default Set<SourceId> citedSources() {
        return switch (this) {
            case SubjectNamed it
            when it.naming().source() != null -> Set.of(it.naming().source());
            case SubjectNamed it -> Set.of();
            case SubjectRegistered it -> Set.of();
            case SubjectsMerged it -> Set.of();
            case SubjectsSplit it -> Set.of();
            case SubjectsCompared it -> Set.of();
        };
    }

    @Override
    default EventReason because() {
        return switch (this) {
            case SubjectRegistered it -> EventReason.NONE;
            case SubjectNamed it -> new EventReason(null, List.of(), it.naming().source());
            case SubjectsMerged it -> EventReason.of(it.reason());
            case SubjectsSplit it -> EventReason.of(it.reason());
            case SubjectsCompared it -> EventReason.of(it.reason());
        };
    }

    @Override
    default SubjectEvent redacted(HiddenEvidence hidden) {
        return switch (this) {
            case SubjectNamed it -> new SubjectNamed(it.subject(), it.naming().redacted(hidden));
            case SubjectRegistered it -> it;
            case SubjectsMerged it -> it;
            case SubjectsSplit it -> it;
            case SubjectsCompared it -> it;
        };
    }

    /** From it on a subject is read under another one, or under its own id again. */
    sealed interface AliasChange extends SubjectEvent {

        /** The subject that is read under the other id. */
        SubjectId alias();
    }

    /** A subject entered the ledger. */
    record SubjectRegistered(SubjectId subject, SubjectDetails details) implements SubjectEvent {}

    /** One more name was learnt. */
    record SubjectNamed(SubjectId subject, SubjectName naming) implements SubjectEvent {}

    /** Two subjects were found to be one; what is absorbed is read under the one that is kept. */
    record SubjectsMerged(
            SubjectId subject, SubjectId absorbed, @Nullable String reason) implements AliasChange {
        public SubjectsMerged {
            TextRules.linesAt("/reason", reason, TextRules.NOTE);
        }

        @Override
        public List<SubjectId> subjects() {
            return List.of(subject, absorbed);
        }

        @Override
        public SubjectId alias() {
            return absorbed;
        }
    }

    /** A merge was undone; what was absorbed stands for itself again. */
    record SubjectsSplit(
            SubjectId subject, SubjectId restored, @Nullable String reason) implements AliasChange {
        public SubjectsSplit {
            TextRules.linesAt("/reason", reason, TextRules.NOTE);
        }

        @Override
        public List<SubjectId> subjects() {
            return List.of(subject, restored);
        }

        @Override
        public SubjectId alias() {
            return restored;
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

    /** The result of comparing two subjects. It merges nothing: a merge is an event of its own. */
    enum Judgement {
        /** They are one. */
        POSITIVE,
        /** They are two; they are not proposed again and cannot be merged while this stands. */
        NEGATIVE,
        /** It cannot be told yet. */
        UNSURE
    }
}
