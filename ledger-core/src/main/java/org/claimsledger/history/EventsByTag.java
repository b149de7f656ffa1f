package org.claimsledger.history;

import java.util.List;
import org.claimsledger.event.EventTag;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.RecordedEvent;

/** Where a history finds its events. */
interface EventsByTag {

    /** The events under a tag, in the order of their positions. */
    List<RecordedEvent<LedgerEvent>> with(EventTag tag);

    /** Takes in the next event. */
    void add(RecordedEvent<LedgerEvent> next);
}
