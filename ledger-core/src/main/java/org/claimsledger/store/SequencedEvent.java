package org.claimsledger.store;

import java.util.Set;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriterion;

/** An event with its place in the ledger; its recorded time in microseconds since 1970. */
record SequencedEvent(long position, long recordedAt, PreparedEvent event) {

    /** What stands in another ledger, to be stored as it is. */
    static SequencedEvent of(Restoration.Entry entry) {
        StoredEvent event = entry.event();
        return new SequencedEvent(
                event.position(),
                RecordedTime.micros(event.recordedAt()),
                new PreparedEvent(
                        event.id(),
                        new MessageType(new QualifiedName(entry.namespace(), event.type()), event.version()),
                        entry.tags(),
                        event.metadata(),
                        event.payload(),
                        event.salt(),
                        event.hash()));
    }

    boolean matches(EventCriterion criterion) {
        return criterion.matches(event.type().qualifiedName(), Set.copyOf(event.tags()));
    }
}
