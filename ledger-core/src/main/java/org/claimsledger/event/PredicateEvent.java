package org.claimsledger.event;

import java.util.Set;
import org.claimsledger.event.LedgerEvent.EventReason;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.TextRules;
import org.jspecify.annotations.Nullable;

/** An event of the vocabulary. */
public sealed interface PredicateEvent extends LedgerEvent {

    /** The key of the predicate that it changes. */
    PredicateKey key();

    /** A predicate was defined. */
    record PredicateDefined(Predicate predicate) implements PredicateEvent {

        @Override
        public PredicateKey key() {
            return predicate.key();
        }
    }

    /** The desk took back the latest definition of a predicate: the one before it counts again, or there is none. */
    record DefinitionWithdrawn(
            PredicateKey predicate, @Nullable String reason) implements PredicateEvent {

        public DefinitionWithdrawn {
            TextRules.linesAt("/reason", reason, TextRules.NOTE);
        }

        @Override
        public PredicateKey key() {
            return predicate;
        }
    }

    @Override
    default Set<EventTag> tags() {
        return Set.of(EventTag.predicate(key()));
    }

    @Override
    default Set<SourceId> citedSources() {
        return Set.of();
    }

    @Override
    default EventReason because() {
        return switch (this) {
            case PredicateDefined it -> EventReason.NONE;
            case DefinitionWithdrawn it -> EventReason.of(it.reason());
        };
    }

    @Override
    default PredicateEvent redacted(HiddenEvidence hidden) {
        return this;
    }
}
