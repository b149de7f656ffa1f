package org.claimsledger.store;

import java.util.List;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * Whether something happened since an append looked: in what memory knows, in the group that is being put together,
 * and, where these two leave it open, in the store.
 */
final class ConflictCheck {

    private final RecentTags recent;
    private final EventReader reader;

    ConflictCheck(RecentTags recent, EventReader reader) {
        this.recent = recent;
        this.reader = reader;
    }

    /**
     * @param group what the group holds so far, all of it told to the memory
     * @param stored the position up to which the store can be asked: all before the group
     */
    boolean conflicts(Append append, List<SequencedEvent> group, long stored) {
        if (!append.isConditional()) {
            return false;
        }
        long marker = append.marker();
        if (append.selection().everything()) {
            return stored + group.size() > marker;
        }
        for (EventCriterion criterion :
                append.selection().possibleAfter(marker, recent).criteria()) {
            if (happened(criterion, marker, group, stored)) {
                return true;
            }
        }
        return false;
    }

    private boolean happened(EventCriterion criterion, long marker, List<SequencedEvent> group, long stored) {
        Tag only = Selection.onlyTag(criterion);
        if (only != null) {
            Long last = recent.last(only);
            if (last != null) {
                return last > marker;
            }
        }
        for (SequencedEvent event : group) {
            if (event.position() > marker && event.matches(criterion)) {
                return true;
            }
        }
        return reader.exists(criterion, marker, stored);
    }
}
