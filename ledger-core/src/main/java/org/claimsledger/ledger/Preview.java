package org.claimsledger.ledger;

import java.util.List;
import org.claimsledger.event.LedgerEvent;

/**
 * The events that a request would record, and the position that it was decided at.
 *
 * @param events in their order; none of them is recorded
 * @param position of the last event of the ledger that the decision holds for
 */
public record Preview(List<LedgerEvent> events, long position) {

    public Preview {
        events = List.copyOf(events);
    }
}
