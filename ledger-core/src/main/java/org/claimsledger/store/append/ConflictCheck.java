package org.claimsledger.store.append;

import java.util.List;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * Checks whether events that an append must not miss were appended since it read: among the recent tags in memory, in
 * the group that is being put together, and, if these two leave it open, in the store.
 */
public final class ConflictCheck {

    private final RecentTags recent;
    private final StoredEventLookup storedEvents;

    public ConflictCheck(RecentTags recent, StoredEventLookup storedEvents) {
        this.recent = recent;
        this.storedEvents = storedEvents;
    }

    /**
     * @param group the events of the group so far, all of them recorded among the recent tags
     * @param stored the last position before the group, up to which the store holds all events
     */
    boolean conflicts(PendingAppend pendingAppend, List<SequencedEvent> group, long stored) {
        if (!pendingAppend.isConditional()) {
            return false;
        }
        long marker = pendingAppend.markerPosition();
        if (pendingAppend.selection().all()) {
            return stored + group.size() > marker;
        }
        for (EventCriterion criterion :
                pendingAppend.selection().prunedAfter(marker, recent).criteria()) {
            if (hasMatchAfter(criterion, marker, group, stored)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasMatchAfter(EventCriterion criterion, long marker, List<SequencedEvent> group, long stored) {
        Tag only = EventSelection.singleTag(criterion);
        if (only != null) {
            Long last = recent.lastPosition(only);
            if (last != null) {
                return last > marker;
            }
        }
        for (SequencedEvent event : group) {
            if (event.position() > marker && event.matches(criterion)) {
                return true;
            }
        }
        return storedEvents.exists(criterion, marker, stored);
    }

    /** Looks for stored events, where memory cannot tell whether there are any. */
    public interface StoredEventLookup {

        /** Whether an event after the position {@code after}, and up to and with {@code upTo}, matches the criterion. */
        boolean exists(EventCriterion criterion, long after, long upTo);
    }
}
