package org.claimsledger.store;

import java.util.List;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * An empty ledger that is being filled with another one's events. Until {@link #complete} it is no ledger: one that is
 * closed before leaves nothing behind, and one that broke off is simply begun again.
 *
 * <p>Used by one thread. It stores what it is given; that the events are whole and in order is for the caller to see to.
 */
public interface Restoration extends AutoCloseable {

    /**
     * An event as it stood in the other ledger.
     *
     * @param namespace of its type
     * @param tags all that it is to be found under
     */
    record RestoredEvent(StoredEvent event, String namespace, List<Tag> tags) {}

    /** Adds events, whose positions follow on those of the last call, or begin with 1. Not durable yet. */
    void write(List<RestoredEvent> group);

    /** Makes a ledger of what was written, with an id of its own: durable when the call returns, and closed. */
    void complete();

    @Override
    void close();
}
