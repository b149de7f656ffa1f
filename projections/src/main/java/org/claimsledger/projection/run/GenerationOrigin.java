package org.claimsledger.projection.run;

import java.util.List;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;
import org.jspecify.annotations.Nullable;

/**
 * What a generation was made of, as it says itself.
 *
 * @param ledger whose log it is derived from
 * @param shape in which shape it is
 * @param position the last event that was applied, 0 before the first
 * @param eventId tells whether the log still has that very event there, and not another history
 */
public record GenerationOrigin(String ledger, int schemaVersion, long position, String eventId) {

    /** Why it cannot go on along that log; absent where it can. */
    public @Nullable String whyItDoesNotFit(EventLog log, String ofLedger, int ofShape) {
        if (schemaVersion != ofShape) {
            return "made by another version of the program";
        }
        if (!ledger.equals(ofLedger)) {
            return "made of ledger " + ledger + ", not of " + ofLedger;
        }
        if (position > log.head()) {
            return "made of " + position + " events, where the ledger has " + log.head();
        }
        if (position > 0 && !matches(log)) {
            return "the ledger holds another event at position " + position + " than it held then";
        }
        return null;
    }

    private boolean matches(EventLog log) {
        List<StoredEvent> found = log.read(position - 1, 1);
        return !found.isEmpty() && found.getFirst().id().equals(eventId);
    }
}
