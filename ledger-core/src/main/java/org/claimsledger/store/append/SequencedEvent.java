package org.claimsledger.store.append;

import java.util.Set;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.claimsledger.store.RecordedTime;
import org.claimsledger.store.Restoration;
import org.claimsledger.store.StoredEvent;

/** An event with its place in the ledger; its recorded time in microseconds since 1970. */
public record SequencedEvent(long position, long recordedAt, PreparedEvent event) {

    /** How many bits a position has, so that a tag's id finds room beside it in one number. */
    public static final int POSITION_BITS = 36;

    /** The last position that there is room for: 68,719,476,735. */
    public static final long LAST_POSITION = (1L << POSITION_BITS) - 1;

    /** An event of another ledger, to be stored as it is. */
    public static SequencedEvent of(Restoration.RestoredEvent restoredEvent) {
        StoredEvent event = restoredEvent.event();
        return new SequencedEvent(
                event.position(),
                RecordedTime.micros(event.recordedAt()),
                new PreparedEvent(
                        event.id(),
                        new MessageType(new QualifiedName(restoredEvent.namespace(), event.type()), event.version()),
                        restoredEvent.tags(),
                        event.metadata(),
                        event.payload(),
                        event.salt(),
                        event.hash()));
    }

    boolean matches(EventCriterion criterion) {
        return criterion.matches(event.type().qualifiedName(), Set.copyOf(event.tags()));
    }
}
