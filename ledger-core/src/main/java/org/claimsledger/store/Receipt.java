package org.claimsledger.store;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.messaging.core.Context.ResourceKey;

/**
 * The positions and recorded times that the ledger gave to the events of one unit of work, in order.
 *
 * <p>The engine puts it on the processing context that the events were appended with, under {@link #KEY}, before the
 * commit completes. Events appended by one append have adjoining positions.
 */
public record Receipt(List<AssignedPosition> events) {

    /** The resource that holds the receipt in a processing context after its commit. */
    public static final ResourceKey<Receipt> KEY = ResourceKey.withLabel("ledgerReceipt");

    public Receipt {
        events = List.copyOf(events);
    }

    /** The place and time of one event. */
    public record AssignedPosition(long position, Instant recordedAt) {}

    /** The last event's place and time: the state of the ledger that holds all of this receipt. */
    public AssignedPosition last() {
        return events.getLast();
    }

    /** This receipt followed by the events of a later append of the same unit of work. */
    public Receipt followedBy(Receipt later) {
        return new Receipt(Stream.concat(events.stream(), later.events.stream()).toList());
    }
}
