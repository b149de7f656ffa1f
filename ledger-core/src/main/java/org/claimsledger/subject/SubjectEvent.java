package org.claimsledger.subject;

import java.util.LinkedHashSet;
import java.util.Set;
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

    /** A subject entered the ledger. */
    record SubjectRegistered(SubjectId subject, SubjectDetails details) implements SubjectEvent {
        @Override
        public Set<Tag> tags() {
            return Set.of(Tag.subject(subject));
        }
    }

    /** One more name was learnt. */
    record SubjectNamed(SubjectId subject, Naming naming) implements SubjectEvent {
        @Override
        public Set<Tag> tags() {
            Set<Tag> tags = new LinkedHashSet<>();
            tags.add(Tag.subject(subject));
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
        public Set<Tag> tags() {
            return Set.of(Tag.subject(subject), Tag.subject(absorbed));
        }
    }

    /** A merge was undone; what was absorbed stands for itself again. */
    record SubjectsSplit(
            SubjectId subject, SubjectId restored, @Nullable String reason) implements SubjectEvent {
        public SubjectsSplit {
            Texts.linesAt("/reason", reason, Texts.NOTE);
        }

        @Override
        public Set<Tag> tags() {
            return Set.of(Tag.subject(subject), Tag.subject(restored));
        }
    }
}
