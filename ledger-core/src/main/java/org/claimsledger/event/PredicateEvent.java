package org.claimsledger.event;

import java.util.Set;
import org.claimsledger.event.LedgerEvent.EventReason;
import org.claimsledger.value.SourceId;

/** An event of the vocabulary. */
public sealed interface PredicateEvent extends LedgerEvent {

    /** A predicate entered the vocabulary. */
    record PredicateDefined(Predicate predicate) implements PredicateEvent {}

    /** The predicate as the event leaves it. */
    Predicate predicate();

    @Override
    default Set<EventTag> tags() {
        return Set.of(EventTag.predicate(predicate().key()));
    }

    @Override
    default Set<SourceId> citedSources() {
        return Set.of();
    }

    @Override
    default EventReason because() {
        return EventReason.NONE;
    }

    @Override
    default PredicateEvent redacted(HiddenEvidence hidden) {
        return this;
    }
}
