package org.claimsledger.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.claimsledger.event.EventJson.OmittedUnlessSet;
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
        Set<EventTag> eventTags = new LinkedHashSet<>();
        subjects().forEach(subject -> eventTags.add(EventTag.subject(subject)));
        citedSources().forEach(source -> eventTags.add(EventTag.cites(source)));
        names().forEach(name -> eventTags.add(EventTag.name(name)));
        return eventTags;
    }

    /** The names that it gives or takes away. */
    default List<String> names() {
        return switch (this) {
            case SubjectRegistered it ->
                Stream.concat(Stream.of(it.details().name()), it.details().alsoKnownAs().stream())
                        .toList();
            case SubjectNamed it -> List.of(it.naming().name());
            case NameWithdrawn it -> List.of(it.name());
            case SubjectProtected it -> List.of();
            case SubjectDisclosed it -> List.of();
            case SubjectsMerged it -> List.of();
            case SubjectsSplit it -> List.of();
            case SubjectsCompared it -> List.of();
        };
    }

    @Override
    default Set<SourceId> citedSources() {
        return switch (this) {
            case SubjectNamed it
            when it.naming().source() != null -> Set.of(it.naming().source());
            case SubjectNamed it -> Set.of();
            case SubjectRegistered it -> Set.of();
            case NameWithdrawn it -> Set.of();
            case SubjectProtected it -> Set.of();
            case SubjectDisclosed it -> Set.of();
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
            case NameWithdrawn it -> EventReason.of(it.reason());
            case SubjectProtected it -> EventReason.of(it.reason());
            case SubjectDisclosed it -> EventReason.of(it.reason());
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
            case NameWithdrawn it -> it;
            case SubjectProtected it -> it;
            case SubjectDisclosed it -> it;
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

    /**
     * A subject entered the ledger.
     *
     * @param isProtected whether none but editors may know who or what it is
     */
    record SubjectRegistered(
            SubjectId subject,
            SubjectDetails details,
            @JsonProperty("protected") @OmittedUnlessSet boolean isProtected) implements SubjectEvent {

        /** One that everybody may know. */
        public SubjectRegistered(SubjectId subject, SubjectDetails details) {
            this(subject, details, false);
        }
    }

    /** From now on none but editors may know who or what it is, whatever date is read. */
    record SubjectProtected(SubjectId subject, @Nullable String reason) implements SubjectEvent {
        public SubjectProtected {
            TextRules.linesAt("/reason", reason, TextRules.NOTE);
        }
    }

    /** Everybody may know again who or what it is. */
    record SubjectDisclosed(SubjectId subject, @Nullable String reason) implements SubjectEvent {
        public SubjectDisclosed {
            TextRules.linesAt("/reason", reason, TextRules.NOTE);
        }
    }

    /** One more name was learnt. */
    record SubjectNamed(SubjectId subject, SubjectName naming) implements SubjectEvent {}

    /** The desk took back a name that it had recorded by mistake: from now on the subject never had it. */
    record NameWithdrawn(
            SubjectId subject, String name, @Nullable String reason) implements SubjectEvent {
        public NameWithdrawn {
            TextRules.lineAt("/name", name, TextRules.NAME);
            TextRules.linesAt("/reason", reason, TextRules.NOTE);
        }
    }

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
