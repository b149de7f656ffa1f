package org.claimsledger.projection.run;

import java.util.List;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;
import org.jspecify.annotations.Nullable;

/**
 * The origin of a generation, as its files record it.
 *
 * @param ledger the ledger from whose log it is derived
 * @param schemaVersion the version of its tables or fields
 * @param position the position of the last applied event, 0 before the first one
 * @param eventId the id of that event, which tells whether the log still has the same history
 */
public record GenerationOrigin(String ledger, int schemaVersion, long position, String eventId) {

    /** The reason why the generation cannot follow that log; absent where it can. */
    public @Nullable String whyItDoesNotFit(EventLog log, String expectedLedger, int expectedVersion) {
        if (schemaVersion != expectedVersion) {
            return "made by another version of the program";
        }
        if (!ledger.equals(expectedLedger)) {
            return "made of ledger " + ledger + ", not of " + expectedLedger;
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
        List<StoredEvent> events = log.read(position - 1, 1);
        return !events.isEmpty() && events.getFirst().id().equals(eventId);
    }
}
