package org.claimsledger.store;

import java.util.List;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * An empty ledger that is being filled with another one's events. It is no ledger before {@link #complete}: if it is
 * closed earlier, nothing is left, and if it broke off, a new one simply begins again.
 *
 * <p>Used by one thread. It stores the events as they are; the caller makes sure that they are whole and in order.
 */
public interface Restoration extends AutoCloseable {

    /**
     * An event as it stood in the other ledger.
     *
     * @param namespace of its type
     * @param tags all tags under which it can be found
     */
    record RestoredEvent(StoredEvent event, String namespace, List<Tag> tags) {}

    /** Adds events. Their positions follow those of the last call, or begin with 1. They are not durable yet. */
    void write(List<RestoredEvent> group);

    /** Makes the events a ledger with an id of its own, which is durable and closed when the call returns. */
    void complete();

    @Override
    void close();
}
